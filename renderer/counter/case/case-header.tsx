import { endOf } from '../../../domain/case/case-standing.ts'
import type { SuspensionReason } from '../../../domain/period/deadline.ts'
import { dayOf } from '../../../domain/time.ts'
import type { CaseView, CounterView, DueView } from '../../../domain/views/views.ts'
import { clock, date, moment, shortDay, workingTime } from '../../common/format.ts'
import { PauseIcon, QuestionIcon, TrayIcon, WarningIcon } from '../../common/icons.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { Say, Tag } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { CasePlace, SendThere } from './case-place.tsx'
import { PetitionerLine } from './petitioner-line.tsx'

/** Which case, whose, and how much working time is left. */
export function CaseHeader({ seen, view }: { seen: CaseView; view: CounterView }) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  return (
    <header className="case-head">
      <div className="grow">
        <p className="row meta wrap">
          <span>
            {words.case.receiptNo} <b className="ink2">{seen.receiptNo}</b>
          </span>
          · <span>{words.case.received(moment(seen.receivedAt, now, language))}</span>
          <EnteredLater seen={seen} now={now} />
          {seen.unsent > 0 && (
            <Tag tone="outline" icon={TrayIcon}>
              {words.case.unsent(seen.unsent)}
            </Tag>
          )}
          {seen.procedure.objectionTo && <Tag>{words.procedure.objection}</Tag>}
          <CasePlace seen={seen} view={view} />
        </p>
        <h1>
          <CaseName of={seen} isWhole />
        </h1>
        <div className="row wrap">
          <PetitionerLine seen={seen} />
          <SendThere seen={seen} view={view} />
        </div>
      </div>
      <Due seen={seen} now={now} />
    </header>
  )
}

/** 장애 중 접수 (시행령 제6조의2): when it was entered, and the number that the paper bears. */
function EnteredLater({ seen, now }: { seen: CaseView; now: number }) {
  const { case: words } = useWords()
  const language = useLanguage()
  const { enteredAt, provisionalNo, replaces, editionThen } = seen.procedure
  return (
    <>
      {enteredAt !== undefined && <span>· {words.entered(moment(enteredAt, now, language))}</span>}
      {provisionalNo !== undefined && <span>· {words.provisionalNo(provisionalNo)}</span>}
      {replaces !== undefined && <span>· {words.replaces(replaces)}</span>}
      {editionThen !== undefined && <span>· {words.editionThen(editionThen, seen.edition)}</span>}
    </>
  )
}

function Due({ seen, now }: { seen: CaseView; now: number }) {
  const { case: words } = useWords()
  const { due } = seen
  if (seen.state === 'closed')
    return (
      <div className="due">
        <Say tone="ok">{words.due.ended}</Say>
      </div>
    )
  if (!due)
    return (
      <div className="due">
        <Tag tone="warn" icon={QuestionIcon}>
          {words.due.unknown}
        </Tag>
      </div>
    )
  return <Known seen={seen} due={due} now={now} />
}

/** The working time that is left and until when; what stands still says why, what was told is over. */
function Known({ seen, due, now }: { seen: CaseView; due: DueView; now: number }) {
  const words = useWords()
  const language = useLanguage()
  const { due: dueWords } = words.case
  const isTold = seen.notice !== undefined || due.decidedBefore === true
  const isOver = !due.stopped && (due.overdue || (now > endOf(due).at && !isTold))
  const isToday = dayOf(due.dueAt) === dayOf(now)
  const end = isToday ? clock(due.dueAt) : `${date(due.lastDay, language)} ${clock(due.dueAt)}`
  const until = isToday ? dueWords.today(end) : dueWords.until(end)
  const promised = due.stopped || isTold ? undefined : due.promised
  return (
    <div className={isOver ? 'due over' : 'due'}>
      <p className="meta">{due.stopped ? <Stopped reason={due.stopped} /> : isOver || isTold ? '' : dueWords.left}</p>
      <p className="due-time">
        {isTold ? (
          dueWords[due.overdue ? 'toldLate' : 'told']
        ) : isOver ? (
          <span className="row">
            <WarningIcon /> {dueWords.overdue}
          </span>
        ) : (
          workingTime(due.remainingMinutes, language)
        )}
      </p>
      <p className="meta">
        {due.stopped ? dueWords.ifGoesOn(end) : until}
        {promised !== undefined && ` · ${words.procedure.clock.promisedShort(shortDay(promised, language))}`}
      </p>
    </div>
  )
}

function Stopped({ reason }: { reason: SuspensionReason }) {
  const { procedure } = useWords()
  return (
    <Tag tone="warn" icon={PauseIcon}>
      {procedure.clock.stopped} · {procedure.stops[reason]}
    </Tag>
  )
}
