import type { ReactNode } from 'react'
import type { Icon } from './icons.tsx'

export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'bad' | 'outline'

/** A word on its own ground, with its sign. */
export function Tag({ tone = 'plain', icon: Sign, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) {
  return (
    <span className={`tag ${tone}`}>
      {Sign && <Sign />}
      {children}
    </span>
  )
}

/** A coloured word with its sign, without ground. */
export function Say({ tone = 'plain', icon: Sign, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) {
  return (
    <span className={`say ${tone}`}>
      {Sign && <Sign />}
      {children}
    </span>
  )
}
