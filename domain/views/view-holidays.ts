import { HALL } from '../actor.ts'
import { calendarOf } from '../hall-calendar.ts'
import type { Holiday } from '../period/calendar.ts'
import { lawfulHolidays } from '../period/holiday-rules.ts'
import { doneView, dueOf, type Seat } from '../seat.ts'
import { dayOf, type Day } from '../time.ts'
import type { HolidaysView } from './views.ts'

/** How many years beyond the hall's own table are shown by the rules. */
const yearsAhead = 2

/** The holidays of the hall and, with a date, what changes for the open cases if that day is made a holiday or a working day. */
export function holidaysView(seat: Seat, date: Day | undefined): HolidaysView {
  const { holidays, holidayMarks } = seat.hall
  const { knownUntil } = seat.calendar
  // A table without this year leaves it to the rules as well.
  const covered = Math.max(Number(knownUntil.slice(0, 4)), Number(dayOf(seat.at).slice(0, 4)) - 1)
  const years = Array.from({ length: yearsAhead }, (_, i) => covered + i + 1)
  const byRule = years.flatMap(lawfulHolidays).filter((h) => !holidays.has(h.date))
  const byDate = <T extends { date: Day }>(all: T[]): T[] => all.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    knownUntil,
    line: seat.line,
    holidays: byDate([
      ...[...holidays.values()].map((holiday) => {
        const mark = holidayMarks.get(holiday.date)
        const isEntered = mark !== undefined && mark.enteredBy.machine !== HALL
        const entered = isEntered && doneView(seat, { at: mark.enteredAt, by: mark.enteredBy })
        return { ...holiday, withdrawable: true, ...(entered && { entered }) }
      }),
      ...byRule.map((holiday) => ({ ...holiday, withdrawable: false })),
    ]),
    withdrawn: byDate(
      [...holidayMarks.values()].flatMap(({ withdrawn: gone }) =>
        gone ? [{ ...gone.holiday, reason: gone.reason, gone: doneView(seat, gone) }] : [],
      ),
    ),
    ...(date !== undefined && { moves: movesBy(seat, [changeOf(seat, date)]) }),
  }
}

/** What becomes of a day: a holiday, or the holiday that it is goes. */
type DayChange = { date: Day; holiday?: Holiday }

const changeOf = ({ hall }: Seat, date: Day): DayChange =>
  hall.holidays.has(date) ? { date } : { date, holiday: ifDesignated(date) }

/** How many open cases would be due at another time. */
export function movesBy(seat: Seat, changes: readonly DayChange[]): number {
  const { profile, holidays } = seat.hall
  const changed = new Map(holidays)
  for (const { date, holiday } of changes)
    if (holiday) changed.set(date, holiday)
    else changed.delete(date)
  const other = { ...seat, calendar: calendarOf({ ...(profile && { profile }), holidays: changed }) }
  const open = [...seat.hall.cases.values()].filter((c) => c.state !== 'closed')
  return open.filter((c) => dueOf(other, c)?.dueAt !== dueOf(seat, c)?.dueAt).length
}

const ifDesignated = (date: Day): Holiday => ({
  date,
  name: '임시공휴일',
  kind: 'temporary',
  basis: '',
  source: '',
  provisional: false,
})
