import { endOf } from '../../../domain/case/case-standing.ts'
import { dayOf } from '../../../domain/time.ts'
import type { OwnCaseLine } from '../../../domain/views/views-holder.ts'
import type { CaseLine } from '../../../domain/views/views.ts'
import { clock, date } from '../../common/format.ts'
import { CheckIcon, ClockIcon, PauseIcon, QuestionIcon, TrayIcon, WarningIcon } from '../../common/icons.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { Panel } from '../../common/panel.tsx'
import { Say, Tag } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { openCase } from '../place.ts'

type Props = { title: string; lines: OwnCaseLine[]; today: string; isMine?: boolean; current?: string }

/** Cases to open, those that are due first on top. */
export function CaseList({ title, lines, today, isMine = false, current }: Props) {
  const words = useWords()
  const { home } = words
  return (
    <Panel title={title} note={home.byDue(lines.length)}>
      {lines.length === 0 && isMine && <p className="meta padded">{home.noCases}</p>}
      <ul className="case-list">
        {lines.map((line) => (
          <li key={line.case}>
            <button
              type="button"
              className="line-button"
              aria-current={line.case === current}
              onClick={() => openCase(line.case)}
            >
              <span className="cut">
                <CaseName of={line} />
              </span>
              {line.whose !== undefined && <span className="meta">{line.whose}</span>}
              <span className="meta">{line.receiptNo}</span>
              {line.passedFrom && (
                <Tag tone="accent" icon={TrayIcon}>
                  {words.case.passedFrom(line.passedFrom.number)}
                </Tag>
              )}
              <span className="last">
                <DueMark line={line} today={today} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** When a case is due, in one short mark. */
function DueMark({ line, today }: { line: CaseLine; today: string }) {
  const words = useWords()
  const language = useLanguage()
  const { due } = words.case
  if (line.late > 0)
    return (
      <Tag tone="warn" icon={WarningIcon}>
        {words.case.late.title}
      </Tag>
    )
  if (line.state === 'closed')
    return (
      <Say tone="ok" icon={CheckIcon}>
        {line.outcome ? outcomeOf(line.outcome, words.outcomes) : words.caseStates.closed}
      </Say>
    )
  if (line.state === 'awaitingPickup') return <Say>{words.caseStates.awaitingPickup}</Say>
  if (!line.due)
    return (
      <Say tone="warn" icon={QuestionIcon}>
        {due.none}
      </Say>
    )
  if (line.due.stopped)
    return (
      <Say tone="warn" icon={PauseIcon}>
        {words.caseStates[line.state]}
      </Say>
    )
  if (line.due.overdue)
    return (
      <Say tone="bad" icon={WarningIcon}>
        {due.overdue}
      </Say>
    )
  const end = endOf(line.due)
  if (end.day === today)
    return (
      <Say tone="warn" icon={ClockIcon}>
        {dayOf(end.at) === today ? due.today(clock(end.at)) : due.endsToday}
      </Say>
    )
  return <span className="ink2">{date(end.day, language)}</span>
}

/** The outcome in words; a view names it by its bare key. */
export const outcomeOf = (outcome: string, names: Record<string, string>): string => names[outcome] ?? outcome
