import { useState } from 'react'
import { dayOf, isDay, type Day } from '../../../domain/time.ts'
import type { AmendmentView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { date } from '../../common/format.ts'
import { newId } from '../../common/new-id.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { cautionOf } from './caution.ts'
import { dayProblem, saysDay } from './effect-day.ts'
import { PartTitle } from './part-title.tsx'
import { closeWindow, go, showAmendment } from './place.ts'
import { useSave } from './use-save.ts'

/** A new amendment; what was typed goes into it at once. */
export function NewAmendment({ clerk, parts }: { clerk: PersonView; parts: readonly string[] }) {
  const { manual } = useSupervisorWords()
  const w = manual.newAmendment
  const act = useAct()
  const save = useSave(clerk)
  const [title, setTitle] = useDraft('amendment title', () => '')
  const [reason, setReason] = useDraft('amendment reason', () => '')
  const [amendment] = useState(newId)
  const [isOpened, setOpened] = useState(false)
  const submit = async () => {
    const said = { title: title.trim(), reason: reason.trim() }
    // No empty amendment is left behind by what cannot go into it.
    if (!(await save.isSound(parts))) return
    if (!isOpened && !(await act.run({ type: 'openAmendment', amendment, ...said }))) return
    setOpened(true)
    go({ target: amendment })
    if (parts.length > 0 && !(await save.run(amendment, parts, said.reason))) return
    closeWindow()
    if (parts.length === 0) showAmendment(amendment)
  }
  const closed = title.trim() === '' ? w.needName : reason.trim() === '' ? w.needReason : undefined
  return (
    <FormDialog
      title={w.title}
      action={parts.length > 0 ? w.actionWith(parts.length) : w.action}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={closed}
      problem={act.problem ?? save.problem}
    >
      <TextField label={w.name} hint={w.nameHint} value={title} onChange={setTitle} max={100} />
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={1000} />
    </FormDialog>
  )
}

/** Gives an amendment back to its writers, with what is to be done. */
export function Return({ view }: { view: AmendmentView }) {
  const { manual } = useSupervisorWords()
  const w = manual.return
  const act = useAct()
  const [note, setNote] = useDraft(`return ${view.amendment}`, () => '')
  // What was on the screen when the window opened is what is returned.
  const [offeredAt] = useState(view.offered?.at ?? 0)
  const { amendment } = view
  const submit = async () => {
    const said = { verdict: 'returned', note: note.trim(), offeredAt } as const
    const done = await act.run({ type: 'reviewAmendment', amendment, ...said })
    if (done) closeWindow()
  }
  return (
    <FormDialog
      title={w.title(view.title)}
      action={w.action}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={note.trim() === '' ? w.need : undefined}
      problem={act.problem}
    >
      <p className="ink2">{w.text}</p>
      <TextField label={w.note} value={note} onChange={setNote} rows={3} max={1000} />
    </FormDialog>
  )
}

/** Ends an amendment without an edition. */
export function Drop({ view }: { view: AmendmentView }) {
  const { manual } = useSupervisorWords()
  const w = manual.drop
  const act = useAct()
  const [note, setNote] = useDraft(`drop ${view.amendment}`, () => '')
  const { amendment } = view
  const submit = async () => {
    const said = note.trim()
    if (await act.run({ type: 'dropAmendment', amendment, ...(said !== '' && { note: said }) })) closeWindow()
  }
  return (
    <FormDialog
      danger
      title={w.title(view.title)}
      action={w.action}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      problem={act.problem}
    >
      <p className="ink2">{w.text}</p>
      <TextField label={w.note} optional={w.optional} value={note} onChange={setNote} rows={2} max={1000} />
    </FormDialog>
  )
}

/** 시행: the amendment becomes an edition at a date; before that it is told what changes and who gets it. */
export function Publish({ view }: { view: AmendmentView }) {
  const words = useSupervisorWords()
  const { manual } = words
  const w = manual.publish
  const act = useAct()
  const { amendment, earliest, latest, counters, changes } = view
  const language = useLanguage()
  const today = dayOf(useNow())
  // Nobody puts a law of next month in force by one press: the day is always chosen.
  const [day, setDay] = useState('')
  const submit = async () => {
    if (await act.run({ type: 'publishAmendment', amendment, effectiveDate: day })) closeWindow()
  }
  const closed = day.trim() === '' ? w.needDay : dayProblem(w, day, { earliest, latest })
  const spelled = (one: Day) => w.spelled(one.slice(0, 4), date(one, language))
  return (
    <FormDialog
      wide
      title={w.title(view.title)}
      action={w.action(isDay(day) ? day : '–')}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={closed}
      problem={act.problem}
    >
      <TextField label={w.day} hint={w.dayHint(earliest)} value={day} onChange={setDay} max={10} />
      <div className="row">
        <Button size="small" onPress={() => setDay(earliest)}>
          {earliest <= today ? w.today(earliest) : w.earliest(earliest)}
        </Button>
        <output>{saysDay(w, closed === undefined ? day : '', { today, spelled })}</output>
      </div>
      <section aria-label={w.what(changes.length)}>
        <b>{w.what(changes.length)}</b>
        <ul className="what">
          {changes.map((c) => {
            const caution = cautionOf(words, c)
            return (
              <li key={c.part}>
                <PartTitle part={c.part} name={c.name} /> <span className="meta">{manual.amendments.what[c.what]}</span>
                {caution !== undefined && <p className="caution">{caution}</p>}
              </li>
            )
          })}
        </ul>
      </section>
      {changes.some((c) => c.what === 'removed') && <p className="caution">{manual.takeOut.atOnce}</p>}
      <p>{w.counters(counters.all, counters.connected)}</p>
      <p className="ink2">{w.keeps}</p>
    </FormDialog>
  )
}
