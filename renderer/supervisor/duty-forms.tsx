import { useState } from 'react'
import type { DutiesView, MonthView } from '../../domain/view-duties.ts'
import { addDays } from '../../domain/time.ts'
import { FormDialog } from '../common/dialog.tsx'
import { TextField } from '../common/field.tsx'
import { date, dayAt } from '../common/format.ts'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useAsked } from '../common/use-asked.ts'
import { useSupervisorWords, type SupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { isDay, momentIn } from './day-field.ts'
import { open } from './place.ts'

const back = (): void => open({ of: 'duties' })

/** 독촉 (시행령 제28조 제2항): the head of the responsible department is to act by a day. */
export function Remind({ about, now }: { about: DutiesView['overdue'][number]; now: number }) {
  const { duties: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const [actBy, setActBy] = useState(() => addDays(dayAt(now), 1))
  const isSound = isDay(actBy) && actBy >= dayAt(now)
  const submit = async () => {
    if (await act.run({ type: 'remind', about: about.case, actBy })) back()
  }
  return (
    <FormDialog
      title={w.remindTitle(about.receiptNo)}
      action={w.remindAction(about.department)}
      onSubmit={() => void submit()}
      onClose={back}
      closed={isSound ? undefined : w.needActBy}
      problem={act.problem}
    >
      <p>
        <b>{about.title}</b>
      </p>
      <p className="ink2">{w.remindText(about.department)}</p>
      <TextField
        label={w.actBy}
        hint={isDay(actBy) ? date(actBy, language) : w.actByHint}
        value={actBy}
        onChange={setActBy}
        max={10}
      />
    </FormDialog>
  )
}

/** 확인·점검 (시행령 제22조): the numbers of a month, and that they were looked at. */
export function CheckMonth({ month }: { month: string }) {
  const { duties: w } = useSupervisorWords()
  const act = useAct()
  const { state, view } = useAsked({ of: 'month', month })
  const submit = async () => {
    if (await act.run({ type: 'checkMonth', month })) back()
  }
  return (
    <FormDialog
      title={w.monthTitle(month)}
      action={w.monthAction(month)}
      onSubmit={() => void submit()}
      onClose={back}
      closed={view ? undefined : ''}
      problem={act.problem}
    >
      <p className="ink2">{w.monthRecord}</p>
      {view && <Numbers view={view} />}
      {!view && (state === 'asking' ? <output>{w.monthCounting}</output> : <p className="caution">{w.monthFailed}</p>)}
    </FormDialog>
  )
}

const numbers = ['received', 'closed', 'onTime', 'late', 'noDue', 'extended', 'refused'] as const

function Numbers({ view }: { view: MonthView }) {
  const { duties: w } = useSupervisorWords()
  return (
    <dl className="numbers">
      {numbers.map((name) => (
        <div key={name}>
          <dt>{w.numbers[name]}</dt>
          <dd>
            <b>{view[name]}</b> {w.items}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 장애 (시행령 제6조의2, 제20조 제2호): when it was, how one could apply meanwhile, and which due dates it moves. */
export function Outage() {
  const { duties: w } = useSupervisorWords()
  const act = useAct()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [substitute, setSubstitute] = useState('')
  const span = { from: momentIn(from), to: momentIn(to) }
  const outage = span.from !== undefined && span.to !== undefined ? { from: span.from, to: span.to } : undefined
  const submit = async () => {
    if (outage && (await act.run({ type: 'declareOutage', ...outage, substitute: substitute.trim() }))) back()
  }
  return (
    <FormDialog
      title={w.outageTitle}
      action={w.outageAction}
      onSubmit={() => void submit()}
      onClose={back}
      closed={missing(w, { ...span, substitute })}
      problem={act.problem}
    >
      <p className="ink2">{w.outageNote}</p>
      <TextField label={w.from} hint={w.timeHint} value={from} onChange={setFrom} max={16} />
      <TextField label={w.to} hint={w.timeHint} value={to} onChange={setTo} max={16} />
      <TextField
        label={w.substitute}
        hint={w.substituteHint}
        value={substitute}
        onChange={setSubstitute}
        rows={2}
        max={500}
      />
      {outage && outage.to > outage.from && <Moves outage={outage} />}
    </FormDialog>
  )
}

function Moves({ outage }: { outage: { from: number; to: number } }) {
  const { duties: w } = useSupervisorWords()
  const moves = useView({ of: 'duties', outage })?.moves
  return <output className="meta">{moves === undefined ? w.counting : w.moves(moves)}</output>
}

type Typed = { from: number | undefined; to: number | undefined; substitute: string }

function missing(w: SupervisorWords['duties'], { from, to, substitute }: Typed): string | undefined {
  if (from === undefined) return w.needFrom
  if (to === undefined) return w.needTo
  if (to <= from) return w.backwards
  return substitute.trim() === '' ? w.needSubstitute : undefined
}
