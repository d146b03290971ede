import { beforeEach, describe, expect, test } from 'vitest'
import type { Holiday } from '../../../domain/period/calendar.ts'
import { lawfulHolidays } from '../../../domain/period/holiday-rules.ts'
import { Floor, openFloor, receive, tomorrow } from '../../support/floor.ts'

const holiday = (date: string, rest: Partial<Holiday> = {}): Holiday => ({
  date,
  name: '공휴일',
  kind: 'public',
  basis: '제2조',
  source: '월력요항',
  provisional: false,
  ...rest,
})
const temporary = holiday(tomorrow, { name: '임시공휴일', kind: 'temporary' })
const withdraw = { type: 'withdrawHoliday', date: tomorrow, reason: '지정이 취소됨' } as const

const table = lawfulHolidays(2026).map((h) => ({ ...h, provisional: false }))

let floor: Floor
beforeEach(() => {
  floor = openFloor()
  floor.does('hall', {
    type: 'designateHoliday',
    holidays: table.toReversed(),
  })
})
const view = (date?: string) => floor.sees('supervisor', { of: 'holidays', ...(date !== undefined && { date }) })

describe('the holidays as the supervisor sees them', () => {
  test('are in the order of their dates, then two years by the rules that nobody can withdraw', () => {
    const { holidays, knownUntil } = view()
    expect(knownUntil).toBe('2026-12-31')
    const ofYear = table.length
    expect(holidays.slice(0, ofYear).map((h) => [h.date, h.withdrawable])).toEqual(table.map((h) => [h.date, true]))
    expect(holidays[ofYear]).toMatchObject({ date: '2027-01-01', withdrawable: false })
    expect(holidays.at(-1)?.date).toBe('2028-12-25')
    expect(holidays.every((h) => h.provisional === !h.withdrawable)).toBe(true)
  })

  test('say who entered one, when it was not the folder, and who withdrew one and why', () => {
    floor.does('supervisor', { type: 'designateHoliday', holidays: [temporary] })
    const entered = view().holidays.filter((h) => h.entered)
    expect(entered).toMatchObject([{ date: tomorrow, entered: { clerk: '감독자', at: floor.now } }])
    floor.does('supervisor', withdraw)
    expect(view().withdrawn).toMatchObject([
      { ...temporary, reason: '지정이 취소됨', gone: { clerk: '감독자', at: floor.now } },
    ])
    expect(view().holidays.some((h) => h.date === tomorrow)).toBe(false)
  })

  test('say how many open cases move by a day: those whose period runs over it', () => {
    floor.does('counter-1', receive('at once'), receive('seven days', 'SIM-02'), receive('unknown', 'SIM-03'))
    floor.does('counter-1', receive('gone', 'SIM-02'), { type: 'withdrawCase', case: 'gone' })
    expect(view().moves).toBeUndefined()
    expect([tomorrow, '2026-12-30', '2026-11-28'].map((day) => view(day).moves)).toEqual([1, 0, 0])
    floor.does('supervisor', { type: 'designateHoliday', holidays: [temporary] })
    expect(view(tomorrow).moves).toBe(1)
  })
})
