import { KeyCap } from '../../common/button.tsx'
import { PaperIcon, WarningIcon } from '../../common/icons.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'

export const caseTabs = ['work', 'procedure', 'application', 'papers'] as const
export type CaseTab = (typeof caseTabs)[number]

type Props = { id: string; tab: CaseTab; onChoose: (tab: CaseTab) => void; isFormOpen: boolean }

/** The screens of a case: its work, its statutory procedure, its application form and its papers; Ctrl+1 to Ctrl+4. */
export function CaseTabs({ id, tab, onChoose, isFormOpen }: Props) {
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
          {tabs[t]} {t === 'papers' && <Failed id={id} />} <KeyCap>Ctrl+{i + 1}</KeyCap>
        </button>
      ))}
    </nav>
  )
}

/** A paper that did not come out, and a reminder that is to be printed, are seen from every screen of the case. */
function Failed({ id }: { id: string }) {
  const { papers } = useWords()
  const seen = useView({ of: 'papers', case: id })
  const count = seen?.made.filter((m) => m.state === 'failed').length ?? 0
  return (
    <>
      {count > 0 && (
        <Tag tone="bad" icon={WarningIcon}>
          {papers.states.failed} {count}
        </Tag>
      )}
      {seen?.mine && seen.reminderDue && count === 0 && (
        <Tag tone="accent" icon={PaperIcon}>
          {papers.reminderDue}
        </Tag>
      )}
    </>
  )
}
