import { cpSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { firstHead, nextHead } from '../../db/chain.ts'
import { pcRing } from '../../db/copies/copies.ts'
import { verifyFolder } from '../../db/copies/verify.ts'
import type { Journal } from '../../db/journal/journal.ts'
import { journaledLog, mostBehind } from '../../db/journal/journaled.ts'
import type { LightCommits } from '../../db/light-commits.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { openRecord } from '../../domain/record/record.ts'
import { entry, happened, newFolder, openLogIn, testKey } from '../support/record.ts'

function open(folder: string, machine: string): MachineData {
  const opened = openMachine({ folder, machine, key: testKey, ring: pcRing })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

/** What a machine decides itself: a counter receives, the hall issues. */
function decide({ log }: MachineData, from: number, to: number): void {
  for (let n = from; n <= to; n++)
    if (log.machine === 'hall') log.append([entry('hall', n, n, happened.ticket(n))], [])
    else log.append([entry(log.machine, n, null, happened.received(`case-${n}`), { note: `비고 ${n}` })], [])
}

const rowsOf = ({ db }: MachineData): unknown => db.prepare('SELECT * FROM log ORDER BY origin, origin_seq').all()

test.each(['counter-1', 'hall'])(
  'a cut of power takes from %s what its database had not put on the disk, and the journal brings all of it back',
  async (machine) => {
    const folder = newFolder(onTestFinished)
    const before = open(folder, machine)
    decide(before, 1, 20)
    await before.copies.make()
    const onDisk = statSync(join(folder, `${machine}.db-wal`)).size
    decide(before, 21, 20 + mostBehind + 8)
    before.log.write()
    const acknowledged = rowsOf(before)
    const after = newFolder(onTestFinished)
    cpSync(folder, after, { recursive: true })
    before.log.close()
    truncateSync(join(after, `${machine}.db-wal`), onDisk)
    rmSync(join(after, `${machine}.db-shm`))
    const again = open(after, machine)
    expect(rowsOf(again)).toEqual(acknowledged)
    expect(again.recovery()).toMatchObject({ found: 'incomplete', entries: mostBehind + 8, isWhole: true })
    openRecord(again.log)
    again.log.close()
    expect(verifyFolder(after, testKey)).toEqual([])
  },
)

test('the database itself goes on waiting for the disk at every other commit', () => {
  const pc = open(newFolder(onTestFinished), 'counter-1')
  decide(pc, 1, 3)
  expect(pc.db.pragma('synchronous', { simple: true })).toBe(2)
  expect(() =>
    pc.log.append([entry('hall', 1, 1, happened.ticket(1)), entry('hall', 2, 1, happened.ticket(2))], []),
  ).toThrow('UNIQUE')
  expect(pc.db.pragma('synchronous', { simple: true })).toBe(2)
  pc.log.close()
})

/** A record over a journal that does as it is told, with what was waited for. */
function told(takes: () => boolean, fault?: string, how?: 'settled', landing?: (() => void)[]) {
  const waits: string[] = []
  const commits: LightCommits = {
    lightly(act) {
      waits.push('light')
      return act()
    },
    sync: () => void waits.push('database'),
  }
  const journal: Journal = {
    write(_lines, isOwn) {
      if (isOwn && takes()) waits.push('journal')
      return takes()
    },
    sync(then) {
      waits.push('beside')
      if (landing) landing.push(() => then(takes()))
      else then(takes())
    },
    rotate: () => 1,
    dropBefore() {},
    size: () => 0,
    fault: () => fault,
    close() {},
  }
  const { log, db } = openLogIn(newFolder(onTestFinished), 'counter-1')
  const rows = () => db.prepare('SELECT count(*) FROM log').pluck().get()
  const journaled = journaledLog(log, journal, commits, how)
  onTestFinished(() => journaled.close())
  return { log: journaled, waits, db, rows }
}

const own = [entry('counter-1', 1, null, happened.received('case-1'))]
const news = [entry('hall', 1, 1, happened.ticket(1))]

const more = (n: number) => [entry('counter-1', n, null, happened.received(`case-${n}`))]

test('an own act waits once for the disk, and its database comes later with what follows', () => {
  const { log, waits, rows } = told(() => true)
  log.append(own, [])
  log.append(news, [])
  log.append(more(2), [])
  expect(waits).toEqual(['journal', 'journal'])
  expect([rows(), log.lastOriginSeq('counter-1'), log.lastHallSeq(), log.countPending()]).toEqual([0, 2, 1, 2])
  log.write()
  expect(waits.slice(2)).toEqual(['light'])
  expect([rows(), log.lastOriginSeq('counter-1'), log.lastHallSeq(), log.countPending()]).toEqual([3, 2, 1, 2])
})

test('what waits for a place is the same list whether the database has it or not, each act once and in order', () => {
  const { log } = told(() => true)
  const waiting = () => log.pending().map((e) => e.originSeq)
  const seen: number[][] = []
  const look = () => void seen.push(waiting())
  log.append(own, [])
  look()
  log.write()
  log.append(more(2), [])
  look()
  log.append(more(3), [])
  look()
  log.append([entry('counter-1', 1, 1, happened.received('case-1'))], [])
  log.append(more(4), [])
  look()
  log.write()
  look()
  log.append(
    [...more(2), ...more(3)].map((e, i) => ({ ...e, hallSeq: 2 + i })),
    [],
  )
  look()
  log.append(more(5), [])
  log.write()
  look()
  expect(seen).toEqual([[1], [1, 2], [1, 2, 3], [2, 3, 4], [2, 3, 4], [4], [4, 5]])
  expect(log.countPending()).toBe(2)
})

test('news are in the database a moment later and on the disk within three seconds, once for many, unless an act was after them', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { log, waits, rows } = told(() => true)
  log.append(news, [])
  vi.advanceTimersByTime(300)
  expect([waits, rows()]).toEqual([['light'], 1])
  log.append([entry('hall', 2, 2, happened.ticket(2))], [])
  vi.advanceTimersByTime(3000)
  expect(waits.filter((wait) => wait === 'beside')).toHaveLength(1)
  log.append([entry('hall', 3, 3, happened.ticket(3))], [])
  log.append(own, [])
  vi.advanceTimersByTime(3000)
  expect(waits.filter((wait) => wait === 'beside')).toHaveLength(1)
})

test('a look for acts that need other numbers waits for the disk only when there are any', () => {
  const { log, waits } = told(() => true)
  expect(log.renumber()).toEqual([])
  expect(waits).toEqual([])
  log.append([entry('counter-1', 1, null, happened.note('k1', 2))], [])
  log.append([entry('counter-1', 1, 1, happened.note('k2', 5))], [])
  expect(log.renumber()).toHaveLength(1)
  expect(waits.slice(-1)).toEqual(['journal'])
})

test('what the journal does not take is on the disk with the database', () => {
  const { log, waits, rows } = told(() => false)
  log.append(own, [])
  expect([waits, rows()]).toEqual([[], 1])
  const later = told(() => false, 'the disk is full')
  later.log.append(own, [])
  expect([later.waits, later.rows()]).toEqual([[], 1])
})

test('more at once than a moment has goes straight into the database, which is put on the disk where the journal does not take it', () => {
  const many = Array.from({ length: mostBehind + 1 }, (_, i) => more(i + 1)).flat()
  const taken = told(() => true)
  taken.log.append(many, [])
  expect([taken.waits, taken.rows()]).toEqual([['light', 'light', 'journal'], mostBehind + 1])
  const refused = told(() => false)
  refused.log.append(many, [])
  expect([refused.waits, refused.rows()]).toEqual([['light', 'light', 'database'], mostBehind + 1])
})

test("of the hall's words the newest that fits the record here is kept", () => {
  const { log } = told(() => true)
  const signed = (hallSeq: number, hash: string) => ({ hallSeq, hash, signature: `for ${hallSeq} ${hash}` })
  const issued = entry('hall', 1, 1, happened.ticket(1))
  const word = signed(1, nextHead({ hallSeq: 0, hash: firstHead }, issued).hash)
  log.append([issued], [], word)
  log.append([entry('hall', 2, 2, happened.ticket(2))], [], signed(2, 'another'))
  log.append([entry('hall', 3, 3, happened.ticket(3))], [], signed(2, 'an earlier one'))
  expect(log.signedHead()).toEqual(word)
})

test('what is kept apart and comes with the place of an act that lacks it waits for the database, and is folded', () => {
  const { log, db } = told(() => true)
  log.append([...news, ...own], [])
  db.exec("CREATE TRIGGER full BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'full'); END")
  const placed = own.map((e) => ({ ...e, hallSeq: 2, private: { note: '비고' } }))
  expect(() => log.append(placed, [])).toThrow('full')
  expect(log.lastHallSeq()).toBe(1)
  db.exec('DROP TRIGGER full')
  log.append(placed, [])
  expect([...log.after({ hallSeq: 0, ownSeq: 0 })].map((e) => e.private)).toEqual([undefined, { note: '비고' }])
})

test('a record that says when it is settled waits beside other work, and for the database where the journal fails', () => {
  let takes = true
  const { log, waits, rows } = told(() => takes, undefined, 'settled')
  const heard: unknown[] = []
  log.settled((error) => heard.push(error))
  log.append(own, [])
  expect(waits).toEqual([])
  log.settled((error) => heard.push(error))
  log.append(more(2), [])
  expect([waits, rows()]).toEqual([['beside'], 0])
  log.append(more(3), [])
  takes = false
  log.settled((error) => heard.push(error))
  expect([waits.slice(1), rows()]).toEqual([['beside', 'light', 'database'], 3])
  expect(heard).toEqual([undefined, undefined, undefined])
})

test('a database that takes nothing loses nothing: the state is folded from what the memory has, and more is refused once it is too much', () => {
  const { log, db, rows } = told(() => true)
  log.append(news, [])
  log.append(own, [])
  db.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'full'); END")
  log.append(
    own.map((e) => ({ ...e, hallSeq: 2 })),
    [],
  )
  // Three stand there already.
  for (let n = 2; n < mostBehind - 1; n++) log.append(more(n), [])
  expect(() => log.append(more(999), [])).toThrow('full')
  expect(() => log.since(0, 9)).toThrow('full')
  const again = openRecord(log)
  expect([...again.hall.cases.keys()]).toHaveLength(mostBehind - 2)
  expect(again.lastHallSeq()).toBe(2)
  db.exec('DROP TRIGGER full')
  log.append(more(999), [])
  expect(rows()).toBe(mostBehind - 1)
  expect(log.countPending()).toBe(mostBehind - 2)
})

test('what is not safe stays so until it is: a wait that failed is waited for again, and one under way is waited for too', () => {
  let takes = true
  const landing: (() => void)[] = []
  const { log, db, waits } = told(() => takes, undefined, 'settled', landing)
  const heard: unknown[] = []
  log.append(own, [])
  log.settled((error) => heard.push(error))
  log.settle()
  expect(waits).toEqual(['beside', 'journal'])
  takes = false
  db.pragma('query_only = 1')
  landing.pop()?.()
  log.settled((error) => heard.push(error))
  landing.pop()?.()
  expect(heard.map(String)).toEqual(Array.from(heard, () => expect.stringContaining('readonly database')))
  expect(heard).toHaveLength(2)
  db.pragma('query_only = 0')
  log.settled((error) => heard.push(error))
  landing.pop()?.()
  expect([heard.at(-1), waits.at(-1)]).toEqual([undefined, 'database'])
})

test('the end of a day waits for the database', () => {
  const { log, waits } = told(() => true)
  const put = { rows: [], snapshot: '{}', mark: { hallSeq: 1, ownSeq: 0 }, version: 1 }
  log.append(news, [put])
  expect(waits).toEqual([])
})
