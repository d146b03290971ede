import type { CaseLine, OverviewView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { withoutYear } from '../common/format.ts'
import { ClockIcon, PauseIcon, WarningIcon } from '../common/icons.tsx'
import { CaseName } from '../common/kind-name.tsx'
import { Panel } from '../common/panel.tsx'
import { Say, Tag } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { dueMark } from './due-mark.ts'
import { byDue, isAbsent, nameOf, openCases, tileOf } from './facts.ts'
import { open } from './place.ts'

/** The open cases by due time, overdue first; a case whose counter nobody is at can be given to another. */
export function DueBoard({ view, now }: { view: OverviewView; now: number }) {
  const { due: w } = useSupervisorWords()
  const cases = openCases(view).toSorted(byDue)
  const note = (
    <span className="row">
      {view.cases.overdue > 0 && (
        <Tag tone="bad" icon={WarningIcon}>
          {w.overdue(view.cases.overdue)}
        </Tag>
      )}
      {view.cases.dueToday > 0 && (
        <Tag tone="warn" icon={ClockIcon}>
          {w.today(view.cases.dueToday)}
        </Tag>
      )}
    </span>
  )
  return (
    <div id="due" className="part" tabIndex={-1}>
      <Panel title={w.title} note={note}>
        {cases.length === 0 ? (
          <p className="empty">{w.none}</p>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by keys
          <section className="scroll" aria-label={w.list} tabIndex={0}>
            <table className="due">
              <thead className="unseen">
                <tr>
                  {[w.case, w.holder, w.dueBy, w.act].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cases.map((c) => (
                  <Line key={c.case} line={c} view={view} now={now} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Panel>
    </div>
  )
}

function Line({ line, view, now }: { line: CaseLine; view: OverviewView; now: number }) {
  const words = useWords()
  const { due: w, duties } = useSupervisorWords()
  return (
    <tr>
      <td>
        <div className="due-name">
          <span className="cut">
            <CaseName of={line} />
          </span>{' '}
          <ReceiptNo number={line.receiptNo} />
        </div>
      </td>
      <td className="meta">{nameOf(view, line.holder, words.counter)}</td>
      <td>
        <Due line={line} now={now} />
      </td>
      <td>
        {isAbsent(tileOf(view, line.holder)) && (
          <Button
            size="small"
            label={w.seizeLabel(line.receiptNo)}
            closed={view.line.state === 'offline' ? '' : undefined}
            reason={duties.needsLine}
            onPress={() => open({ of: 'seize', holder: line.holder, cases: [line.case] })}
          >
            {w.seize}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** On the small screen without its year: what tells two cases of one title apart stays. */
function ReceiptNo({ number }: { number: string }) {
  const short = withoutYear(number)
  return (
    <span className="meta">
      <span className="year">{number.slice(0, number.length - short.length)}</span>
      {short}
    </span>
  )
}

const icons = { over: WarningIcon, stands: PauseIcon, today: ClockIcon } as const

function Due({ line, now }: { line: CaseLine; now: number }) {
  const said = { words: useWords(), own: useSupervisorWords(), language: useLanguage() }
  const { text, is } = dueMark(line, now, said)
  if (!is) return <span className="meta">{text}</span>
  return (
    <Say tone={is === 'over' ? 'bad' : 'warn'} icon={icons[is]}>
      {text}
    </Say>
  )
}
