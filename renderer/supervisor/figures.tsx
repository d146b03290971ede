import { printedLabel } from '../../domain/queue/ticket.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import { duration, minutesBetween } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'

/** The day in six numbers, each with what explains it. */
export function Figures({ view, now }: { view: OverviewView; now: number }) {
  const { figures: w } = useSupervisorWords()
  const language = useLanguage()
  const { queue, today, cases } = view
  const longest = queue.longest && {
    label: printedLabel(queue.longest.label),
    time: duration(minutesBetween(queue.longest.since, now), language),
  }
  const average = today.averageWaitMinutes
  return (
    <section className="figures" aria-label={w.title}>
      <Figure
        name={w.waiting}
        value={queue.waiting}
        unit={w.people}
        note={longest ? w.longest(longest.label, longest.time) : w.nobody}
      />
      <Figure
        name={w.average}
        value={average === undefined ? w.none : Math.round(average * 10) / 10}
        unit={average === undefined ? '' : w.minutes}
        note={average === undefined ? w.averageNone : w.averageNote}
      />
      <Figure name={w.issued} value={today.issued} unit={w.papers} note={w.completed(today.completed)} />
      <Figure name={w.received} value={today.received} unit={w.items} note={w.closed(today.closed)} />
      <Figure name={w.open} value={cases.open} unit={w.items} note={w.dueToday(cases.dueToday)} />
      <Figure
        name={w.overdue}
        value={cases.overdue}
        unit={w.items}
        note={cases.overdue > 0 ? w.overdueNote : w.overdueNone}
        isBad={cases.overdue > 0}
      />
    </section>
  )
}

type FigureProps = { name: string; value: number | string; unit: string; note: string; isBad?: boolean }

function Figure({ name, value, unit, note, isBad = false }: FigureProps) {
  return (
    <div className={isBad ? 'figure bad' : 'figure'}>
      <h2 className="meta">{name}</h2>
      <p className="figure-value">
        {isBad && <WarningIcon />}
        {value}
        <small>{unit}</small>
      </p>
      <p className="meta cut">{note}</p>
    </div>
  )
}
