import { z } from 'zod'
import { Actor, HALL } from '../actor.ts'
import type { Hall } from '../state.ts'
import { Day, Instant } from '../time.ts'
import { Holiday } from './calendar.ts'

/** 휴일의 지정과 취소: by the institution, in the folder of its manual, and by the supervisor for the days in between. */

export const holidayCommands = [
  z.strictObject({ type: z.literal('designateHoliday'), holidays: z.array(Holiday) }),
  z.strictObject({ type: z.literal('withdrawHoliday'), date: Day, reason: z.string().min(1).max(200) }),
] as const
const HolidayCommand = z.discriminatedUnion('type', holidayCommands)
type HolidayCommand = z.infer<typeof HolidayCommand>

const act = { at: Instant, by: Actor }
export const holidayEvents = [
  z.strictObject({ ...act, type: z.literal('holidaysDesignated'), holidays: z.array(Holiday) }),
  z.strictObject({ ...act, type: z.literal('holidayWithdrawn'), date: Day, reason: z.string() }),
] as const
const HolidayEvent = z.discriminatedUnion('type', holidayEvents)
type HolidayEvent = z.infer<typeof HolidayEvent>

export type HolidayRefusal = 'holidayKnown' | 'holidayTwice' | 'holidayUnknown'

/** Who entered the holiday of a date, what the folder said of it last, and what became of it. */
export type HolidayMark = {
  enteredAt: Instant
  enteredBy: Actor
  /** Absent for a date that the folder does not have, or no longer. */
  inFolder?: Holiday
  withdrawn?: { at: Instant; by: Actor; reason: string; holiday: Holiday }
}

type Known = Pick<Hall, 'holidays' | 'holidayMarks'>

/** What happens by a command on holidays. The folder is the hall's own voice; everybody else is the supervisor. */
export function decideHolidays(
  hall: Known,
  command: HolidayCommand,
  done: { by: Actor; at: Instant },
): { event: HolidayEvent } | { refused: HolidayRefusal } {
  const isFolder = done.by.machine === HALL
  if (command.type === 'designateHoliday') {
    const { holidays } = command
    if (new Set(holidays.map((h) => h.date)).size < holidays.length) return { refused: 'holidayTwice' }
    if (!isFolder && holidays.some((h) => hall.holidays.has(h.date))) return { refused: 'holidayKnown' }
    return { event: { ...done, type: 'holidaysDesignated', holidays } }
  }
  const { date, reason } = command
  const isKnown = hall.holidays.has(date) || (isFolder && hall.holidayMarks.get(date)?.inFolder !== undefined)
  return isKnown ? { event: { ...done, type: 'holidayWithdrawn', date, reason } } : { refused: 'holidayUnknown' }
}

/** Takes an act on holidays into the state. The holidays are replaced as a whole, which tells `calendarOf` of it. */
export function evolveHolidays(hall: Known, event: HolidayEvent): void {
  if (event.type === 'holidayWithdrawn') return withdraw(hall, event)
  const { at, by } = event
  hall.holidays = new Map([...hall.holidays, ...event.holidays.map((h) => [h.date, h] as const)])
  for (const holiday of event.holidays) {
    const inFolder = by.machine === HALL ? holiday : hall.holidayMarks.get(holiday.date)?.inFolder
    hall.holidayMarks.set(holiday.date, { enteredAt: at, enteredBy: by, ...(inFolder && { inFolder }) })
  }
}

/** What left the folder leaves the hall, but not what the supervisor entered for the same date. */
function withdraw(hall: Known, { at, by, date, reason }: Extract<HolidayEvent, { type: 'holidayWithdrawn' }>): void {
  const holiday = hall.holidays.get(date)
  const { inFolder, ...mark } = hall.holidayMarks.get(date) ?? { enteredAt: at, enteredBy: by }
  const isFolder = by.machine === HALL
  const goes = holiday !== undefined && (!isFolder || mark.enteredBy.machine === HALL)
  hall.holidayMarks.set(date, {
    ...mark,
    ...(!isFolder && inFolder && { inFolder }),
    ...(goes && { withdrawn: { at, by, reason, holiday } }),
  })
  if (goes) hall.holidays = new Map([...hall.holidays].filter(([day]) => day !== date))
}

/**
 * What the folder says now and did not say when it was last read. What the supervisor did to a date stands for as long as
 * the folder says the same of it as before (docs/decisions/0004).
 */
export function holidayNews({ holidayMarks }: Known, folder: readonly Holiday[], reason: string): HolidayCommand[] {
  const holidays = folder.filter((h) => !isSame(holidayMarks.get(h.date)?.inFolder, h))
  const dates = new Set(folder.map((h) => h.date))
  const gone = [...holidayMarks].filter(([date, mark]) => mark.inFolder && !dates.has(date))
  return [
    ...(holidays.length > 0 ? [{ type: 'designateHoliday', holidays } as const] : []),
    ...gone.map(([date]) => ({ type: 'withdrawHoliday', date, reason }) as const),
  ]
}

const isSame = (a: Holiday | undefined, b: Holiday): boolean =>
  a !== undefined && Holiday.keyof().options.every((field) => a[field] === b[field])
