import type { DueStep } from '../../../domain/period/deadline-steps.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { clock, date, moment, shortDay, workingTime } from '../../common/format.ts'
import { ClockIcon, PauseIcon, QuestionIcon, WarningIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { Peek } from '../../common/peek.tsx'
import { Tag } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { lengthOf } from '../../text/period-length.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { Timeline } from './timeline.tsx'

/** The clock of a case: what is left, until when, whether it runs, and how the date comes about. */
export function ProcedureClock({ seen }: { seen: CaseView }) {
  const words = useWords()
  const { clock: text } = words.procedure
  const { period, steps } = seen.procedure.clock
  const { petition, slip } = seen.procedure
  const notes = [
    ...(period ? [lengthOf(period, words)] : []),
    ...[words.form.petitions[petition], words.procedure.slips[slip]],
  ]
  return (
    <Panel title={text.title} note={notes.join(' · ')} end={<State seen={seen} />}>
      <div className="clock-face">
        <Remaining seen={seen} />
        <Until seen={seen} />
        <Peek label={text.why}>
          <Reckoning steps={steps} />
        </Peek>
      </div>
      <Timeline seen={seen} />
    </Panel>
  )
}

/** Whether the clock runs, stands and why, or is over. */
function State({ seen }: { seen: CaseView }) {
  const { clock: text, stops } = useWords().procedure
  const language = useLanguage()
  const now = useNow(60_000)
  const open = seen.procedure.clock.stops.findLast((s) => s.to === undefined)
  if (seen.notice || seen.state === 'closed') return <Tag>{text.ended}</Tag>
  if (!open)
    return (
      <Tag tone="accent" icon={ClockIcon}>
        {text.runs}
      </Tag>
    )
  return (
    <Tag tone="warn" icon={PauseIcon}>
      {text.stopped} · {text.stoppedBy(stops[open.reason], moment(open.from, now, language))}
    </Tag>
  )
}

function Remaining({ seen }: { seen: CaseView }) {
  const { case: words, procedure } = useWords()
  const language = useLanguage()
  const { due } = seen.procedure.clock
  if (!due)
    return (
      <Tag tone="warn" icon={QuestionIcon}>
        {procedure.clock.none}
      </Tag>
    )
  const isOver = due.overdue && !due.stopped
  const isLeft = !isOver && !seen.notice && seen.state !== 'closed'
  const told = due.overdue ? words.due.toldLate : words.due.told
  const ended = seen.notice ? told : seen.state === 'closed' ? words.due.ended : procedure.clock.over
  return (
    <p className={isOver ? 'clock-left over-text' : 'clock-left'}>
      <span className="meta">{isLeft ? procedure.clock.left : ''}</span>
      <b className="row">
        {isOver && <WarningIcon />}
        {isLeft ? workingTime(due.remainingMinutes, language) : ended}
      </b>
    </p>
  )
}

function Until({ seen }: { seen: CaseView }) {
  const { clock: text } = useWords().procedure
  const language = useLanguage()
  const { due } = seen.procedure.clock
  if (!due) return null
  return (
    <p className="grow">
      <span className="meta">{due.stopped ? text.dueIfGoesOn : text.due}</span>
      <br />
      <b>
        {date(due.lastDay, language)} {clock(due.dueAt)}
      </b>
      {due.promised !== undefined && !due.stopped && (
        <>
          {' '}
          <span className="ink2" title={text.moved}>
            {text.promised(shortDay(due.promised, language), shortDay(due.lastDay, language))}
          </span>
        </>
      )}
    </p>
  )
}

/** 계산 근거: one sentence for each step by which the due date comes about. */
function Reckoning({ steps }: { steps: readonly DueStep[] }) {
  const { clock: text, reckoning, stops } = useWords().procedure
  const by = steps.find((s) => s.step === 'term')?.by ?? 'days'
  if (steps.length === 0) return <p>{text.noWhy}</p>
  return (
    <ol className="reckoning">
      {steps.map((step) => {
        const sentence = reckoning(step, by, stops)
        return <li key={sentence}>{sentence}</li>
      })}
    </ol>
  )
}
