import { isDay, type Day } from '../../../domain/time.ts'
import type { SupervisorWords } from '../../text/supervisor.ts'

/** From when cases follow an edition that is published for a day, and whether it can still be taken back; what to do without a day. */
export function saysDay(
  w: SupervisorWords['manual']['publish'],
  day: string,
  { today, spelled }: { today: Day; spelled: (day: Day) => string },
): string {
  if (!isDay(day)) return w.fromNone
  return day <= today ? w.fromNow : w.fromDay(spelled(day))
}

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
