import { expect, onTestFinished, test } from 'vitest'
import type { JournalLine } from '../../db/journal/journal.ts'
import { replay } from '../../db/journal/replay.ts'
import { openRecord } from '../../domain/record/record.ts'
import { entry, happened, newFolder, openLogIn } from '../support/record.ts'

/** Own acts whose numbers the hall has given to others (docs/SYNC.md, S14). */

const opened = () => {
  const made = openLogIn(newFolder(onTestFinished), 'counter-1')
  onTestFinished(() => void made.db.close())
  return made
}
const mine = entry('counter-1', 1, null, happened.note('k1', 2), { note: '나의 비고' })
const theirs = entry('counter-1', 1, 1, happened.note('k2', 5), { note: '먼저 한 비고' })
const again = { ...mine, originSeq: 2 }
const behind = entry('counter-1', 2, null, happened.note('k1', 3), { note: '그다음' })
const journal = (...lines: (typeof mine | JournalLine)[]) => ({
  lines: (function* () {
    for (const one of lines) yield 'event' in one ? { entry: one } : one
  })(),
  damaged: () => 0,
})

test('an act whose number belongs to another gets a new one, and each keeps its own private part', () => {
  const { log } = opened()
  log.append([mine], [])
  log.append([theirs], [])
  expect(log.countPending()).toBe(1)
  expect(log.renumber()).toEqual([again])
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, again])
  expect(log.countPending()).toBe(1)
  expect(log.renumber()).toEqual([])
})

test('an act that the hall has under a new number already gets no second one, in whatever order its parts stand', () => {
  const { log } = opened()
  log.append([mine], [])
  const event = Object.fromEntries(Object.entries(mine.event).toReversed()) as typeof mine.event
  log.append([theirs, { ...again, hallSeq: 2, event }], [])
  expect(log.renumber()).toEqual([])
  expect(log.countPending()).toBe(0)
  expect(log.lastOriginSeq('counter-1')).toBe(2)
})

test('what the hall holds of an act is no other act, and nothing lies aside', () => {
  const { log } = opened()
  log.append([mine], [])
  log.append([entry('counter-1', 1, 1, happened.held('counter-1', mine.event))], [])
  expect(log.renumber()).toEqual([])
  expect(log.countPending()).toBe(0)
})

test('a private part that comes later goes to its own act alone, held or not, and never to another under the number', () => {
  const { log } = opened()
  const placed = entry('counter-2', 1, 1, happened.note('k1', 2))
  const held = entry('counter-2', 2, 2, happened.held('counter-2', happened.note('k1', 3, 'counter-2')))
  log.append([placed, held], [])
  log.append([{ ...placed, hallSeq: null, event: happened.note('k2', 9), private: { note: '남의 것' } }], [])
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([placed, held])
  const ofHeld = { ...held, hallSeq: null, event: happened.note('k1', 3, 'counter-2'), private: { note: '셋' } }
  log.append([{ ...placed, hallSeq: null, private: { note: '둘' } }, ofHeld], [])
  expect(log.since(0, 9).map((e) => e.private?.note)).toEqual(['둘', '셋'])
})

test('the journal brings such an act back once, under the number that it got', () => {
  const { db, log } = opened()
  replay(db, 'counter-1', journal(mine, theirs, again))
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, again])
})

test('an act that fell before it had its new number gets one from the journal', () => {
  const { db, log } = opened()
  replay(db, 'counter-1', journal(mine, theirs))
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, again])
})

test('what waits behind such an act gets a new number too, in the order in which it was decided', () => {
  const { log } = opened()
  log.append([mine, behind], [])
  log.append([theirs], [])
  const order = [again, { ...behind, originSeq: 3 }]
  expect(log.renumber()).toEqual(order)
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, ...order])
  expect(log.countPending()).toBe(2)
})

test('the journal says that acts got new numbers, and a start gives them the same, from whatever copy it begins', () => {
  const renumbered = { renumbered: true } as const
  const later = entry('counter-1', 4, null, happened.note('k1', 4), { note: '나중' })
  const all = [mine, behind, theirs, renumbered, later, { ...again, hallSeq: 2 }]
  const after = [theirs, { ...again, hallSeq: 2 }, { ...behind, originSeq: 3 }, later]
  for (let has = 0; has <= all.length; has++) {
    const { db, log } = opened()
    replay(db, 'counter-1', journal(...all.slice(0, has)))
    expect(log.countPending()).toBe(log.pending().length)
    replay(db, 'counter-1', journal(...all))
    expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual(after)
  }
})

test('a fall between the database and the journal costs no act its place', () => {
  const { db, log } = opened()
  const placed = [
    { ...again, hallSeq: 2 },
    { ...behind, originSeq: 3, hallSeq: 3 },
  ]
  replay(db, 'counter-1', journal(mine, behind, theirs, ...placed))
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, ...placed])
  expect(log.countPending()).toBe(0)
})

test('acts that a start gave new numbers, or that fell before the journal had it, are there again with what followed them', () => {
  const later = entry('counter-1', 4, null, happened.note('k1', 4), { note: '나중' })
  const { db, log } = opened()
  replay(db, 'counter-1', journal(mine, behind, theirs, later))
  const order = [again, { ...behind, originSeq: 3 }, later]
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })]).toEqual([theirs, ...order])
})

test('new numbers that the disk refuses are given the next time', () => {
  const { db, log } = opened()
  log.append([mine, behind], [])
  log.append([theirs], [])
  db.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
  expect(() => log.renumber()).toThrow('full')
  db.exec('DROP TRIGGER full')
  expect(log.countPending()).toBe(2)
  expect(log.renumber().map((e) => e.originSeq)).toEqual([2, 3])
})

test('what a day has put away stays where all that lay aside is here already', () => {
  const { log } = opened()
  const record = openRecord(log)
  const hears = (...entries: Parameters<typeof record.stage>[0]) => {
    record.stage(entries)
    record.commit()
  }
  hears(entry('hall', 1, 1, happened.ticket(1)), entry('hall', 2, 2, happened.dayClosed([1], [])))
  hears(mine)
  hears({ ...theirs, hallSeq: 3 })
  hears({ ...again, hallSeq: 4 })
  expect(record.renumber()).toEqual([])
  expect(log.archived('ticket', '2026-11-24/가1')).toBeDefined()
})
