import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { mostBehind } from '../../db/journal/journaled.ts'
import { changgu } from '../support/changgu.ts'
import { invitation } from '../support/paired.ts'
import { hallKeyIn } from '../support/record.ts'
import type { Counter } from './counter.ts'
import { exchange, tidy, workAlone } from './exchange.ts'
import { entriesOf, verified } from './judge.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** Records that are damaged, older than they should be, or there twice. */

const page = 4096

/** A counter with some acts that the hall has and some that wait. */
async function withUnsent(stage: Stage, alone = 8): Promise<Counter> {
  await stage.openHall()
  const counter = await stage.openCounter(1)
  await exchange(stage, counter)
  await tidy(counter)
  ;(await stage.wireOf(counter)).cut()
  await counter.until('offline', ({ sight }) => sight.state === 'offline')
  assert.deepEqual(await workAlone(stage, counter, alone), [])
  return counter
}

/** A copy of a hall at work may lack its last moment: waits until it would name these counters, so that their return is awaited. */
async function written(data: string, counters: readonly Counter[]): Promise<void> {
  const isThere = () => {
    const origins = new Set(entriesOf(data, 'hall', hallKeyIn(data)).map((e) => e.origin))
    return counters.every(({ machine }) => origins.has(machine))
  }
  for (const from = Date.now(); !isThere(); await setTimeout(50))
    assert.ok(Date.now() - from < 10_000, 'the hall does not write its database')
}

/** Starts it again, and sees that the start says what it has found. */
async function repairs(stage: Stage, counter: Counter, found: string): Promise<void> {
  await stage.start(counter)
  const { recovery } = await counter.until('telling what it found', (sees) => sees.recovery !== undefined)
  assert.equal(recovery, found)
  ;(await stage.wireOf(counter)).mend()
  await stage.goOnline(counter)
  await exchange(stage, counter)
}

export const records: readonly Scenario[] = [
  {
    name: 'page-corrupted',
    says: 'Pages of the database of a counter are overwritten: verify says so, the start repairs from copy and journal, unsent acts too.',
    async run(stage) {
      const counter = await withUnsent(stage)
      assert.equal(await counter.copy(), true)
      assert.deepEqual(await workAlone(stage, counter, 4), [])
      await counter.end()
      const file = join(counter.folder, 'counter-1.db')
      const bytes = readFileSync(file)
      for (let i = 0; i < 3; i++)
        bytes.fill(stage.dice.below(256), page * (1 + stage.dice.below(bytes.length / page - 2)))
      writeFileSync(file, bytes)
      assert.ok(verified(counter.folder).length > 0, 'verify finds nothing in a damaged file')
      await repairs(stage, counter, 'damaged')
    },
  },
  {
    name: 'wal-deleted',
    says: 'The WAL of a killed counter is deleted: the journal has what it held, unsent acts too.',
    async run(stage) {
      // So many that the start does not take them for what a fall kept from the database, and says so.
      const counter = await withUnsent(stage, mostBehind + 8)
      await counter.end('SIGKILL')
      for (const end of ['-wal', '-shm']) rmSync(join(counter.folder, `counter-1.db${end}`), { force: true })
      await repairs(stage, counter, 'incomplete')
    },
  },
  {
    name: 'hall-page-corrupted',
    says: 'The database of the hall is overwritten at night: it comes back whole from copy and journal.',
    async run(stage) {
      await stage.openHall()
      const counter = await stage.openCounter(1)
      for (let i = 0; i < 3; i++) {
        await exchange(stage, counter)
        await tidy(counter)
      }
      const { data } = stage.hall
      await stage.endHall('SIGTERM')
      const file = join(data, 'hall.db')
      const bytes = readFileSync(file)
      bytes.fill(0x5a, page, page * 3)
      writeFileSync(file, bytes)
      assert.ok(verified(data).length > 0, 'verify finds nothing in a damaged file')
      await stage.openHall()
      await stage.goOnline(counter)
      await exchange(stage, counter)
    },
  },
  {
    name: 'hall-wal-deleted',
    says: 'The WAL of a killed hall is deleted: its journal has what it held, and no counter has to tell again what it was told is kept.',
    async run(stage) {
      const { data } = await stage.openHall()
      const counter = await stage.openCounter(1)
      for (let i = 0; i < 2; i++) {
        await exchange(stage, counter)
        await tidy(counter)
      }
      await counter.until('in step', ({ sight }) => sight.unsent === 0)
      await stage.endHall('SIGKILL')
      for (const end of ['-wal', '-shm']) rmSync(join(data, `hall.db${end}`), { force: true })
      await stage.openHall()
      await stage.goOnline(counter)
      await exchange(stage, counter)
    },
  },
  {
    name: 'hall-restored',
    says: 'The hall is restored from an older copy without its journal: it waits for its counters, and they tell what it lost.',
    async run(stage) {
      const { data } = await stage.openHall()
      const counters = [await stage.openCounter(1), await stage.openCounter(2)]
      for (const counter of counters) await exchange(stage, counter)
      await written(data, counters)
      assert.equal(changgu('backup', '--data', data).status, 0)
      for (const counter of counters) {
        await tidy(counter)
        await exchange(stage, counter)
        await tidy(counter)
      }
      // What the kiosk was told last is heard by the counters before the disk is lost.
      const places = counters.map(({ sees }) => sees?.sight.hallSeq ?? 0)
      for (const counter of counters)
        await counter.until('in step', ({ sight }) => sight.unsent === 0 && sight.hallSeq >= Math.max(...places))
      await stage.endHall()
      for (const counter of counters) assert.deepEqual(await workAlone(stage, counter), [])
      const restored = changgu('restore', '--data', data, '--newest', '--as-copied')
      assert.equal(restored.status, 0, restored.stderr)
      for (const { party } of counters) stage.history.forgets(party)
      await counters[1]?.end('SIGKILL')
      await stage.openHall()
      const [one, two] = counters
      await one?.until('waiting with the hall', ({ awaited, sight }) => awaited === 1 && sight.state === 'offline')
      if (one) assert.equal(await one.submit({ type: 'callNext', visit: stage.newId() }), 'unreachable')
      if (two) {
        await stage.start(two)
        await stage.goOnline(two)
      }
      for (const counter of counters) {
        await stage.goOnline(counter)
        await exchange(stage, counter)
      }
    },
  },
  {
    name: 'counter-restored',
    says: 'A counter is restored from an older copy and works before it hears the hall: its new acts are kept beside those it had forgotten.',
    async run(stage) {
      await stage.openHall()
      const counter = await stage.openCounter(1)
      await exchange(stage, counter)
      await tidy(counter)
      await counter.until('in step', ({ sight }) => sight.unsent === 0)
      await counter.end()
      const older = join(stage.folder, 'older')
      cpSync(counter.folder, older, { recursive: true })
      await stage.start(counter)
      await stage.goOnline(counter)
      await exchange(stage, counter)
      await tidy(counter)
      await counter.until('in step', ({ sight }) => sight.unsent === 0)
      await counter.end()
      rmSync(counter.folder, { recursive: true })
      cpSync(older, counter.folder, { recursive: true })
      stage.history.takenBack(counter.party)
      await stage.start(counter)
      await counter.enter()
      stage.history.renumbers(counter.party)
      assert.deepEqual(await workAlone(stage, counter, 6), [])
      await stage.goOnline(counter)
      await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0)
      await exchange(stage, counter)
    },
  },
  {
    name: 'twins',
    says: 'A copied folder makes two counters with one identity: both work, one line at a time, and no act of either is lost.',
    async run(stage) {
      await stage.openHall()
      const one = await stage.openCounter(1)
      await exchange(stage, one)
      await tidy(one)
      await one.until('in step', ({ sight }) => sight.unsent === 0)
      await one.end()
      const folder = join(stage.folder, 'twin')
      cpSync(one.folder, folder, { recursive: true })
      const two = stage.adopt('counter-1', folder, 'twin')
      stage.history.renumbers(one.party)
      stage.history.renumbers(two.party)
      for (const counter of [one, two]) {
        await stage.start(counter)
        await counter.enter()
      }
      assert.deepEqual(await workAlone(stage, one, 5), [])
      assert.deepEqual(await workAlone(stage, two, 4), [])
      for (const counter of [one, two]) counter.goTo((await stage.wireOf(counter)).address)
      for (const counter of [one, two]) {
        const other = counter === one ? two : one
        await other.end('SIGKILL')
        if (!counter.isRunning) {
          await stage.start(counter)
          await stage.goOnline(counter)
        }
        await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0)
      }
      // The twin is switched off; the counter has all.
      stage.allowed.dropped.add(two.party)
      await two.end('SIGKILL')
    },
  },
  {
    name: 'counter-replaced',
    says: 'The PC of a counter is lost; another takes its name by an invitation, decides nothing before it has its record, and goes on.',
    async run(stage) {
      await stage.openHall()
      const counter = await stage.openCounter(1)
      await exchange(stage, counter)
      await tidy(counter)
      await counter.until('in step', ({ sight }) => sight.unsent === 0)
      await counter.end('SIGKILL')
      rmSync(counter.folder, { recursive: true })
      assert.ok(!existsSync(counter.folder))
      stage.history.takenBack(counter.party)
      await stage.start(counter)
      assert.equal(await counter.pair(await invitation(stage.hall.data, counter.machine)), 'done')
      await stage.goOnline(counter)
      await exchange(stage, counter)
    },
  },
]
