import { expect, onTestFinished, test, vi } from 'vitest'
import { mostBehind } from '../../db/journaled.ts'
import { entry, happened } from '../support/record.ts'
import { told } from '../support/told-journal.ts'

const more = (n: number) => [entry('counter-1', n, null, happened.received(`case-${n}`))]

/** News of tickets, from one place to another. */
const tickets = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => entry('hall', from + i, from + i, happened.ticket(from + i)))

test('a catch-up is written in pieces, a moment apart, and the record answers the same before, between and after them', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { log, rows } = told(() => true)
  const mine = Array.from({ length: 200 }, (_, i) => more(i + 1)).flat()
  for (const act of mine) log.append([act], [])
  log.append(tickets(1, 300), [])
  log.append(
    mine.slice(0, 150).map((act, i) => ({ ...act, hallSeq: 301 + i })),
    [],
  )
  const said = () => [log.lastHallSeq(), log.lastOriginSeq('counter-1'), log.pending().map((e) => e.originSeq)]
  const before = said()
  expect(before).toEqual([450, 200, Array.from({ length: 50 }, (_, i) => 151 + i)])
  const seen: unknown[] = []
  while (vi.getTimerCount() > 0 && seen.length < 9) {
    vi.advanceTimersToNextTimer()
    seen.push(rows())
    expect(said()).toEqual(before)
  }
  expect(seen.slice(0, 2)).toEqual([256, 500])
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })].map((e) => e.hallSeq)).toEqual([
    ...Array.from({ length: 450 }, (_, i) => i + 1),
    ...Array.from({ length: 50 }, () => null),
  ])
})

test('whoever takes more than the database may lack makes room for it alone', () => {
  const { log, rows } = told(() => true)
  log.append(tickets(1, mostBehind - 10), [])
  expect(rows()).toBe(0)
  log.append(tickets(mostBehind - 9, mostBehind + 1), [])
  expect(rows()).toBe(256)
  log.append(tickets(mostBehind + 2, mostBehind + 800), [])
  expect(rows()).toBe(800)
  expect(log.lastHallSeq()).toBe(mostBehind + 800)
})

test('that a machine has come to the end of the record is written behind what came up to there', () => {
  const { log, db } = told(() => true)
  const kept = () => db.prepare("SELECT value FROM meta WHERE key = 'startsAt'").pluck().get()
  log.startAt(300)
  log.append(tickets(1, 300), [])
  log.startAt(0)
  expect([log.startsAt(), kept()]).toEqual([0, '300'])
  log.write(100)
  expect([log.startsAt(), kept()]).toEqual([0, '300'])
  log.write()
  expect([log.startsAt(), kept()]).toEqual([0, '0'])
  log.append(tickets(301, 302), [])
  log.startAt(900)
  expect([log.startsAt(), kept()]).toEqual([900, '900'])
})
