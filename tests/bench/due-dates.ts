import { join } from 'node:path'
import { readHolidays } from '../../db/manual/holidays.ts'
import { makeCalendar } from '../../domain/period/calendar.ts'
import { due, type Suspension, type Term } from '../../domain/period/deadline.ts'
import { median, rounded, timed, type Figures, type Row } from './row.ts'

export const dueDates: readonly Row[] = [{ name: 'due dates of 10,000 open cases', measure: allDueDates }]

/**
 * A new holiday: the calendar made anew and every open case computed again, hours, days and months mixed, a quarter with
 * a supplement, a fifth extended.
 */
async function allDueDates(): Promise<Figures> {
  const holidays = readHolidays(join(import.meta.dirname, '../../manual'))
  if ('faults' in holidays) throw new Error('the shipped holidays have faults')
  const hours = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
  const first = Date.parse('2026-06-01T09:00:00+09:00')
  const cases = Array.from({ length: 10_000 }, (_, i) => {
    const from = first + ((i * 7919) % (180 * 1440)) * 60_000
    const units: Term[] = [
      ...[{ unit: 'immediate', value: 3 } as const, { unit: 'days', value: 1 + (i % 60) } as const],
      { unit: 'months', value: 1 + (i % 6) },
    ]
    const term = units[i % 3] ?? { unit: 'days', value: 7 }
    const suspensions: Suspension[] = i % 4 === 0 ? [{ from: from + 1e8, to: from + 9e8, reason: 'supplement' }] : []
    const extensions: Term[] = i % 5 === 0 ? [term.unit === 'immediate' ? { unit: 'workHours', value: 3 } : term] : []
    return { from, term, uncounted: { suspensions, extensions } }
  })
  const times: number[] = []
  for (let round = 0; round < 21; round++)
    times.push(
      await timed(() => {
        const calendar = makeCalendar({ holidays, ...hours })
        for (const { from, term, uncounted } of cases)
          if (!due(term, from, calendar, uncounted)) throw new Error('a case without a due date')
      }),
    )
  return { median: median(times), slowest: rounded(Math.max(...times)), cases: cases.length }
}
