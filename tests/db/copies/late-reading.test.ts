import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pcRing } from '../../../db/copies/copies.ts'
import { readBeside } from '../../../db/copies/late-reading.ts'
import { openMachine, type MachineData } from '../../../db/machine-data.ts'
import { startDatabase } from '../../../db/start.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../../support/record.ts'

const machine = 'hall'

function open(folder: string, mostAtOnce = 0): MachineData {
  const opened = openMachine({ folder, machine, key: testKey, ring: pcRing, mostAtOnce })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

/** A record with a copy, all of it in its file. */
async function kept() {
  const folder = newFolder(onTestFinished)
  const hall = open(folder)
  for (let n = 1; n <= 200; n++) hall.log.append([entry(machine, n, n, happened.ticket(n))], [])
  await hall.copies.make()
  hall.log.close()
  const file = join(folder, 'hall.db')
  const db = openRaw(file, testKey)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return { folder, file }
}

function spoil(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x5a, bytes.length - 3 * 4096, bytes.length - 4096))
}

test('a large database is opened at once and read beside the work; a sound one is left as it is', async () => {
  const { folder, file } = await kept()
  const started = startDatabase({ folder, machine, key: testKey, now: Date.now(), mostAtOnce: 0 })
  if (!('db' in started)) throw new Error(started.refused)
  expect(started.isUnread).toBe(true)
  expect(await readBeside({ file, machine, key: testKey }).sound).toBe(true)
  expect(existsSync(`${file}.unsound`)).toBe(false)
  started.db.close()
  started.journal.close()
  started.lock.release()
})

test('what the reading finds damaged is marked, and the next start reads all of it and brings it back', async () => {
  const { folder, file } = await kept()
  spoil(file)
  expect(await readBeside({ file, machine, key: testKey }).sound).toBe(false)
  expect(existsSync(`${file}.unsound`)).toBe(true)
  const again = open(folder)
  expect(again.recovery()).toMatchObject({ found: 'damaged', isWhole: true })
  expect(again.log.lastHallSeq()).toBe(200)
  expect(existsSync(`${file}.unsound`)).toBe(false)
  again.log.close()
})

test('a large database that cannot be opened now is not called damaged, and that is said', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { folder, file } = await kept()
  const gone = join(folder, 'gone.db')
  expect(await readBeside({ file: gone, machine, key: testKey }).sound).toBe(true)
  // As with too many open files, or with a program that holds one.
  rmSync(`${file}-wal`, { force: true })
  mkdirSync(`${file}-wal`)
  expect(await readBeside({ file, machine, key: testKey }).sound).toBe(true)
  expect([gone, file].filter((one) => existsSync(`${one}.unsound`))).toEqual([])
  expect(said).toHaveBeenCalledTimes(2)
  expect(said).toHaveBeenCalledWith(expect.stringContaining('could not be read through'))
})

test('a large database is brought back wherever its damage lies: at once where the start meets it, else by the next start', async () => {
  const { folder, file } = await kept()
  const whole = readFileSync(file)
  const found = new Set<string>()
  for (let at = 0; at < whole.length; at += 4096) {
    const damaged = newFolder(onTestFinished)
    cpSync(folder, damaged, { recursive: true })
    writeFileSync(join(damaged, 'hall.db'), Buffer.from(whole).fill(0x5a, at, at + 4096))
    const hall = open(damaged)
    const recovery = hall.recovery()
    found.add(recovery ? `${recovery.found}, back to ${hall.log.lastHallSeq()}` : 'read later')
    hall.log.close()
  }
  expect(found).toEqual(new Set(['damaged, back to 200', 'read later']))
})
