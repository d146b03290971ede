import { KeyCap } from '../common/button.tsx'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'

export const caseTabs = ['work', 'procedure', 'application', 'papers'] as const
export type CaseTab = (typeof caseTabs)[number]

type Props = { tab: CaseTab; onChoose: (tab: CaseTab) => void; isFormOpen: boolean }

/** The screens of a case: its work, its statutory procedure, its application form and its papers; Ctrl+1 to Ctrl+4. */
export function CaseTabs({ tab, onChoose, isFormOpen }: Props) {
  const { tabs } = useWords().procedure
  // The focus goes along, so that the next Tab is on the screen that was chosen.
  const go = (t: CaseTab) => {
    onChoose(t)
    document.getElementById(`case-tab-${t}`)?.focus()
  }
  useKeys(isFormOpen ? {} : Object.fromEntries(caseTabs.map((t, i) => [`Mod+Digit${i + 1}`, () => go(t)])))
  return (
    <nav className="case-tabs" aria-label={tabs.label}>
      {caseTabs.map((t, i) => (
        <button
          key={t}
          id={`case-tab-${t}`}
          type="button"
          aria-current={t === tab ? 'page' : undefined}
          aria-keyshortcuts={`Control+${i + 1}`}
          onClick={() => onChoose(t)}
        >
          {tabs[t]} <KeyCap>Ctrl+{i + 1}</KeyCap>
        </button>
      ))}
    </nav>
  )
}
