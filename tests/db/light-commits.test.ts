import { cpSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pcRing } from '../../db/copies.ts'
import type { Journal } from '../../db/journal.ts'
import { journaledLog } from '../../db/journaled.ts'
import type { LightCommits } from '../../db/light-commits.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { verifyFolder } from '../../db/verify.ts'
import { openRecord } from '../../domain/record.ts'
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
    decide(before, 21, 35)
    const acknowledged = rowsOf(before)
    const after = newFolder(onTestFinished)
    cpSync(folder, after, { recursive: true })
    before.log.close()
    truncateSync(join(after, `${machine}.db-wal`), onDisk)
    rmSync(join(after, `${machine}.db-shm`))
    const again = open(after, machine)
    expect(rowsOf(again)).toEqual(acknowledged)
    expect(again.recovery()).toMatchObject({ found: 'incomplete', entries: 15, isWhole: true })
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
function told(takes: () => boolean, fault?: string) {
  const waits: string[] = []
  const commits: LightCommits = {
    lightly(act) {
      waits.push('light')
      return act()
    },
    sync: () => void waits.push('database'),
    syncSoon: () => void waits.push('soon'),
  }
  const journal: Journal = {
    write(_lines, isOwn) {
      if (isOwn && takes()) waits.push('journal')
      return takes()
    },
    ...{ rotate: () => 1, dropBefore() {}, size: () => 0, fault: () => fault, close() {} },
  }
  const { log } = openLogIn(newFolder(onTestFinished), 'counter-1')
  onTestFinished(() => log.close())
  return { log: journaledLog(log, journal, commits), waits }
}

const own = [entry('counter-1', 1, null, happened.received('case-1'))]
const news = [entry('hall', 1, 1, happened.ticket(1))]

test('an own act waits once for the disk; news wait for none and are there soon', () => {
  const { log, waits } = told(() => true)
  log.append(own, [])
  expect(waits).toEqual(['light', 'journal'])
  log.append(news, [])
  expect(waits.slice(2)).toEqual(['light', 'soon'])
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
  const { log, waits } = told(() => false)
  log.append(own, [])
  expect(waits).toEqual(['light', 'database'])
  const later = told(() => false, 'the disk is full')
  later.log.append(own, [])
  expect(later.waits).toEqual([])
})

test('the end of a day waits for the database', () => {
  const { log, waits } = told(() => true)
  const put = { rows: [], snapshot: '{}', mark: { hallSeq: 1, ownSeq: 0 }, version: 1 }
  log.append(news, [put])
  expect(waits).toEqual([])
})
