import { endOf, isAtWork } from '../../domain/case/case-standing.ts'
import { dayOf } from '../../domain/time.ts'
import type { CaseLine } from '../../domain/views/views.ts'
import { clock, date, workingTime } from '../common/format.ts'
import type { SupervisorWords } from '../text/supervisor.ts'
import type { Language, Words } from '../text/text.ts'

type Said = { words: Words; own: SupervisorWords; language: Language }
export type DueMark = { text: string; is?: 'over' | 'stands' | 'today' }

/** How a case stands to its due time: the earliest possible date of one whose clock stands moves every day, and is not said. */
export function dueMark(line: CaseLine, now: number, { words, own, language }: Said): DueMark {
  const { due: w } = own
  const state = words.caseStates[line.state]
  if (!isAtWork(line)) return { text: state }
  const { due } = line
  if (!due) return { text: w.noDue }
  if (due.overdue) {
    const past = w.past(lastTime(due, now, language))
    return { text: due.stopped ? `${past} · ${state}` : past, is: 'over' }
  }
  if (due.stopped) return { text: state, is: 'stands' }
  const end = endOf(due)
  if (end.day !== dayOf(now)) return { text: w.until(date(end.day, language)) }
  const left = w.left(workingTime(due.remainingMinutes, language))
  return { text: `${w.until(clock(end.at))} · ${left}`, is: 'today' }
}

/** The last day of a period or, on that day itself, its hour. */
export function lastTime(due: NonNullable<CaseLine['due']>, now: number, language: Language): string {
  const { at, day } = endOf(due)
  return day === dayOf(now) ? clock(at) : date(day, language)
}
