import type { ReactNode } from 'react'
import { dayOf } from '../../domain/time.ts'
import type { DutiesView } from '../../domain/views/view-duties.ts'
import type { CaseLine, OverviewView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { clock, date, moment } from '../common/format.ts'
import { ClockIcon, WarningIcon } from '../common/icons.tsx'
import { CaseName } from '../common/kind-name.tsx'
import { Say } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { nameOf } from './facts.ts'
import { open } from './place.ts'

type Props = { duties: DutiesView; view: OverviewView; now: number }

/** 독촉: who is late, whom the reminder goes to, and those that went. */
export function Overdue({ duties, view, now }: Props) {
  const { duties: w } = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const { heads } = w
  const isOffline = duties.line.state === 'offline'
  return (
    <Table title={w.overdue} heads={[heads.case, heads.department, heads.due, heads.reminders, heads.act]}>
      {duties.overdue.map((c) => (
        <tr key={c.case}>
          <Named line={c} />
          <td>{c.department}</td>
          <td className="no-wrap">
            <Say tone="bad" icon={WarningIcon}>
              {c.due && moment(c.due.dueAt, now, language)}
            </Say>
          </td>
          <td>
            {c.reminders.length === 0 && w.notReminded}
            {c.reminders.map((r) => w.reminded(date(r.at, language), date(r.actBy, language))).join(' · ')}
            {c.paper && (
              <>
                <br />
                <span className="meta">
                  {c.paper === 'toMake'
                    ? w.paperToMake(nameOf(view, c.holder, words.counter))
                    : w.paperIs(words.papers.states[c.paper])}
                </span>
              </>
            )}
          </td>
          <td className="no-wrap">
            {c.paper && (
              <Button
                size="small"
                label={w.paperLabel(c.receiptNo)}
                onPress={() => open({ of: 'reminderPaper', about: c })}
              >
                {w.paper}
              </Button>
            )}{' '}
            <Button
              size="small"
              label={isOffline ? undefined : w.remindLabel(c.receiptNo)}
              closed={isOffline ? w.needsLine : undefined}
              onPress={() => open({ of: 'remind', about: c })}
            >
              {w.remind}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** 처리진행상황 통지: what has to be told by the counter that holds the case. */
export function Progress({ duties, view, now }: Props) {
  const { duties: w } = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const { heads } = w
  return (
    <Table title={w.progress} heads={[heads.case, heads.holder, heads.nth, heads.day]}>
      {duties.progress.map((c) => (
        <tr key={c.case}>
          <Named line={c} />
          <td>{nameOf(view, c.holder, words.counter)}</td>
          <td>{w.nth(c.nth)}</td>
          <td className="no-wrap">
            {date(c.day, language)} <DayState day={c.day} now={now} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function DayState({ day, now }: { day: string; now: number }) {
  const { duties: w } = useSupervisorWords()
  if (day > dayOf(now)) return null
  return day === dayOf(now) ? (
    <Say tone="warn" icon={ClockIcon}>
      {w.today}
    </Say>
  ) : (
    <Say tone="bad" icon={WarningIcon}>
      {w.over}
    </Say>
  )
}

/** 미수령 문서: from when on each may be destroyed, by the counter that keeps it. */
export function Uncollected({ duties, view }: Omit<Props, 'now'>) {
  const { duties: w } = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const { heads } = w
  return (
    <Table title={w.uncollected} heads={[heads.case, heads.holder, heads.from]}>
      {duties.uncollected.map((c) => (
        <tr key={c.case}>
          <Named line={c} />
          <td>{nameOf(view, c.holder, words.counter)}</td>
          <td className="no-wrap">
            {date(c.from, language)}{' '}
            {c.over && (
              <Say tone="warn" icon={ClockIcon}>
                {w.may}
              </Say>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Named({ line }: { line: CaseLine }) {
  return (
    <th scope="row">
      <CaseName of={line} />{' '}
      <span className="meta no-wrap">
        {line.receiptNo} · {dayOf(line.receivedAt)} {clock(line.receivedAt)}
      </span>
    </th>
  )
}

function Table({ title, heads, children }: { title: string; heads: string[]; children: ReactNode }) {
  const { duties: w } = useSupervisorWords()
  return (
    <section className="records" aria-label={w.listOf(title)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
