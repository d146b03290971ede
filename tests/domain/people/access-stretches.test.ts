import { expect, test } from 'vitest'
import type { AccessLog } from '../../../domain/people/access-log.ts'
import { countActs, countedActs, lastDays, newestActs } from '../../../domain/people/access-stretches.ts'
import type { Entry } from '../../../domain/record/log.ts'
import { instantOf, startOfDay } from '../../../domain/time.ts'

/** A large hall: nothing reads more of its access record at once than a moment allows. */

const from = startOfDay('2026-11-01')
const to = startOfDay('2026-12-01')
const month = [{ from, to }]

const entryAt = (at: number, clerk: string, machine = 'counter-1'): Entry => ({
  origin: machine,
  originSeq: at,
  hallSeq: at,
  event: { type: 'caseShown', at, by: { machine, clerk }, about: 'k', part: 'case' },
})

/** Acts one after the other, a second apart; every so-manieth is of whom is asked for. It keeps how many each question has read. */
function acts(count: number, every: number): { log: AccessLog; read: number[] } {
  const read: number[] = []
  const time = (nth: number) => to - nth * 1000
  const within = (start: number, end: number) =>
    Array.from({ length: count }, (_, i) => time(i + 1)).filter((at) => at >= start && at < end)
  const log: AccessLog = {
    between: () => [],
    actsBetween(start, end, of, limit = Infinity) {
      const seen = within(start, end)
      const found = seen.filter((at) => of.clerk === undefined || ((to - at) / 1000) % every === 0).slice(0, limit)
      read.push(of.clerk === undefined ? found.length : seen.length)
      return found.map((at) => entryAt(at, 'a'))
    },
    countActs: (start, end, most) => Math.min(within(start, end).length, most),
    countAccesses: () => 0,
    edgeOfActs: (start, end, nth) => within(start, end)[nth - 1],
    putAway: () => undefined,
  }
  return { log, read }
}

test('whoever did little is looked for in parts of the month that are short each, until all of it was looked through', () => {
  const { log, read } = acts(22_000, 10_000)
  const found: Entry[] = []
  for (let before: number | undefined = to; before !== undefined;) {
    const one = newestActs(log, month, { clerk: 'a' }, before)
    found.push(...one.newest)
    before = one.back
  }
  expect(found).toHaveLength(2)
  expect(read).toEqual([5000, 5000, 5000, 5000, 2000])
})

test('of acts that are chosen nobody looks further than as many as are shown', () => {
  const { log } = acts(22_000, 2)
  const { newest, back } = newestActs(log, month, { clerk: 'a' })
  expect([newest.length, back]).toEqual([500, undefined])
})

test('the parts of several stretches of time are short together', () => {
  const { log, read } = acts(12_000, 10_000)
  const spans = [0, 1, 2].map((nth) => ({
    from: to - (12_000 - nth * 4000) * 1000,
    to: to - (8000 - nth * 4000) * 1000,
  }))
  const { back } = newestActs(log, spans, { clerk: 'a' })
  expect(back).toBe(to - 5000 * 1000)
  expect(read).toEqual([4000, 1000])
})

test('acts are counted up to a number, and said to be so many or more', () => {
  expect(countActs(acts(22_000, 1).log, month)).toBe(countedActs)
  expect(countActs(acts(22, 1).log, month)).toBe(22)
})

test('accesses are read by whole days, a full one alone and quiet ones together', () => {
  const busy = instantOf('2026-11-20', '10:00')
  const all = Array.from({ length: 600 }, (_, i) => entryAt(busy + i, 'a'))
  const quiet = entryAt(instantOf('2026-11-03', '10:00'), 'b')
  const between: AccessLog['between'] = (start, end) =>
    [quiet, ...all].filter(({ event }) => event.at >= start && event.at < end)
  const log: AccessLog = { ...acts(0, 1).log, between }
  const last = lastDays(log, from, to)
  expect([last.entries.length, last.since]).toEqual([600, startOfDay('2026-11-20')])
  const rest = lastDays(log, from, last.since)
  expect([rest.entries, rest.since]).toEqual([[quiet], from])
})

test('failures that go on over midnight are seen from both days', () => {
  const midnight = startOfDay('2026-11-20')
  const all = [entryAt(midnight - 1000, 'a'), entryAt(midnight, 'a')]
  const between: AccessLog['between'] = (start, end) => all.filter(({ event }) => event.at >= start && event.at < end)
  const log: AccessLog = { ...acts(0, 1).log, between }
  const { entries, around } = lastDays(log, midnight, to)
  expect([entries.length, around.length]).toEqual([1, 2])
})
