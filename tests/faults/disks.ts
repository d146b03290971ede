import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Counter } from './counter.ts'
import { cannotLimit, cannotMount, limitFiles, sizeOf, smallDisk } from './disk.ts'
import { receive, tidy, workAlone } from './exchange.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** Disks that take nothing more. */

/** A file is filled up behind its end first, so that an act more or less is still taken. */
const most = 2000
/** Two beats of a counter's own clock, in which it looks whether a session is over. */
const twoBeats = 35_000

/** Bytes that find no room in what is left of a file. */
const largePdf = 3 << 20

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))

/** Goes on until an act is refused because it could not be saved. */
async function untilNotSaved(stage: Stage, counter: Counter): Promise<void> {
  const id = stage.newId()
  let told = await counter.submit(receive(id))
  for (let n = 0; told === 'done' && n < most; n++)
    told = await counter.submit({ type: 'addNote', case: id, text: `비고 ${id} ${n} ${'가'.repeat(500)}` })
  assert.deepEqual(told, { refused: 'notSaved' }, 'a full disk refuses an act as not saved')
}

/**
 * The hall cannot write: what it decides is not reachable, and counters work on by themselves. A little still finds room in
 * what a failed transaction has left of its file, so that it is tried until nothing is taken any more.
 */
async function hallRefuses(stage: Stage, counter: Counter): Promise<void> {
  let refused = 0
  for (let n = 0; refused < 5; n++) {
    assert.ok(n < most, 'a hall without room takes two thousand acts')
    if ((await stage.issue()) !== 'done') refused += 1
    const visit = stage.newId()
    const told = await counter.submit({ type: 'callNext', visit })
    if (told === 'done') assert.equal(await counter.submit({ type: 'returnToQueue', visit }), 'done')
    else if (told === 'unreachable') refused += 1
  }
  assert.deepEqual(await workAlone(stage, counter), [], 'a counter works on without the hall')
}

/** A paper of a petition is on its way to the printer; says how its print stands. */
async function queuePaper(stage: Stage, counter: Counter): Promise<() => Promise<string | undefined>> {
  const [id, paper] = [stage.newId(), stage.newId()]
  for (const command of [
    receive(id),
    { type: 'makePaper', case: id, paper, name: 'receiptSlip' },
    { type: 'printPaper', case: id, paper },
  ] as const)
    assert.equal(await counter.submit(command), 'done')
  return async () => (await counter.view({ of: 'papers', case: id }))?.made[0]?.state
}

async function worksAgain(stage: Stage, counter: Counter): Promise<void> {
  assert.deepEqual(await workAlone(stage, counter), [])
  await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0)
  await tidy(counter)
  assert.equal(await stage.issue(), 'done')
  assert.equal(await counter.submit({ type: 'callNext', visit: stage.newId() }), 'done')
}

export const disks: readonly Scenario[] = [
  {
    name: 'counter-quota',
    says: 'The files of a counter may not grow: acts are refused as not saved, and done again when they may.',
    isQuick: true,
    async run(stage) {
      await stage.haveHall()
      const counter = await stage.haveCounter(1)
      await tidy(counter)
      const wal = join(counter.folder, 'counter-1.db-wal')
      if (!limitFiles(counter.pid, sizeOf(wal) + 8192)) return cannotLimit
      await untilNotSaved(stage, counter)
      assert.ok(counter.isRunning)
      limitFiles(counter.pid, 'unlimited')
      await worksAgain(stage, counter)
    },
  },
  {
    name: 'counter-disk-full',
    says: 'The disk of a counter is full, for minutes: acts are refused, a paper is printed, it goes on running and is honest about copies, and works when there is room.',
    async run(stage) {
      const disk = smallDisk(stage, 'small', 96)
      if (!disk) return cannotMount
      await stage.haveHall()
      const clock = stage.clock('counter-1')
      const counter = await stage.openCounter(1, { folder: join(disk.folder, 'counter-1'), clock })
      assert.deepEqual(await workAlone(stage, counter), [])
      const print = await queuePaper(stage, counter)
      assert.equal(await print(), 'queued')
      disk.fill()
      await untilNotSaved(stage, counter)
      assert.ok(await counter.prints(largePdf), `it fell by a PDF: ${counter.said.join('')}`)
      assert.equal(await counter.copy(), false, 'no copy is said to be made without room')
      await counter.until('honest about its copies', ({ copies }) => copies.failed !== undefined, twoBeats)
      clock.set(180_000, counter.pid)
      await stage.issue()
      await pause(twoBeats)
      assert.ok(counter.isRunning, `it fell: ${counter.said.join('')}`)
      assert.deepEqual(await counter.submit(receive(stage.newId())), { refused: 'notSaved' })
      disk.free()
      await worksAgain(stage, counter)
      assert.equal(await print(), 'printed', 'a paper that was printed on a full disk is reported when there is room')
      assert.equal(await counter.copy(), true)
      await counter.until('at rest about its copies', ({ copies }) => copies.failed === undefined, twoBeats)
    },
  },
  {
    name: 'hall-quota',
    says: 'The files of the hall may not grow: it gives no call and no ticket that it cannot save, and goes on when they may.',
    isQuick: true,
    async run(stage) {
      const hall = await stage.haveHall()
      const counter = await stage.haveCounter(1)
      await tidy(counter)
      if (!limitFiles(hall.pid, sizeOf(join(hall.data, 'hall.db-wal')) + 8192)) return cannotLimit
      await hallRefuses(stage, counter)
      limitFiles(hall.pid, 'unlimited')
      await worksAgain(stage, counter)
    },
  },
  {
    name: 'hall-disk-full',
    says: 'The disk of the hall is full, for a minute: counters work on, and all arrives when there is room; it never fell.',
    async run(stage) {
      const disk = smallDisk(stage, 'small', 128)
      if (!disk) return cannotMount
      const hall = await stage.openHall({ data: join(disk.folder, 'hall') })
      const counter = await stage.openCounter(1)
      disk.fill()
      await hallRefuses(stage, counter)
      await pause(twoBeats)
      const health = async () => (await fetch(`${hall.address}/health`)).status
      assert.equal(await health(), 503, 'half a minute after the last act that it could not save')
      assert.deepEqual(await workAlone(stage, counter), [])
      disk.free()
      await worksAgain(stage, counter)
      for (const from = performance.now(); (await health()) !== 200; await pause(200))
        assert.ok(performance.now() - from < twoBeats, 'all is saved again, and its health says no')
    },
  },
  {
    name: 'start-on-full-disk',
    says: 'Hall and counter are started while their disk is full: they say why they do not open, and lose nothing.',
    async run(stage) {
      const disk = smallDisk(stage, 'small', 128)
      if (!disk) return cannotMount
      const data = join(disk.folder, 'hall')
      await stage.openHall({ data })
      const counter = await stage.openCounter(1, { folder: join(disk.folder, 'counter-1') })
      assert.deepEqual(await workAlone(stage, counter), [])
      await stage.endHall()
      assert.deepEqual(await workAlone(stage, counter), [])
      await counter.end('SIGKILL')
      disk.fill()
      // Whether the last pages suffice for an opening or not: nothing may be lost by it.
      await counter.start()
      await counter.end('SIGKILL')
      await stage.openHall({ data }).catch(() => undefined)
      await stage.endHall()
      disk.free()
      await stage.openHall({ data })
      await stage.start(counter)
      await stage.goOnline(counter)
      await worksAgain(stage, counter)
    },
  },
  {
    name: 'read-only',
    says: 'The folder of a counter is read-only: it does not open and says so, nothing changes, and it opens when it may write.',
    async run(stage) {
      const disk = smallDisk(stage, 'small', 96)
      if (!disk) return cannotMount
      await stage.haveHall()
      const counter = await stage.openCounter(1, { folder: join(disk.folder, 'counter-1') })
      assert.deepEqual(await workAlone(stage, counter), [])
      await counter.end('SIGKILL')
      if (!disk.remount('ro')) return cannotMount
      const why = await counter.start()
      assert.ok(why !== undefined && why !== 'ended', `it opens in a folder that it cannot write, or falls: ${why}`)
      await counter.end('SIGKILL')
      assert.ok(disk.remount('rw'))
      await stage.start(counter)
      await stage.goOnline(counter)
      await worksAgain(stage, counter)
    },
  },
  {
    name: 'hall-read-only',
    says: 'The folder of the hall is read-only at its start: it says why it does not open, counters work on, and all arrives when it may write.',
    async run(stage) {
      const disk = smallDisk(stage, 'small', 128)
      if (!disk) return cannotMount
      const data = join(disk.folder, 'hall')
      await stage.openHall({ data })
      const counter = await stage.openCounter(1)
      assert.deepEqual(await workAlone(stage, counter), [])
      await stage.endHall()
      if (!disk.remount('ro')) return cannotMount
      await assert.rejects(stage.openHall({ data }), 'a hall opens in a folder that it cannot write')
      assert.ok(stage.complaints.join('').trim() !== '', 'a hall that does not open says why')
      assert.deepEqual(await workAlone(stage, counter), [])
      assert.ok(disk.remount('rw'))
      await stage.openHall({ data })
      await worksAgain(stage, counter)
    },
  },
]
