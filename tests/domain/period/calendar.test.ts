import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar, type CalendarRules } from '../../../domain/period/calendar.ts'
import { instantOf, isoOf } from '../../../domain/time.ts'

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendarWith = (rules: Partial<CalendarRules> = {}) => makeCalendar({ holidays, ...usual, ...rules })
const clocks = (rules: Partial<CalendarRules>, day: string) =>
  calendarWith(rules)
    .windows(day)
    .map((w) => [w.from, w.to].map((at) => isoOf(at).slice(11, 16)).join('–'))

describe('a day off', () => {
  test('is a Saturday, a Sunday, a holiday or a substitute', () => {
    const calendar = calendarWith()
    expect(
      ['2026-03-14', '2026-03-15', '2026-05-01', '2026-03-02', '2026-06-03'].map((d) => calendar.isOff(d)),
    ).toEqual(Array.from({ length: 5 }, () => true))
    expect(['2026-03-13', '2025-05-01', '2025-07-17'].map((d) => calendar.isOff(d))).toEqual([false, false, false])
  })

  test('has no working time, and the next working day comes after it', () => {
    const calendar = calendarWith()
    expect(calendar.windows('2026-09-24')).toEqual([])
    expect(calendar.nextWorkingDay('2026-09-24')).toBe('2026-09-28')
    expect(calendar.nextWorkingDay('2026-09-23')).toBe('2026-09-23')
  })

  test('beyond the years of the table goes by the rules of the decree', () => {
    const calendar = calendarWith()
    expect(calendar.knownUntil).toBe('2028-12-31')
    expect(['2035-05-05', '2035-05-07', '2035-05-08', '9999-12-31'].map((d) => calendar.isOff(d))).toEqual([
      ...[true, true, false, false],
    ])
    expect(makeCalendar({ holidays: [], ...usual }).knownUntil).toBe('0000-12-31')
  })

  test('of the place alone does not make its year known', () => {
    const local = { date: '2031-10-21', kind: 'local' as const }
    const calendar = makeCalendar({ holidays: [...holidays, local], ...usual })
    expect([calendar.isOff('2031-10-21'), calendar.knownUntil]).toEqual([true, '2028-12-31'])
  })

  test('that is entered singly, ten in a year, leaves the holidays of the decree in it', () => {
    const single = Array.from({ length: 10 }, (_, i) => ({
      date: `2031-11-${10 + i}`,
      kind: i % 2 === 0 ? ('local' as const) : ('temporary' as const),
    }))
    const calendar = makeCalendar({ holidays: single, ...usual })
    expect(['2031-11-10', '2031-01-01', '2031-01-23', '2031-10-01'].map((day) => calendar.isOff(day))).toEqual(
      Array.from({ length: 4 }, () => true),
    )
  })
})

describe('the working time of a day', () => {
  test('is 09:00–12:00 and 13:00–18:00, each without its last instant', () => {
    const [morning] = calendarWith().windows('2026-03-10')
    expect(morning).toEqual({ from: instantOf('2026-03-10', '09:00'), to: instantOf('2026-03-10', '12:00') })
    expect(clocks({}, '2026-03-10')).toEqual(['09:00–12:00', '13:00–18:00'])
  })

  test('follows a moved lunch, no lunch, and other hours', () => {
    expect(clocks({ lunch: { from: '11:00', to: '12:00' } }, '2026-03-10')).toEqual(['09:00–11:00', '12:00–18:00'])
    expect(clocks({ lunch: undefined }, '2026-03-10')).toEqual(['09:00–18:00'])
    expect(clocks({ hours: { from: '12:00', to: '20:00' } }, '2026-03-10')).toEqual(['13:00–20:00'])
  })

  test('has the evening only on its weekday and only when it counts', () => {
    const night = { weekday: 2, until: '21:00' }
    expect(clocks({ night }, '2026-03-10')).toEqual(['09:00–12:00', '13:00–18:00'])
    expect(clocks({ night, nightCounts: true }, '2026-03-10')).toEqual(['09:00–12:00', '13:00–18:00', '18:00–21:00'])
    expect(clocks({ night, nightCounts: true }, '2026-03-11')).toEqual(['09:00–12:00', '13:00–18:00'])
    expect(clocks({ night, nightCounts: true }, '2026-02-17')).toEqual([])
  })
})
