import type { ReactNode } from 'react'
import { KeyCap } from '../common/button.tsx'

type Props<T extends string> = {
  label: string
  tabs: readonly T[]
  names: Record<T, string>
  current: T
  onGo: (tab: T) => void
  /** What stands beside the name of a tab, such as how much waits there. */
  beside?: Partial<Record<T, ReactNode>>
}

/** The tabs of a page of the supervisor's desktop; Ctrl with their number leads to them. */
export function Tabs<T extends string>({ label, tabs, names, current, onGo, beside }: Props<T>) {
  return (
    <nav className="manual-tabs" aria-label={label}>
      {tabs.map((tab, i) => (
        <button
          key={tab}
          type="button"
          className="manual-tab"
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => onGo(tab)}
        >
          {names[tab]} {beside?.[tab]}
          <KeyCap>{`Ctrl+${i + 1}`}</KeyCap>
        </button>
      ))}
    </nav>
  )
}

/** The keys of such tabs, for `useKeys`. */
export const tabKeys = <T extends string>(tabs: readonly T[], onGo: (tab: T) => void) =>
  Object.fromEntries(tabs.map((tab, i) => [`Mod+Digit${i + 1}`, () => onGo(tab)]))
