import { isDay, type Day } from '../../../domain/time.ts'
import type { SupervisorWords } from '../../text/supervisor.ts'

/** What is wrong with a 시행일 as it is typed; undefined if nothing. */
export function dayProblem(
  w: SupervisorWords['manual']['publish'],
  day: string,
  { earliest, latest }: { earliest: Day; latest: Day },
): string | undefined {
  if (!isDay(day)) return w.badDay
  if (day < earliest) return w.tooEarly(earliest)
  return day > latest ? w.tooLate(latest) : undefined
}
