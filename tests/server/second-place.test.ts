import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { copiesIn, copyName, hallRing, makeCopy } from '../../db/copies/copies.ts'
import { restoredMark } from '../../db/copies/recovery.ts'
import { newDataKey } from '../../db/keys/data-key.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { backup } from '../../server/commands/backup.ts'
import { restore } from '../../server/commands/restore.ts'
import { hallCopies } from '../../server/hall-copies.ts'
import { hallIdentity } from '../../server/identity.ts'
import { startHall } from '../support/hall.ts'
import { entry, happened, hallKeyIn, newFolder } from '../support/record.ts'

const hour = 3_600_000

const Health = z.looseObject({ ok: z.boolean(), second: z.strictObject({ failed: z.strictObject({ at: z.int() }) }) })

let said = vi.spyOn(console, 'error')
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => {})
})
const onConsole = () => said.mock.calls.map(String).join('\n')

/** A data folder, closed with the key of another hall where one is given. */
function dataFolder(keyOf?: string): string {
  const data = newFolder(onTestFinished)
  if (keyOf !== undefined) writeFileSync(join(data, 'hall.key'), hallKeyIn(keyOf))
  return data
}

function open(data: string): MachineData {
  const kept = openMachine({ folder: data, machine: 'hall', key: hallKeyIn(data), ring: hallRing })
  if ('refused' in kept) throw new Error(kept.refused)
  onTestFinished(() => (kept.db.open ? kept.log.close() : undefined))
  return kept
}

/** A hall with some entries and one copy, and its copies in a second place. */
async function hall(copyTo: string, data = dataFolder()) {
  const kept = open(data)
  const id = hallIdentity(kept.secrets, Date.now(), false).identity.hallId
  async function copyMore(): Promise<void> {
    const next = kept.log.lastHallSeq() + 1
    kept.log.append([entry('hall', next, next, happened.ticket(next))], [])
    await kept.copies.make('always')
  }
  await copyMore()
  const begin = (key = hallKeyIn(data)) => {
    const copies = hallCopies({ kept, key, data, copyTo, changed: () => {} })
    onTestFinished(copies.close)
    return copies
  }
  /** Six copies of a month of last year, of which a ring keeps three at most: what lies there for long. */
  const leaveOld = (month: string, mark?: string) =>
    [1, 2, 3, 4, 5, 6].map((day) => {
      const name = copyName('hall', Date.parse(`2025-${month}-0${day}T00:00:00Z`), 1, mark)
      makeCopy({ file: kept.file, key: hallKeyIn(data), machine: 'hall', path: join(copyTo, name) })
      return name
    })
  return { data, kept, id, begin, leaveOld, copyMore }
}

test('halls that share a second place clear away their own copies alone, and never what backup put there', async () => {
  const copyTo = newFolder(onTestFinished)
  const [ours, other] = [await hall(copyTo), await hall(copyTo)]
  const stays = [
    ...other.leaveOld('03', other.id),
    ...other.leaveOld('04'),
    ...ours.leaveOld('05', 'backup'),
    ...other.leaveOld('06', 'backup'),
  ]
  ours.leaveOld('01', ours.id)
  ours.leaveOld('02')
  await ours.begin().copyOut(true)
  const left = readdirSync(copyTo)
  expect(left).toEqual(expect.arrayContaining(stays))
  const ofOurs = left.filter((name) => !stays.includes(name))
  expect(ofOurs).toHaveLength(3)
  expect(ofOurs.filter((name) => name.includes(`.${ours.id}.`))).toHaveLength(1)
})

test('what an earlier version put there without a mark is thinned out by its own hall, and found by restore', async () => {
  const copyTo = newFolder(onTestFinished)
  const { data, kept, begin, leaveOld } = await hall(copyTo)
  const [first = ''] = leaveOld('02').toReversed()
  await begin().copyOut(true)
  expect(copiesIn(copyTo, 'hall').filter(({ mark }) => mark === undefined)).toHaveLength(2)
  kept.log.close()
  const fresh = dataFolder()
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const options = { data: fresh, from: copyTo, 'key-file': join(data, 'hall.key') }
  expect(await restore.run({ options: { ...options, copy: first }, words: [] })).toBe(0)
  expect(await restore.run({ options: { ...options, newest: true }, words: [] })).toBe(0)
  expect(print.mock.calls.map(String).at(-1)).toContain(`restored from ${copiesIn(copyTo, 'hall')[0]?.name}`)
})

test('a hall that was begun anew by mistake clears nothing away, with the key of the lost one neither, and restore says so', async () => {
  const copyTo = newFolder(onTestFinished)
  const lost = await hall(copyTo)
  const stays = [...lost.leaveOld('01'), ...lost.leaveOld('02', lost.id), ...lost.leaveOld('03', 'backup')]
  lost.kept.log.close()
  for (const data of [dataFolder(), dataFolder(lost.data)]) {
    const anew = await hall(copyTo, data)
    const copies = anew.begin()
    expect(copies.status().second).toEqual({})
    await copies.copyOut(true)
    expect(copies.status().second).toHaveProperty('last')
    anew.kept.log.close()
  }
  expect(readdirSync(copyTo)).toEqual(expect.arrayContaining(stays))
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const options = { data: dataFolder(lost.data), from: copyTo, newest: true }
  expect(await restore.run({ options, words: [] })).toBe(0)
  expect(onConsole()).toMatch(/Copies of another hall lie there too\. Taken is .*, of hall [0-9a-z]{16}\./)
})

test('a hall that was restored, or has another key than before, goes on clearing away what it put there', async () => {
  const copyTo = newFolder(onTestFinished)
  const lost = await hall(copyTo)
  await lost.begin().copyOut(true)
  lost.kept.log.close()
  const data = dataFolder(lost.data)
  vi.spyOn(console, 'log').mockImplementation(() => {})
  await restore.run({ options: { data, from: copyTo, newest: true }, words: [] })
  const again = await hall(copyTo, data)
  expect(again.id).toBe(lost.id)
  again.leaveOld('01', lost.id)
  await again.begin(newDataKey()).copyOut(true)
  expect(copiesIn(copyTo, 'hall')).toHaveLength(3)
})

test('the newest copy of another hall is not taken for one of this hall', async () => {
  const copyTo = newFolder(onTestFinished)
  const [ours, other] = [await hall(copyTo), await hall(copyTo)]
  await other.begin().copyOut(true)
  const copies = ours.begin()
  expect(copies.status().second).toEqual({})
  await copies.copyOut()
  expect(copiesIn(copyTo, 'hall').map(({ mark }) => mark)).toEqual(expect.arrayContaining([ours.id, other.id]))
  expect(ours.begin().status().second).toEqual(copies.status().second)
})

test('a clock that is put back keeps no newer copy from the second place, from its status and from restore --newest', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const copyTo = newFolder(onTestFinished)
  const { data, kept, begin, copyMore } = await hall(copyTo)
  const copies = begin()
  for (let n = 0; n < 3; n++) {
    vi.setSystemTime(Date.now() + hour)
    await copyMore()
    await copies.copyOut()
  }
  vi.setSystemTime(Date.now() - 24 * hour)
  for (const isLast of [false, true, true]) {
    vi.setSystemTime(Date.now() + 60_000)
    const at = Date.now()
    await copyMore()
    await copies.copyOut(isLast)
    expect(copies.status().second?.last?.at).toBe(at)
    expect(copiesIn(copyTo, 'hall').map((copy) => copy.at)).toContain(at)
    expect(begin().status().second).toEqual(copies.status().second)
  }
  const left = copiesIn(copyTo, 'hall')
  await copies.copyOut()
  expect(copiesIn(copyTo, 'hall')).toEqual(left)
  const newest = kept.log.lastHallSeq()
  kept.log.close()
  const fresh = dataFolder(data)
  vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await restore.run({ options: { data: fresh, from: copyTo, newest: true }, words: [] })).toBe(0)
  expect(open(fresh).log.lastHallSeq()).toBe(newest)
  expect(onConsole()).not.toContain('has more of the record')
  // Once their time has come, those of before are dated later: that is said.
  const [ahead] = left
  const last = left.find((copy) => copy.part === Math.max(...left.map(({ part }) => part)))
  vi.setSystemTime(Date.now() + 25 * hour)
  const later = { data: dataFolder(data), from: copyTo, newest: true }
  expect(await restore.run({ options: later, words: [] })).toBe(0)
  expect(onConsole()).toContain(`${last?.name} has more of the record than ${ahead?.name}`)
})

test('of copies that are dated earlier restore --newest names the one with the most of the record, whatever its part', async () => {
  const copyTo = newFolder(onTestFinished)
  const { data, kept, id, copyMore } = await hall(copyTo)
  const leave = (name: string) =>
    makeCopy({ file: kept.file, key: hallKeyIn(data), machine: 'hall', path: join(copyTo, name) })
  const at = Date.parse('2026-03-02T10:00:00Z')
  const former = copyName('hall', at - 9 * hour, 500, id)
  const ahead = copyName('hall', at, 7, id)
  const last = copyName('hall', at - hour, 8, id)
  for (const name of [former, ahead, last]) {
    leave(name)
    await copyMore()
  }
  kept.log.close()
  vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await restore.run({ options: { data: dataFolder(data), from: copyTo, newest: true }, words: [] })).toBe(0)
  expect(onConsole()).toContain(`${last} has more of the record than ${ahead}`)
})

test('a hall that was restored from its second place is not lost with its database before it was started', async () => {
  const copyTo = newFolder(onTestFinished)
  const { data, kept, begin, copyMore } = await hall(copyTo)
  await copyMore()
  await begin().copyOut(true)
  kept.log.close()
  const fresh = dataFolder(data)
  vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await restore.run({ options: { data: fresh, from: copyTo, newest: true }, words: [] })).toBe(0)
  rmSync(join(fresh, 'hall.db'))
  const again = open(fresh)
  expect(again.log.lastHallSeq()).toBe(2)
  // It waits for its machines as after the restore.
  expect(again.secrets.get(restoredMark)).toBeDefined()
  expect(again.recovery()).toMatchObject({ found: 'missing' })
})

test('what a fall left half made in the second place goes by its own hall alone', async () => {
  const copyTo = newFolder(onTestFinished)
  const [ours, other] = [await hall(copyTo), await hall(copyTo)]
  const half = (mark: string) => `${copyName('hall', Date.parse('2026-01-01T00:00:00Z'), 1, mark)}.making`
  for (const name of [half(ours.id), half(other.id), half('backup')]) {
    writeFileSync(join(copyTo, name), '')
    utimesSync(join(copyTo, name), 1, 1)
  }
  await ours.begin().copyOut(true)
  expect(readdirSync(copyTo).filter((name) => name.endsWith('.making'))).toEqual(
    [half(other.id), half('backup')].toSorted(),
  )
})

test('a copy that backup makes elsewhere stays, also where the hall has its second place', async () => {
  const copyTo = newFolder(onTestFinished)
  const { data, kept, begin, leaveOld, id } = await hall(copyTo)
  kept.log.write()
  vi.spyOn(console, 'log').mockImplementation(() => {})
  await backup.run({ options: { data, to: copyTo }, words: [] })
  const [made = ''] = readdirSync(copyTo)
  expect(made).toMatch(/^hall\..*\.backup\.db$/)
  renameSync(join(copyTo, made), join(copyTo, copyName('hall', Date.parse('2024-01-01T00:00:00Z'), 1, 'backup')))
  leaveOld('01', id)
  await begin().copyOut(true)
  expect(copiesIn(copyTo, 'hall').map(({ mark }) => mark)).toEqual([id, id, id, 'backup'])
})

test('a second place that is missing is told from the start on, with its folder and what to do, until it is there', async () => {
  const copyTo = join(newFolder(onTestFinished), 'usb')
  const at = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { begin, kept } = await hall(copyTo)
  const { last } = kept.copies.status()
  vi.setSystemTime(at + 1000)
  const copies = begin()
  expect(copies.status().second).toEqual({ failedAt: at + 1000 })
  vi.setSystemTime(at + 2000)
  await copies.copyOut()
  expect(copies.status().second).toEqual({ failedAt: at + 1000 })
  expect(onConsole()).toContain(`${copyTo} (--copy-to). See that it is there and its disk connected.`)
  mkdirSync(copyTo)
  await copies.copyOut()
  expect(copies.status().second).toEqual({ last })
  expect(copiesIn(copyTo, 'hall')).toMatchObject([last ?? {}])
  renameSync(copyTo, `${copyTo}.away`)
  vi.setSystemTime(at + 3000)
  await copies.copyOut()
  expect(copies.status().second).toEqual({ last, failedAt: at + 3000 })
})

test('a file in the place of the second place is told at the start, and in health and measurements', async () => {
  const complaints: string[] = []
  const copyTo = join(newFolder(onTestFinished), 'usb')
  writeFileSync(copyTo, '')
  const from = Date.now()
  const running = await startHall({ copyTo, complaints, passwords: false })
  onTestFinished(() => running.stop())
  await expect.poll(() => complaints.join('')).toContain(`${copyTo} (--copy-to) is a file and no folder`)
  const health = Health.parse(await (await fetch(`${running.address}/health`)).json())
  expect(health.ok).toBe(true)
  // Since its start, when it looked there first.
  expect(health.second.failed.at).toBeGreaterThanOrEqual(from)
  expect(health.second.failed.at).toBeLessThanOrEqual(Date.now())
  expect(JSON.stringify(health)).not.toContain(copyTo)
  const metrics = await (await fetch(`${running.address}/metrics`)).text()
  expect(metrics).toContain('changgu_second_place_failing 1')
  expect(metrics).toContain('changgu_second_place_age_seconds Nan')
})
