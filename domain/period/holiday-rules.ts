import { addDays, weekday, type Day } from '../time.ts'
import type { Holiday } from './calendar.ts'

/**
 * The holidays of a year by the rules in force: 관공서의 공휴일에 관한 규정 제2조·제3조 (2026-05-11) and 공직선거법
 * 제34조. They hold until the calendar of the year (월력요항) is published, so each is provisional. What no rule can tell
 * is missing: temporary holidays, early elections, and the lunar days after 2050.
 */
export function lawfulHolidays(year: number): Holiday[] {
  if (year < firstYear || year > lastYear) return []
  const named = namedDays(year)
  const taken = new Set(named.map((n) => n.date))
  const substitutes = substitutesOf(named, taken)
  for (const { date } of substitutes) taken.add(date)
  return [...groups(named).map(joined), ...substitutes, ...elections(year, taken)].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  )
}

/** The substitute rules have their present form since 2023-05-04; a day is written with four digits of the year. */
const firstYear = 2024
const lastYear = 9999

/** A day of 제2조: its article number (호), and what a substitute for it is called after. */
type Named = { date: Day; name: string; item: number; of: string }

const fixed: readonly { monthDay: string; name: string; item: number; since?: number }[] = [
  { monthDay: '01-01', name: '1월 1일', item: 3 },
  { monthDay: '03-01', name: '3ㆍ1절', item: 2 },
  { monthDay: '05-01', name: '노동절', item: 6, since: 2026 },
  { monthDay: '05-05', name: '어린이날', item: 7 },
  { monthDay: '06-06', name: '현충일', item: 8 },
  { monthDay: '07-17', name: '제헌절', item: 2, since: 2026 },
  { monthDay: '08-15', name: '광복절', item: 2 },
  { monthDay: '10-03', name: '개천절', item: 2 },
  { monthDay: '10-09', name: '한글날', item: 2 },
  { monthDay: '12-25', name: '기독탄신일', item: 10 },
]

/** 설날, 부처님 오신 날, 추석 (lunar 1/1, 4/8, 8/15) as the Korea Astronomy and Space Science Institute reckons them. */
const lunar: { readonly [year: number]: string } = {
  2024: '02-10 05-15 09-17',
  2025: '01-29 05-05 10-06',
  2026: '02-17 05-24 09-25',
  2027: '02-07 05-13 09-15',
  2028: '01-27 05-02 10-03',
  2029: '02-13 05-20 09-22',
  2030: '02-03 05-09 09-12',
  2031: '01-23 05-28 10-01',
  2032: '02-11 05-16 09-19',
  2033: '01-31 05-06 09-08',
  2034: '02-19 05-25 09-27',
  2035: '02-08 05-15 09-16',
  2036: '01-28 05-03 10-04',
  2037: '02-15 05-22 09-24',
  2038: '02-04 05-11 09-13',
  2039: '01-24 04-30 10-02',
  2040: '02-12 05-18 09-21',
  2041: '02-01 05-07 09-10',
  2042: '01-22 05-26 09-28',
  2043: '02-10 05-16 09-17',
  2044: '01-30 05-05 10-05',
  2045: '02-17 05-24 09-25',
  2046: '02-06 05-13 09-15',
  2047: '01-26 05-02 10-04',
  2048: '02-14 05-20 09-22',
  2049: '02-02 05-09 09-11',
  2050: '01-23 05-28 09-30',
}

/** The lunar days first: where two fall together, they are named first. */
function namedDays(year: number): Named[] {
  const days = lunar[year]?.split(' ') ?? []
  const [newYear, buddha, harvest] = days.map((monthDay) => `${year}-${monthDay}`)
  return [
    ...(newYear === undefined ? [] : threeDays(newYear, '설날', 4)),
    ...(buddha === undefined ? [] : [{ date: buddha, name: '부처님 오신 날', item: 5, of: '부처님 오신 날' }]),
    ...(harvest === undefined ? [] : threeDays(harvest, '추석', 9)),
    ...fixed
      .filter(({ since = firstYear }) => year >= since)
      .map(({ monthDay, name, item }) => ({ date: `${year}-${monthDay}`, name, item, of: name })),
  ]
}

const threeDays = (middle: Day, name: string, item: number): Named[] =>
  [`${name} 전날`, name, `${name} 다음 날`].map((each, index) => ({
    date: addDays(middle, index - 1),
    name: each,
    item,
    of: name,
  }))

/** By date; days of the same date together. */
function groups(named: readonly Named[]): Named[][] {
  const dates = [...new Set(named.map((n) => n.date))].toSorted()
  return dates.map((date) => named.filter((n) => n.date === date))
}

const decree = '관공서의 공휴일에 관한 규정'
const byRule = { source: '규칙으로 계산', provisional: true } as const

function joined(together: readonly Named[]): Holiday {
  const items = [...new Set(together.map((n) => n.item))].toSorted((a, b) => a - b)
  return {
    date: together[0]?.date ?? '',
    name: together.map((n) => n.name).join('·'),
    kind: 'public',
    basis: `${decree} 제2조 ${items.map((i) => `제${i}호`).join('·')}`,
    ...byRule,
  }
}

/** 제3조: the days that get a substitute, in order; a substitute that is taken moves on to the next day. */
function substitutesOf(named: readonly Named[], taken: ReadonlySet<Day>): Holiday[] {
  const given = new Set<Day>()
  return groups(named).flatMap((together) =>
    reasonsOf(together).map(({ name, clause }) => {
      const date = firstFree(together[0]?.date ?? '', (day) => taken.has(day) || given.has(day))
      given.add(date)
      return {
        date,
        name: `대체공휴일(${name})`,
        kind: 'substitute',
        ...byRule,
        basis: `${decree} 제3조 제1항 제${clause}호`,
      } as const
    }),
  )
}

/** 제3조 제1항: on a weekend each day has its own substitute; days that overlap on a weekday have one together. */
function reasonsOf(together: readonly Named[]): { name: string; clause: 1 | 2 | 3 }[] {
  const on = weekday(together[0]?.date ?? '')
  if (on !== 0 && on !== 6) {
    const overlap = together.length > 1 && together.some((n) => n.item !== 3 && n.item !== 8)
    return overlap ? [{ name: `겹침:${together.map((n) => n.of).join('+')}`, clause: 3 }] : []
  }
  return together.flatMap(({ of: name, item }): { name: string; clause: 1 | 2 }[] => {
    if ([2, 5, 6, 7, 10].includes(item)) return [{ name, clause: 1 }]
    return [4, 9].includes(item) && on === 0 ? [{ name, clause: 2 }] : []
  })
}

/** 제3조: the first day after it that is no holiday; on a Saturday it moves on (제3항). */
function firstFree(after: Day, isTaken: (day: Day) => boolean): Day {
  let day = addDays(after, 1)
  while ([0, 6].includes(weekday(day)) || isTaken(day)) day = addDays(day, 1)
  return day
}

/** 공직선거법 제34조 제1항: the first Wednesday from so many days before the end of the term on, that day included. */
const ballots = [
  { every: 5, from: 2030, expires: '06-03', before: 70, nth: 22, name: (n: number) => `제${n}대 대통령선거` },
  { every: 4, from: 2024, expires: '05-29', before: 50, nth: 22, name: (n: number) => `제${n}대 국회의원선거` },
  { every: 4, from: 2026, expires: '06-30', before: 30, nth: 9, name: (n: number) => `제${n}회 전국동시지방선거` },
] as const

function elections(year: number, taken: ReadonlySet<Day>): Holiday[] {
  return ballots
    .filter(({ every, from }) => year >= from && (year - from) % every === 0)
    .map(({ every, from, expires, before, nth, name }) => ({
      date: electionDay(addDays(`${year}-${expires}`, -before), taken),
      kind: 'election',
      ...byRule,
      name: `${name(nth + (year - from) / every)}(법정일, 공직선거법 §34)`,
      basis: `${decree} 제2조 제10호의2`,
    }))
}

/**
 * 제34조 제2항: a week later where the day itself, the day before or the day after is a holiday. 한식, which counts like
 * one (공직선거관리규칙 제8조), never comes near these days.
 */
function electionDay(from: Day, taken: ReadonlySet<Day>): Day {
  let day = addDays(from, (3 - weekday(from) + 7) % 7)
  while ([-1, 0, 1].some((n) => taken.has(addDays(day, n)))) day = addDays(day, 7)
  return day
}
