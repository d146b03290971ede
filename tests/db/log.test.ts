import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { foldVersion } from '../../domain/hall-fold.ts'
import type { PutAway } from '../../domain/record/log.ts'
import { openRecord } from '../../domain/record/record.ts'
import { hallToJson } from '../../domain/state.ts'
import { entry, happened, newFolder, openLogIn } from '../support/record.ts'

const start = { hallSeq: 0, ownSeq: 0 }
const ticket = happened.ticket
const open = (machine = 'counter-1') => openLogIn(newFolder(onTestFinished), machine)

const putAway = (text: string, hallSeq = 1): PutAway => ({
  rows: [{ what: 'ticket', id: 't', day: '2026-11-24', body: '{}' }],
  snapshot: text,
  mark: { hallSeq, ownSeq: 0 },
  version: foldVersion,
})

test('an entry waits until the hall gives it its place', () => {
  const { log } = open()
  log.append([entry('counter-1', 1, null, ticket(1)), entry('counter-1', 2, null, ticket(2))], [])
  expect(log.pending().map((e) => e.originSeq)).toEqual([1, 2])
  log.append([entry('counter-1', 1, 1, ticket(1))], [])
  expect(log.pending().map((e) => e.originSeq)).toEqual([2])
  expect([log.countPending(), log.lastHallSeq(), log.lastOriginSeq('counter-1')]).toEqual([1, 1, 2])
  expect(log.since(0, 9)).toEqual([entry('counter-1', 1, 1, ticket(1))])
  log.close()
})

test('an entry keeps its place and its private part when it comes again without them', () => {
  const { log } = open()
  const whole = entry('counter-2', 1, 1, happened.received('a'), { note: '가' })
  log.append([whole], [])
  log.append([{ ...whole, hallSeq: null, private: undefined }], [])
  expect(log.since(0, 9)).toEqual([whole])
  log.close()
})

test('a private part that comes later is filled in, and found by its case up to a place', () => {
  const { log } = open()
  const [received, note] = [happened.received('a'), happened.note('a', 2)]
  log.append([entry('counter-2', 1, 1, received), entry('counter-2', 2, 2, note, { note: '둘' })], [])
  expect(log.privateOf('a', 9).map((e) => e.hallSeq)).toEqual([2])
  log.append([entry('counter-2', 1, 1, received, { note: '하나' })], [])
  expect(log.privateOf('a', 9).map((e) => e.private)).toEqual([{ note: '하나' }, { note: '둘' }])
  expect(log.privateOf('a', 1).map((e) => e.private)).toEqual([{ note: '하나' }])
  log.close()
})

test('compare tells what is fresh, once each even if a message brings it twice', () => {
  const { log } = open()
  log.append([entry('hall', 1, 1, ticket(1))], [])
  const fresh = entry('hall', 2, 2, ticket(2))
  const all = [entry('hall', 1, 1, ticket(1)), fresh, { ...fresh }]
  expect(log.compare(all)).toEqual({ fresh: [fresh], replaced: false })
  log.close()
})

test('compare goes by the value of an event, not by the order of its keys', () => {
  const { log } = open()
  log.append([entry('counter-1', 1, null, ticket(1))], [])
  const turned = Object.fromEntries(Object.entries(ticket(1)).toReversed()) as ReturnType<typeof ticket>
  expect(log.compare([entry('counter-1', 1, 1, turned)])).toEqual({ fresh: [], replaced: false })
  log.close()
})

test('an entry that the hall held takes its place with the other content, and what was folded with it goes', () => {
  const { db, log } = open()
  const held = entry('counter-1', 1, 1, happened.held('counter-1', ticket(1)))
  log.append([entry('counter-1', 1, null, ticket(1))], [putAway('old')])
  expect(log.compare([held])).toEqual({ fresh: [], replaced: true })
  log.append([held], [putAway('folded with what was held')])
  expect(log.since(0, 9)).toEqual([held])
  expect(log.snapshot(foldVersion)).toBeUndefined()
  expect(db.prepare('SELECT * FROM archive').all()).toEqual([])
  expect(log.compare([held])).toEqual({ fresh: [], replaced: false })
  log.close()
})

test('what has a place is final', () => {
  const { log } = open('hall')
  log.append([entry('counter-1', 1, 1, ticket(1))], [])
  const again = entry('counter-1', 1, 1, ticket(2))
  expect(log.compare([again])).toEqual({ fresh: [], replaced: false })
  log.append([again], [])
  expect(log.since(0, 9)).toEqual([entry('counter-1', 1, 1, ticket(1))])
  log.close()
})

test('two entries at one place are refused, all or nothing', () => {
  const { log } = open('hall')
  log.append([entry('counter-1', 1, 1, ticket(1))], [])
  const both = [entry('counter-2', 1, 2, ticket(2)), entry('counter-3', 1, 1, ticket(3))]
  expect(() => log.append(both, [])).toThrow(/UNIQUE/)
  expect(log.since(0, 9)).toHaveLength(1)
  log.close()
})

test('after a mark come the placed entries in order, without own ones already folded, then the own that wait', () => {
  const { log } = open()
  log.append(
    [1, 2, 3].map((n) => entry('counter-1', n, null, ticket(n))),
    [],
  )
  const placed = [1, 2, 3].flatMap((n) => [
    entry('hall', n, n * 2 - 1, ticket(10 + n)),
    ...(n < 3 ? [entry('counter-1', n, n * 2, ticket(n))] : []),
  ])
  log.append(placed, [])
  const names = (hallSeq: number, ownSeq: number) =>
    [...log.after({ hallSeq, ownSeq })].map((e) => `${e.origin} ${e.originSeq}`)
  expect(names(0, 0)).toEqual(['hall 1', 'counter-1 1', 'hall 2', 'counter-1 2', 'hall 3', 'counter-1 3'])
  expect(names(1, 1)).toEqual(['hall 2', 'counter-1 2', 'hall 3', 'counter-1 3'])
  expect(names(3, 3)).toEqual(['hall 3'])
  log.close()
})

test('a long record is read whole, and may be written while it is read', () => {
  const { log } = open('hall')
  log.append(
    Array.from({ length: 2000 }, (_, i) => entry('hall', i + 1, i + 1, ticket(i + 1))),
    [],
  )
  const read: (number | null)[] = []
  for (const e of log.after(start)) {
    read.push(e.hallSeq)
    if (e.hallSeq === 1500) log.append([], [putAway('meanwhile')])
  }
  expect(read).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1))
  log.close()
})

test('only the newest snapshot is kept, and only its own version is found', () => {
  const { db, log } = open('hall')
  log.append([], [putAway('first', 1), putAway('second', 2)])
  expect(log.snapshot(foldVersion)).toEqual({ text: 'second', mark: { hallSeq: 2, ownSeq: 0 } })
  expect(log.snapshot(foldVersion + 1)).toBeUndefined()
  expect(db.prepare('SELECT count(*) FROM snapshot').pluck().get()).toBe(1)
  expect(db.prepare('SELECT what, id, day, body, private FROM archive').all()).toEqual([
    { what: 'ticket', id: 't', day: '2026-11-24', body: '{}', private: null },
  ])
  log.close()
})

test('the snapshot and the entries after it are the same state as the whole record', () => {
  const { log } = open('hall')
  const record = openRecord(log)
  record.stage([entry('hall', 1, 1, ticket(1)), entry('counter-1', 1, 2, happened.received('a'), { note: '가' })])
  record.commit()
  record.stage([
    entry('counter-1', 2, 3, happened.withdrawn('a', 2)),
    entry('hall', 2, 4, happened.dayClosed([1], ['a'])),
  ])
  record.commit()
  record.stage([entry('hall', 3, 5, ticket(2)), entry('counter-1', 3, 6, happened.received('b'))])
  record.commit()
  expect(log.snapshot(foldVersion)?.mark).toEqual({ hallSeq: 4, ownSeq: 2 })
  const whole = openRecord({ ...log, snapshot: () => undefined, append() {} })
  expect(hallToJson(openRecord(log).hall)).toBe(hallToJson(whole.hall))
  expect(hallToJson(record.hall)).toBe(hallToJson(whole.hall))
  expect([...whole.hall.cases.keys(), ...whole.hall.tickets.keys()]).toEqual(['b', '2026-11-24/가2'])
  log.close()
})

test('a restored hall takes back days of a large hall at once', () => {
  const { log } = open('hall')
  const record = openRecord(log)
  const lost = Array.from({ length: 130_000 }, (_, i) => entry('counter-1', i + 1, i + 1, ticket(1)))
  record.stage(lost)
  expect(record.lastHallSeq()).toBe(lost.length)
  log.close()
})

test('after a held entry the machine folds its record again as if that had never been', () => {
  const { log } = open()
  const record = openRecord(log)
  record.stage([entry('counter-1', 1, null, happened.received('a'))])
  record.commit()
  record.stage([entry('counter-1', 1, 1, happened.held('counter-1', happened.received('a')))])
  record.commit()
  expect(record.hall.cases.size).toBe(0)
  expect(record.hall.strays).toMatchObject([{ why: 'held', origin: 'counter-1' }])
  log.close()
})

const child = (folder: string) => `
  import { openLogIn, entry, happened } from ${JSON.stringify(resolve('tests/support/record.ts'))}
  const { log } = openLogIn(${JSON.stringify(folder)}, 'counter-1')
  for (let n = 1; ; n++) {
    log.append([entry('counter-1', n, null, happened.ticket(n))], [])
    process.stdout.write(n + '\\n')
  }`

test('what waits is counted once, also if it was written and partly placed in one append', () => {
  const { log } = open()
  const own = (n: number, place: number | null) => entry('counter-1', n, place, happened.note('k', n))
  log.append([own(1, null), own(2, null), own(1, 1)], [])
  expect(log.pending().map((e) => e.originSeq)).toEqual([2])
  expect(log.countPending()).toBe(1)
})

test('what was acknowledged is there after the process was killed', async () => {
  const folder = newFolder(onTestFinished)
  const args = ['--input-type=module-typescript', '--eval', child(folder)]
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(writer, 'exit')
  let acknowledged = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line)
    if (acknowledged === 200) writer.kill('SIGKILL')
  }
  expect((await ended)[1]).toBe('SIGKILL')
  const { log, file } = openLogIn(folder, 'counter-1')
  expect(file).toBe(join(folder, 'counter-1.db'))
  expect(log.lastOriginSeq('counter-1')).toBeGreaterThanOrEqual(acknowledged)
  expect(acknowledged).toBeGreaterThanOrEqual(200)
  expect(log.pending().map((e) => e.originSeq)).toEqual(Array.from({ length: log.countPending() }, (_, i) => i + 1))
  log.close()
})

test('own acts about a case that was unknown count once it has come again, before they have their places as after', () => {
  const { log } = open()
  const record = openRecord(log)
  const come = (...entries: Parameters<typeof record.stage>[0]) => {
    record.stage(entries)
    record.commit()
  }
  come(entry('counter-1', 2, null, happened.note('k', 2)))
  expect(record.hall.strays).toMatchObject([{ about: 'k' }])
  // Another has it: the record of this PC was put back, or parted from the hall's.
  come(entry('counter-2', 1, 1, happened.received('k')))
  expect(record.hall.cases.get('k')?.history).toHaveLength(2)
  expect(record.hall.strays).toEqual([])
  come(entry('counter-1', 2, 2, happened.note('k', 2)))
  expect(hallToJson(record.hall)).toBe(hallToJson(openRecord(log).hall))
  log.close()
})
