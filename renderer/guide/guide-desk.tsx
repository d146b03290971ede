import { useState } from 'react'
import type { GuideDeskView, GuideRow } from '../../domain/views/view-guide.ts'
import type { PersonView } from '../../domain/views/views.ts'
import { Bar } from '../common/bar.tsx'
import { CancelTicket } from '../common/cancel-ticket.tsx'
import { LanguageButton } from '../common/language-button.tsx'
import { useAct } from '../common/use-act.ts'
import { Leave } from '../sign-in/leave.tsx'
import { useGuideWords } from '../text/guide-desk.ts'
import { useWords } from '../text/text.ts'
import { SendForm } from './forms.tsx'
import { IssueTicket } from './issue-ticket.tsx'
import { Bring } from './manual.tsx'
import { Missing, Rows, Unprinted } from './rows.tsx'
import { useSaid } from './use-said.ts'

type Form = { of: 'send' | 'cancel'; row: GuideRow }

/** What a guide does while walking through the hall: issue, put right, and say what to bring. */
export function GuideDesk({ view, clerk }: { view: GuideDeskView; clerk: PersonView }) {
  const own = useGuideWords()
  const [form, setForm] = useState<Form>()
  const [printer, setPrinter] = useState('')
  const said = useSaid(view.rows)
  const close = () => setForm(undefined)
  return (
    <div className="guide-desk">
      <Bar where={own.title} view={view} clerk={clerk}>
        <Controls />
      </Bar>
      <main className="guide-main">
        <h1 className="unseen">{own.title}</h1>
        <div className="guide-left">
          <IssueTicket view={view} printer={printer} onPrinter={setPrinter} />
          <Unprinted view={view} said={said} printer={printer} />
          <Missing view={view} said={said} />
        </div>
        <Bring />
        <Rows view={view} said={said} onForm={(of, row) => setForm({ of, row })} />
      </main>
      {form?.of === 'send' && <SendForm view={view} row={form.row} onClose={close} />}
      {form?.of === 'cancel' && <CancelTicket ticket={form.row} onClose={close} />}
    </div>
  )
}

function Controls() {
  const words = useWords()
  const act = useAct()
  return (
    <nav className="row" aria-label={words.product}>
      <Leave
        size="normal"
        onLeave={() => void act.run({ type: 'signOut' })}
        problem={act.problem}
        onRead={() => act.say(undefined)}
      />
      <LanguageButton size="normal" />
    </nav>
  )
}
