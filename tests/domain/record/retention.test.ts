import { beforeEach, describe, expect, test } from 'vitest'
import { hallRing } from '../../../db/copies/copies.ts'
import type { Command } from '../../../domain/hall.ts'
import { copiesKept } from '../../../domain/record/destruction.ts'
import { countPast, isPast } from '../../../domain/record/retention.ts'
import { registerRows } from '../../../domain/register/register.ts'
import { instantOf, type Day } from '../../../domain/time.ts'
import { lookup } from '../../../domain/views/lookup.ts'
import { retentionView } from '../../../domain/views/view-retention.ts'
import { kind } from '../../simulation/fixture.ts'
import { examine, grant, notify, openFloor, receive, type Floor } from '../../support/floor.ts'

const on = (day: Day) => instantOf(day, '09:00')

test('a period runs from 1 January of the year after the end to the end of its last year', () => {
  expect(isPast(2026, 1, on('2027-12-31'))).toBe(false)
  expect(isPast(2026, 1, on('2028-01-01'))).toBe(true)
  expect(isPast(2026, 5, on('2031-12-31'))).toBe(false)
  expect(isPast(2026, 5, on('2032-01-01'))).toBe(true)
  expect(isPast(2026, 30, on('2056-12-31'))).toBe(false)
})

test('what is semi-permanent or permanent is past its period with no year', () => {
  expect([isPast(1990, 'permanent', on('2999-01-01')), isPast(1990, 'semiPermanent', on('2999-01-01'))]).toEqual([
    false,
    false,
  ])
})

test('the copies that a hall makes by itself are gone by the day that the screen says', () => {
  const oldest = Math.max(...hallRing.map(({ until }) => until)) / 86_400_000
  expect(copiesKept).toBeGreaterThan(oldest)
})

let floor: Floor
const closeDay: Command = { type: 'closeDay', day: '2026-11-24' }
const destroy = (more: object = {}): Command => ({
  type: 'destroyCases',
  year: 2026,
  kinds: [kind.code],
  reason: '기록물평가심의회 의결 제3호',
  ...more,
})
const view = (list?: { year: number; kind: string }) =>
  floor.sees('supervisor', { of: 'retention', ...(list && { list }) })
const withdrawn = (...ids: string[]): Command[] =>
  ids.flatMap((id) => [receive(id), { type: 'withdrawCase', case: id } as const])

/** Two cases of a year that are put away, and somebody of the time when they are past their period. */
function put(retention: 1 | undefined, day: Day = '2028-01-03'): void {
  floor = openFloor(2, retention === undefined ? {} : { retention })
  floor.does('counter-1', ...withdrawn('a', 'b'))
  floor.does('hall', closeDay)
  floor.at('09:00', day)
}

describe('in a hall that names a period', () => {
  beforeEach(() => put(1))

  test('the cases past it are offered by year and kind, with their receipt numbers and nobody’s name', () => {
    expect(view()?.groups).toEqual([{ year: 2026, kind: kind.code, retention: 1, cases: 2, title: '모의 민원' }])
    expect(view({ year: 2026, kind: kind.code })?.listed).toEqual({
      receiptNos: ['2026-01-00001', '2026-01-00002'],
      more: 0,
    })
    expect(JSON.stringify(view({ year: 2026, kind: kind.code }))).not.toContain('김영수')
  })

  test('they count among the statutory duties, a year as one, until they are destroyed or are here again', () => {
    const duties = () => floor.sees('supervisor', { of: 'overview' }).duties
    const { count } = duties()
    expect(duties()).toEqual({ count, past: 2 })
    floor.does('counter-1', { type: 'takeOutCase', case: 'a' })
    expect(duties()).toEqual({ count, past: 1 })
    floor.does('supervisor', destroy())
    expect(duties()).toEqual({ count: count - 1, past: 0 })
  })

  test('they are counted again only where one may have come or gone', () => {
    const seat = floor.seat('supervisor')
    let counts = 0
    const kept = (last: number) => {
      counts += 1
      return seat.archive.kept(last)
    }
    const archive = { ...seat.archive, kept }
    const { hall, kindOf } = seat
    const past = (at = floor.now) => countPast({ hall, at, kindOf }, archive).cases
    expect([past(), past(), past(), counts]).toEqual([2, 2, 2, 1])
    expect([past(on('2028-01-04')), counts]).toEqual([2, 2])
    floor.does('counter-1', { type: 'takeOutCase', case: 'a' })
    expect([past(), counts]).toEqual([1, 3])
  })

  test('an approval names the cases, is remembered with its reason, and leaves the register without a person', () => {
    const [event] = floor.does('supervisor', destroy())
    expect(event).toMatchObject({ type: 'casesDestroyed', year: 2026, cases: ['a', 'b'] })
    expect(event?.by).toEqual({ machine: 'supervisor', clerk: 'chief' })
    expect(view()).toMatchObject({ groups: [], done: [{ year: 2026, cases: 2, copiesUntil: '2028-02-03' }] })
    const rows = registerRows(floor.seat('supervisor'), {
      first: '2026-11-24',
      last: '2026-11-24',
      which: 'petitions',
      masked: false,
    })
    expect(rows.map((r) => [r.name, r.remarks])).toEqual([
      ['', [{ what: 'destroyed', on: '2028-01-03' }]],
      ['', [{ what: 'destroyed', on: '2028-01-03' }]],
    ])
  })

  test('what is destroyed is found as such, is not taken out again, and is not destroyed twice', () => {
    floor.does('supervisor', destroy())
    const [line] = lookup(floor.seat('counter-1'), '00001').lines
    expect(line).toMatchObject({ case: 'a', archived: true, destroyedAt: floor.now })
    expect(floor.refusal('counter-1', { type: 'takeOutCase', case: 'a' })).toBe('caseDestroyed')
    expect(floor.refusal('supervisor', destroy())).toBe('nothingToDestroy')
  })

  test('of thousands of one kind those are read that are listed, and one for its title', () => {
    const { archive, ...seat } = floor.seat('supervisor')
    const cases = 2000
    let read = 0
    function* keptOf(): Iterable<string> {
      for (let i = 0; i < cases; i += 1) {
        read += 1
        yield 'a'
      }
    }
    const many = { ...archive, kept: () => [{ year: 2026, kind: kind.code, cases }], keptOf }
    const found = retentionView({ ...seat, archive: many }, { year: 2026, kind: kind.code })?.listed
    expect([found?.receiptNos.length, found?.more, read]).toEqual([500, 1500, 501])
  })

  test('a kind that is left out, or another year, keeps what it has', () => {
    expect(floor.refusal('supervisor', destroy({ kinds: ['SIM-02'] }))).toBe('nothingToDestroy')
    expect(floor.refusal('supervisor', destroy({ year: 2025 }))).toBe('nothingToDestroy')
    expect(floor.refusal('supervisor', destroy({ year: 2027 }))).toBe('nothingToDestroy')
  })

  test('a clerk destroys nothing', () => {
    expect(floor.refusal('counter-1', destroy())).not.toBe('allowed')
    expect(floor.sees('counter-1', { of: 'retention' })).toBeUndefined()
  })

  test('a case that is here again is not offered, and stays', () => {
    floor.does('counter-1', { type: 'takeOutCase', case: 'a' })
    const offered = view({ year: 2026, kind: kind.code })
    expect(offered?.groups).toMatchObject([{ cases: 1 }])
    expect(offered?.listed).toEqual({ receiptNos: ['2026-01-00002'], more: 0 })
    expect(floor.does('supervisor', destroy())).toMatchObject([{ cases: ['b'] }])
  })

  test('a kind has the period that the manual says of it', () => {
    const said = (retention: 3 | 'permanent') => void (floor.kinds = [{ ...kind, retention }])
    said(3)
    expect([view()?.groups, floor.refusal('supervisor', destroy())]).toEqual([[], 'nothingToDestroy'])
    floor.at('09:00', '2030-01-02')
    expect(view()?.groups).toMatchObject([{ retention: 3, cases: 2 }])
    said('permanent')
    expect([view()?.groups, floor.refusal('supervisor', destroy())]).toEqual([[], 'nothingToDestroy'])
  })
})

test('nothing is offered before the period is over, though it lacks a day', () => {
  put(1, '2027-12-31')
  expect([view()?.groups, floor.refusal('supervisor', destroy())]).toEqual([[], 'nothingToDestroy'])
})

test('a hall that names no period never offers or destroys anything', () => {
  put(undefined, '2090-01-02')
  expect(view()).toMatchObject({ isSet: false, groups: [] })
  expect(floor.refusal('supervisor', destroy())).toBe('retentionNotSet')
})

test('a refused case is kept while an objection to it is open, and until that is past its own period', () => {
  floor = openFloor(2, { retention: 1 })
  floor.does('counter-1', receive('a'), ...examine('a'))
  floor.does('counter-1', {
    ...(grant('a') as Command & { type: 'decideCase' }),
    outcome: 'refused',
    reasons: '요건',
    provisions: ['법'],
    remedies: ['이의신청'],
  })
  floor.does('counter-1', notify('a'), { type: 'closeCase', case: 'a' })
  floor.does('hall', closeDay)
  floor.at('09:00', '2027-01-04').does('counter-1', { type: 'takeOutCase', case: 'a' })
  floor.does('counter-1', {
    type: 'receiveObjection',
    case: 'o',
    to: 'a',
    refusalReceivedOn: '2026-11-24',
    petitioner: { name: '김영수' },
    grounds: '요건에 맞습니다',
  })
  floor.at('09:00', '2028-01-03')
  expect(view()?.groups).toEqual([])
  floor.at('10:00', '2027-01-04').does('counter-1', { type: 'withdrawCase', case: 'o' })
  floor.does('hall', { type: 'closeDay', day: '2027-01-04' })
  floor.at('09:00', '2028-01-03')
  expect([view()?.groups, floor.refusal('supervisor', destroy())]).toEqual([[], 'nothingToDestroy'])
  floor.at('09:00', '2029-01-02')
  expect(view()?.groups).toMatchObject([
    { year: 2026, cases: 1 },
    { year: 2027, cases: 1 },
  ])
})
