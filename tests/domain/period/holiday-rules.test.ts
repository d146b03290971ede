import { join } from 'node:path'
import { getHolidayPreset } from '@hyunbinseo/holidays-kr'
import KoreanLunarCalendar from 'korean-lunar-calendar'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar } from '../../../domain/period/calendar.ts'
import { lawfulHolidays } from '../../../domain/period/holiday-rules.ts'
import { addDays, weekday } from '../../../domain/time.ts'

// The package's types describe its CommonJS form, whose class stands under `default`.
const Lunar = KoreanLunarCalendar as unknown as typeof KoreanLunarCalendar.default

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const shipped = 'faults' in found ? [] : found
const shippedIn = (year: number) => shipped.filter((h) => h.date.startsWith(`${year}-`))
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const datesOf = (year: number) => lawfulHolidays(year).map((h) => h.date)
const everyDay = (year: number) =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) => day.startsWith(`${year}`))

describe.each(years(2024, 2027))('the official calendar of %s', (year) => {
  test('is what the shipped holidays say on every day', async () => {
    const official = new Set(Object.keys(await getHolidayPreset(String(year))))
    const calendar = makeCalendar({ holidays: shipped, ...usual })
    const ours = new Set(shippedIn(year).map((h) => h.date))
    for (const day of everyDay(year)) {
      expect([day, ours.has(day)]).toEqual([day, official.has(day)])
      const isOff = official.has(day) || [0, 6].includes(weekday(day))
      expect([day, calendar.isOff(day), calendar.isProvisional(day)]).toEqual([day, isOff, false])
    }
  })

  test('is what the rules say on every day, apart from the temporary holidays', async () => {
    const official = Object.keys(await getHolidayPreset(String(year)))
    const temporary = new Set(shippedIn(year).flatMap((h) => (h.kind === 'temporary' ? [h.date] : [])))
    expect(datesOf(year)).toEqual(official.filter((day) => !temporary.has(day)).toSorted())
  })
})

test('the package has no data for 2028, so it must not decide at run time', async () => {
  await expect(getHolidayPreset('2028')).rejects.toThrow(RangeError)
})

test('2028 by the rules is the shipped 2028, with names, articles and all', () => {
  expect(lawfulHolidays(2028)).toEqual(shippedIn(2028))
  const working = datesOf(2028).filter((day) => ![0, 6].includes(weekday(day)))
  expect(working.map((day) => day.slice(5))).toEqual([
    ...['01-26', '01-27', '01-28', '03-01', '04-12', '05-01', '05-02', '05-05', '06-06', '07-17', '08-15'],
    ...['10-02', '10-03', '10-04', '10-05', '10-09', '12-25'],
  ])
})

test('the lunar days from 2024 to 2050 are those of the Korea Astronomy and Space Science Institute', () => {
  const solar = (year: number, month: number, day: number) => {
    const calendar = new Lunar()
    expect(calendar.setLunarDate(year, month, day, false)).toBe(true)
    const { year: y, month: m, day: d } = calendar.getSolarCalendar()
    return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  }
  for (const year of years(2024, 2050)) {
    const named = (name: string) => lawfulHolidays(year).find((h) => h.name.split('·').includes(name))?.date
    expect([named('설날'), named('부처님 오신 날'), named('추석')]).toEqual([
      ...[solar(year, 1, 1), solar(year, 4, 8), solar(year, 8, 15)],
    ])
  }
})

test('제헌절 and 노동절 are holidays since 2026', () => {
  for (const day of ['05-01', '07-17'])
    expect(years(2024, 2027).map((year) => datesOf(year).includes(`${year}-${day}`))).toEqual([
      ...[false, false, true, true],
    ])
})

describe('[공직선거법 §34] an election on the expiry of a term', () => {
  const ballots = (year: number) => lawfulHolidays(year).filter((h) => h.kind === 'election')

  test('is on the lawful Wednesday of its year from 2024 to 2040', () => {
    const dates = years(2024, 2040).flatMap((year) => ballots(year).map((h) => `${h.date} ${h.name.split('(')[0]}`))
    expect(dates).toEqual([
      '2024-04-10 제22대 국회의원선거',
      '2026-06-03 제9회 전국동시지방선거',
      '2028-04-12 제23대 국회의원선거',
      '2030-03-27 제22대 대통령선거',
      '2030-06-12 제10회 전국동시지방선거',
      '2032-04-14 제24대 국회의원선거',
      '2034-05-31 제11회 전국동시지방선거',
      '2035-03-28 제23대 대통령선거',
      '2036-04-09 제25대 국회의원선거',
      '2038-06-02 제12회 전국동시지방선거',
      '2040-03-28 제24대 대통령선거',
      '2040-04-11 제26대 국회의원선거',
    ])
  })

  test('goes to the next week where a holiday is on it or beside it: 2030-06-05 is the day before 현충일', () => {
    expect(ballots(2030)[1]?.date).toBe('2030-06-12')
    const all = years(2024, 2100).flatMap((year) => ballots(year).map((h) => h.date))
    for (const day of all) {
      const around = [addDays(day, -1), addDays(day, 1)]
      const others = lawfulHolidays(Number(day.slice(0, 4))).filter((h) => h.kind !== 'election')
      expect([day, weekday(day), others.filter((h) => [day, ...around].includes(h.date))]).toEqual([day, 3, []])
    }
  })
})

describe('[공휴일 §3] a substitute', () => {
  const substitutes = (year: number) => lawfulHolidays(year).filter((h) => h.kind === 'substitute')

  test('is never on a weekend or on another holiday, whatever the year', () => {
    for (const year of years(2024, 2060)) {
      const all = lawfulHolidays(year)
      expect(new Set(all.map((h) => h.date)).size).toBe(all.length)
      for (const { date } of substitutes(year)) expect([date, [0, 6].includes(weekday(date))]).toEqual([date, false])
    }
  })

  test('follows a Saturday for 국경일 and the like, only a Sunday for 설날 and 추석', () => {
    expect(substitutes(2026).map((h) => h.date)).toEqual(['2026-03-02', '2026-05-25', '2026-08-17', '2026-10-05'])
    expect(substitutes(2027).map((h) => h.date)).toEqual([
      ...['2027-02-09', '2027-05-03', '2027-07-19', '2027-08-16', '2027-10-04', '2027-10-11', '2027-12-27'],
    ])
  })

  test('is given once for days that overlap on a weekday, and not at all for 1월 1일 and 현충일', () => {
    expect(substitutes(2025).find((h) => h.date === '2025-05-06')?.name).toBe(
      '대체공휴일(겹침:부처님 오신 날+어린이날)',
    )
    expect(substitutes(2028).map((h) => h.date)).toEqual(['2028-10-05'])
    const named = years(2024, 2060).flatMap((year) => substitutes(year).map((h) => h.name))
    expect(named.filter((name) => /1월 1일|현충일\)/.test(name))).toEqual([])
  })

  test('that meets another goes to the next day: both are days off', () => {
    const names = (year: number, month: string) =>
      substitutes(year).flatMap((h) => (h.date.slice(5, 7) === month ? [`${h.date.slice(8)} ${h.name}`] : []))
    // 부처님 오신 날 2039 is a Saturday, 노동절 the Sunday after it.
    expect(names(2039, '05')).toEqual(['02 대체공휴일(부처님 오신 날)', '03 대체공휴일(노동절)'])
    // 개천절 2036 is the eve of 추석, and the day after 추석 is a Sunday.
    expect(names(2036, '10')).toEqual(['06 대체공휴일(겹침:추석+개천절)', '07 대체공휴일(추석)'])
  })
})

test('every rule is provisional, names its article and its source, and beyond 2050 only the lunar days are missing', () => {
  for (const h of years(2024, 2060).flatMap((year) => lawfulHolidays(year)))
    expect(h).toMatchObject({ provisional: true, source: '규칙으로 계산', basis: expect.stringMatching(/제[23]조/) })
  expect(lawfulHolidays(2051).map((h) => h.name)).toContain('어린이날')
  expect(lawfulHolidays(2051).some((h) => /설날|추석|부처님/.test(h.name))).toBe(false)
  for (const year of [-1, 0, 2023, 9999, 10_000, 1e9, NaN]) expect(Array.isArray(lawfulHolidays(year))).toBe(true)
})

describe('a calendar', () => {
  const calendar = makeCalendar({ holidays: shipped, ...usual })

  test('goes on by the rules after the last year of its table, provisionally', () => {
    expect(calendar.knownUntil).toBe('2028-12-31')
    expect([calendar.isOff('2029-02-13'), calendar.holidayName('2029-02-13')]).toEqual([true, '설날'])
    expect(['2027-12-31', '2028-01-01', '2029-01-01'].map((d) => calendar.isProvisional(d))).toEqual([
      ...[false, true, true],
    ])
    for (const year of years(2029, 2060))
      for (const day of everyDay(year)) {
        const isLawful = lawfulHolidays(year).some((h) => h.date === day)
        expect(calendar.isOff(day)).toBe(isLawful || [0, 6].includes(weekday(day)))
      }
  })

  test('keeps the rules of a year for which only single days were given', () => {
    for (const kind of ['public', 'substitute', 'temporary', 'election', 'local'] as const) {
      const more = makeCalendar({ holidays: [...shipped, { date: '2031-10-21', kind, name: '하루' }], ...usual })
      expect(['2031-10-21', '2031-12-25'].map((d) => more.holidayName(d))).toEqual(['하루', '기독탄신일'])
      expect(more.knownUntil).toBe('2028-12-31')
    }
  })

  test('is not robbed of the rules of a year by its 1월 1일 alone, nor by a few public holidays', () => {
    const few = ['2031-01-01', '2031-03-01', '2031-06-06'].map(
      (date) => ({ date, kind: 'public', name: '하루' }) as const,
    )
    for (const given of [few.slice(0, 1), few]) {
      const own = makeCalendar({ holidays: [...shipped, ...given], ...usual })
      expect([own.holidayName('2031-01-01'), own.holidayName('2031-12-25')]).toEqual(['하루', '기독탄신일'])
      expect([own.knownUntil, own.isProvisional('2031-12-25')]).toEqual(['2028-12-31', true])
    }
  })

  test('takes the table alone for a year that it covers', () => {
    const table = lawfulHolidays(2031).map((h) => ({ ...h, provisional: false }))
    const without = table.filter((h) => h.date !== '2031-12-25')
    const own = makeCalendar({ holidays: without, ...usual })
    expect([own.isOff('2031-12-25'), own.isOff('2030-12-25'), own.isOff('2032-12-24')]).toEqual([false, true, false])
    expect([own.isProvisional('2031-12-25'), own.isProvisional('2032-12-24')]).toEqual([false, true])
  })
})
