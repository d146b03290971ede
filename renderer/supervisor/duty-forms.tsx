import { useState } from 'react'
import { differences, type MonthFigures } from '../../domain/register/month-check.ts'
import { dayOf, isDay } from '../../domain/time.ts'
import type { DutiesView, MonthView } from '../../domain/views/view-duties.ts'
import { FormDialog } from '../common/dialog.tsx'
import { TextField } from '../common/field.tsx'
import { date, monthName } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { CaseName } from '../common/kind-name.tsx'
import { Say } from '../common/tag.tsx'
import { useAct } from '../common/use-act.ts'
import { useAsked } from '../common/use-asked.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { open } from './place.ts'

const back = (): void => open({ of: 'duties' })

/** 독촉 (시행령 제28조 제2항): the head of the responsible department is to act by a day. */
export function Remind({ about, now }: { about: DutiesView['overdue'][number]; now: number }) {
  const { duties: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const [actBy, setActBy] = useState(about.remindBy)
  const isSound = isDay(actBy) && actBy >= dayOf(now)
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
        <b>
          <CaseName of={about} isWhole />
        </b>
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
  const language = useLanguage()
  const { state, view } = useAsked({ of: 'month', month })
  const submit = async () => {
    if (view && (await act.run({ type: 'checkMonth', month, figures: figuresOf(view) }))) back()
  }
  return (
    <FormDialog
      title={w.monthTitle(monthName(month, language))}
      action={w.monthAction(monthName(month, language))}
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

/** What was seen is kept with the check. */
function figuresOf(view: MonthView): MonthFigures {
  const { month: _, then: __, ...figures } = view
  return figures
}

/** 종결한 것과 아직 종결하지 않은 것, each under its own head. */
const numbers = {
  closed: ['closed', 'onTime', 'late', 'noDue', 'extended', 'refused'],
  open: ['overdue', 'toldLate'],
} as const

function Numbers({ view }: { view: MonthView }) {
  const { duties: w } = useSupervisorWords()
  return (
    <>
      <NumberList names={['received']} view={view} />
      {(['closed', 'open'] as const).map((group) => (
        <section key={group} className="duty" aria-label={w.numberHeads[group]}>
          <h3 className="head">{w.numberHeads[group]}</h3>
          <NumberList names={numbers[group]} view={view} />
        </section>
      ))}
    </>
  )
}

function NumberList({ names, view }: { names: readonly (keyof MonthFigures)[]; view: MonthView }) {
  const { duties: w } = useSupervisorWords()
  const differs = view.then ? differences(view.then, view) : []
  const thenOf = (name: string) => differs.find((d) => d.number === name)?.then
  return (
    <dl className="numbers">
      {names.map((name) => (
        <div key={name}>
          <dt>{w.numbers[name]}</dt>
          <dd>
            <b>{view[name]}</b> {w.items}
            <Then count={thenOf(name)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the check before has seen, where that was another number. */
function Then({ count }: { count: number | undefined }) {
  const { duties: w } = useSupervisorWords()
  if (count === undefined) return null
  return (
    <>
      {' '}
      <Say tone="warn" icon={WarningIcon}>
        {w.monthThen(count)}
      </Say>
    </>
  )
}
