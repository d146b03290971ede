import { beforeEach, describe, expect, test } from 'vitest'
import { calendarOf } from '../../../domain/hall-calendar.ts'
import type { Holiday } from '../../../domain/period/calendar.ts'
import { holidayNews } from '../../../domain/period/holidays.ts'
import { emptyHall, hallFromJson, hallToJson } from '../../../domain/state.ts'
import { Floor, openFloor } from '../../support/floor.ts'

const holiday = (date: string, name: string, rest: Partial<Holiday> = {}): Holiday => ({
  date,
  name,
  kind: 'public',
  basis: '제2조 제7호',
  source: '월력요항',
  provisional: false,
  ...rest,
})
const children = holiday('2026-05-05', '어린이날')
const memorial = holiday('2026-06-06', '현충일')
const special = holiday('2026-12-28', '임시공휴일', { kind: 'temporary', basis: '제2조 제11호', source: '관보' })

let floor = new Floor()
const names = () => [...floor.hall.holidays.values()].map((h) => h.name)
const designate = (...holidays: Holiday[]) => ({ type: 'designateHoliday', holidays }) as const
const withdraw = (date: string) => ({ type: 'withdrawHoliday', date, reason: '지정이 취소됨' }) as const
/** The hall starts with a folder. */
const start = (...folder: Holiday[]) => {
  const news = holidayNews(floor.hall, folder, '폴더에서 빠짐')
  floor.does('hall', ...news)
  return news.map((c) => c.type)
}

beforeEach(() => {
  floor = openFloor(1)
})

describe('the supervisor', () => {
  test('designates a temporary holiday, which the calendar of the hall knows at once', () => {
    expect(calendarOf(floor.hall).isOff('2026-12-28')).toBe(false)
    floor.does('supervisor', designate(special))
    const calendar = calendarOf(floor.hall)
    expect([calendar.isOff('2026-12-28'), calendar.holidayName('2026-12-28')]).toEqual([true, '임시공휴일'])
    expect(floor.hall.holidayMarks.get('2026-12-28')).toEqual({
      enteredAt: floor.now,
      enteredBy: { machine: 'supervisor', clerk: 'chief' },
    })
  })

  test('withdraws a holiday with a reason, and the record keeps what it was', () => {
    floor.does('supervisor', designate(special), withdraw('2026-12-28'))
    expect(calendarOf(floor.hall).isOff('2026-12-28')).toBe(false)
    expect(floor.hall.holidayMarks.get('2026-12-28')?.withdrawn).toMatchObject({
      reason: '지정이 취소됨',
      holiday: special,
      by: { clerk: 'chief' },
    })
  })

  test('is refused a day that is a holiday already, and one that is none', () => {
    floor.does('supervisor', designate(special))
    expect(floor.refusal('supervisor', designate({ ...special, name: '다른 이름' }))).toBe('holidayKnown')
    expect(floor.refusal('supervisor', withdraw('2026-12-29'))).toBe('holidayUnknown')
    floor.does('supervisor', withdraw('2026-12-28'))
    expect(floor.refusal('supervisor', withdraw('2026-12-28'))).toBe('holidayUnknown')
    expect(floor.refusal('supervisor', designate(special))).toBe('allowed')
  })

  test('is refused a day that is said twice at once, and sees what stands there', () => {
    expect(floor.refusal('supervisor', designate(special, { ...special, name: '다른 이름' }))).toBe('holidayTwice')
    floor.does('supervisor', designate(special))
    const seen = floor.sees('supervisor', { of: 'holidays', date: '2026-12-28' })
    expect(seen.holidays.find((h) => h.date === '2026-12-28')).toMatchObject({ name: '임시공휴일', kind: 'temporary' })
  })

  test('alone may do so', () => {
    start(children)
    for (const command of [designate(special), withdraw('2026-05-05')])
      expect(floor.refusal('counter-1', command)).toBe('notSupervisor')
  })
})

describe('the folder of the manual', () => {
  test('is followed at the first start, and says nothing new at the next', () => {
    expect(start(children, memorial)).toEqual(['designateHoliday'])
    expect(names()).toEqual(['어린이날', '현충일'])
    expect(start(children, memorial)).toEqual([])
    floor = new Floor(floor.now, hallFromJson(hallToJson(floor.hall)))
    expect(start(children, memorial)).toEqual([])
  })

  test('does not bring back what the supervisor withdrew, nor take what he added', () => {
    start(children, memorial)
    floor.does('supervisor', withdraw('2026-05-05'), designate(special))
    expect(start(children, memorial)).toEqual([])
    expect(names()).toEqual(['현충일', '임시공휴일'])
  })

  test('is followed again where it says something new of a date', () => {
    start(children, memorial)
    floor.does('supervisor', withdraw('2026-05-05'))
    expect(start({ ...children, source: '관보' }, memorial)).toEqual(['designateHoliday'])
    expect(names()).toEqual(['현충일', '어린이날'])
    expect(floor.hall.holidayMarks.get('2026-05-05')?.withdrawn).toBeUndefined()
  })

  test('takes away what it no longer has, once', () => {
    start(children, memorial)
    expect(start(memorial)).toEqual(['withdrawHoliday'])
    expect([names(), start(memorial)]).toEqual([['현충일'], []])
    expect(start(children, memorial)).toEqual(['designateHoliday'])
    expect(names()).toEqual(['현충일', '어린이날'])
  })

  test('does not take away what the supervisor entered for the same date', () => {
    start(children, special)
    floor.does('supervisor', withdraw('2026-12-28'), designate({ ...special, name: '기관 휴무일', kind: 'local' }))
    expect(start(children)).toEqual(['withdrawHoliday'])
    expect([names(), start(children)]).toEqual([['어린이날', '기관 휴무일'], []])
  })

  test('that drops a date which the supervisor had withdrawn changes nothing more', () => {
    start(children, memorial)
    floor.does('supervisor', withdraw('2026-05-05'))
    expect(start(memorial)).toEqual(['withdrawHoliday'])
    expect(floor.hall.holidayMarks.get('2026-05-05')?.withdrawn?.by.machine).toBe('supervisor')
    expect(start(memorial)).toEqual([])
  })
})

test('the marks of the holidays are in a snapshot, and one without them opens', () => {
  start(children)
  expect(hallFromJson(hallToJson(floor.hall))).toEqual(floor.hall)
  expect(hallFromJson('{}')).toEqual(emptyHall())
})
