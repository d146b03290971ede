import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { newFolder, openKiosk, startCounter, startPc, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { testPassword } from '../support/people.ts'
import { hallKeyIn, openRaw, testKey } from '../support/record.ts'

// Halls are real processes here, each started twice.
vi.setConfig({ testTimeout: 180_000 })

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const few = fewKinds('QUA-01')
const seed = Number(process.env['CHANGGU_SEED'] ?? Date.now() % 100_000)

/** Dice that fall the same for the same seed. */
function dice(from: number): (below: number) => number {
  let state = from
  return (below) => {
    state = (state * 48_271 + 11) % 2_147_483_647
    return state % below
  }
}

type Row = { origin: string; origin_seq: number; hall_seq: number | null; event: string; private: string | null }

/** Every entry of a database, as it stands on the disk. */
function entriesOf(folder: string, machine: string, key = testKey) {
  const db = openRaw(join(folder, `${machine}.db`), key)
  const rows = db.prepare<[], Row>('SELECT * FROM log ORDER BY origin, origin_seq').all()
  db.close()
  const read = (text: string | null) => text && (JSON.parse(text) as object)
  // The hall writes the parts of an event in its own order.
  return rows.map((row) => ({ ...row, event: read(row.event), private: read(row.private) }))
}

type Entry = ReturnType<typeof entriesOf>[number]

/** A morning that is answered with 'done', word for word; then the hall is killed. */
async function morning(data: string) {
  const hall = await startHall({ data, manual: few })
  const pc = await startCounter(onEnd, hall.socket, 1)
  const kiosk = await openKiosk(onEnd, hall.socket)
  const done = async (command: Command) => expect(await pc.desk.submit(command)).toBe('done')
  for (let n = 0; n < 8; n++) {
    expect(await kiosk.desk.submit({ type: 'issueTicket', touch: `t${n}`, class: 'ordinary' })).toBe('done')
    await done({ type: 'receiveCase', case: `k${n}`, kind: 'QUA-01', petitioner: { name: '김영수' } })
    for (let i = 0; i < 5; i++) await done({ type: 'addNote', case: `k${n}`, text: `비고 ${n}-${i}` })
  }
  await until(pc.desk, { of: 'counter' }, (v) => v.line.unsent === 0)
  await hall.stop('SIGKILL')
  const { folder } = pc
  pc.close()
  return { folder, port: hall.port }
}

const damages: [string, (file: string, roll: (below: number) => number) => void][] = [
  [
    'three random pages',
    (file, roll) => {
      const bytes = readFileSync(file)
      for (let i = 0; i < 3; i++) bytes.fill(roll(256), 4096 * roll(bytes.length / 4096), undefined)
      writeFileSync(file, bytes)
    },
  ],
  ['a WAL that is gone', (file) => ['-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }))],
  ['a file cut short', (file, roll) => truncateSync(file, roll(readFileSync(file).length))],
]

test.each(damages)(`a hall with %s has every entry again that was acknowledged (seed ${seed})`, async (_, damage) => {
  const data = newFolder(onEnd, 'drill')
  const { folder, port } = await morning(data)
  const key = hallKeyIn(data)
  // What was acknowledged: all that the counter has, its places heard or not. The last of it may stand in the journal alone.
  const told = entriesOf(folder, 'counter-1')
  expect(told.filter((row) => row.origin === 'counter-1').length).toBeGreaterThan(48)
  damage(join(data, 'hall.db'), dice(seed))
  const again = await startHall({ data, port, manual: few })
  await again.stop('SIGKILL')
  const after = entriesOf(data, 'hall', key)
  for (const row of told) expect(after).toContainEqual(placed(row))
})

/** As it stands where it has its place: who told it may not have heard that yet. */
const placed = (row: Entry) => ({ ...row, hall_seq: row.hall_seq ?? (expect.any(Number) as unknown) })

test(`a lost counter PC is replaced: a new folder, the same name, and its record is there again`, async () => {
  const data = newFolder(onEnd, 'drill')
  const { folder, port } = await morning(data)
  const before = entriesOf(folder, 'counter-1')
  const own = before.filter((row) => row.origin === 'counter-1')
  const again = await startHall({ data, port, manual: few })
  onEnd(() => again.stop())
  const from = performance.now()
  const pc = await startPc(onEnd, again.socket, 'counter-1')
  await until(pc.desk, { of: 'setup' }, (v) => v.line.state === 'online' && v.session !== undefined)
  // A new PC trusts nobody whom the record has signed in.
  expect(await pc.desk.submit({ type: 'addNote', case: 'k3', text: '잠김' })).toEqual({ refused: 'sessionLocked' })
  expect(await pc.desk.submit({ type: 'unlock', password: testPassword })).toBe('done')
  expect(await pc.desk.submit({ type: 'addNote', case: 'k3', text: '다시 시작' })).toBe('done')
  console.log(`a replaced PC works after ${Math.round(performance.now() - from)} ms`)
  const fresh = pc.folder
  pc.close()
  expect(existsSync(join(fresh, 'counter-1.db'))).toBe(true)
  const after = entriesOf(fresh, 'counter-1')
  for (const row of own) expect(after).toContainEqual(placed(row))
})
