import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hallRing } from '../../db/copies/copies.ts'
import { newDataKey, writeKeyFile } from '../../db/keys/data-key.ts'
import { openSecrets } from '../../db/keys/secrets.ts'
import { openMachine } from '../../db/machine-data.ts'
import { backup } from '../../server/commands/backup.ts'
import { canary } from '../../server/commands/canary.ts'
import { UsageError, type CommandLine } from '../../server/commands/command.ts'
import { intoFolder } from '../../server/commands/output.ts'
import { restore } from '../../server/commands/restore.ts'
import { support } from '../../server/commands/support.ts'
import { hallKey } from '../../server/hall-key.ts'
import { entry, happened, hallKeyIn, newFolder, openRaw } from '../support/record.ts'

/** A hall's data folder with some entries and its own key. */
function hallFolder() {
  const folder = newFolder(onTestFinished)
  const key = hallKeyIn(folder)
  const opened = openMachine({ folder, machine: 'hall', key, ring: hallRing })
  if ('refused' in opened) throw new Error(opened.refused)
  const tell = (from: number, to: number) => {
    for (let n = from; n <= to; n++) opened.log.append([entry('hall', n, n, happened.ticket(n))], [])
    // As it is a moment later: a command reads the database.
    opened.log.write()
  }
  tell(1, 5)
  return { folder, key, hall: opened, tell }
}

type Options = { [name: string]: string | boolean }

async function call(command: CommandLine, options: Options, ...words: string[]) {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const code = await command.run({ options: { ...options, json: true }, words })
    return { code, said: JSON.parse(String(said.mock.calls[0]?.[0])) as never }
  } finally {
    said.mockRestore()
  }
}

const entriesIn = (folder: string, key: Parameters<typeof openRaw>[1]) => {
  const db = openRaw(join(folder, 'hall.db'), key)
  const count = db.prepare('SELECT count(*) FROM log').pluck().get()
  const restored = openSecrets(db).get('restored')
  db.close()
  return { count, restored }
}

test('a copy is made while the hall works, is listed, and with the journal brings all back; the former file is kept', async () => {
  const { folder, key, hall, tell } = hallFolder()
  expect(await call(backup, { data: folder })).toMatchObject({ code: 0, said: { machine: 'hall', checked: true } })
  tell(6, 9)
  await expect(call(restore, { data: folder, newest: true })).rejects.toThrow(/working with/)
  hall.log.close()
  const { said } = await call(restore, { data: folder })
  expect(said).toMatchObject([{ name: expect.stringMatching(/^hall\./), sound: true }])
  expect(await call(restore, { data: folder, newest: true })).toMatchObject({ said: { entries: 4, damaged: 0 } })
  expect(entriesIn(folder, key)).toEqual({ count: 9, restored: expect.stringMatching(/^\d{4}-/) })
  expect(readdirSync(folder).filter((name) => name.startsWith('hall.db.before-restore-'))).toHaveLength(1)
})

test('a new folder has the hall of a copy from another place; as copied, the journal stays out', async () => {
  const { folder, key, hall, tell } = hallFolder()
  const usb = newFolder(onTestFinished)
  await call(backup, { data: folder, to: usb })
  tell(6, 9)
  hall.log.close()
  const fresh = newFolder(onTestFinished)
  const keyFile = join(folder, 'hall.key')
  await call(restore, { data: fresh, from: usb, newest: true, 'key-file': keyFile })
  expect(entriesIn(fresh, key).count).toBe(5)
  const [copy = ''] = readdirSync(usb)
  await call(restore, { data: folder, from: usb, copy, 'as-copied': true })
  expect(entriesIn(folder, key).count).toBe(5)
  const opened = openMachine({ folder, machine: 'hall', key, ring: hallRing })
  if ('refused' in opened) throw new Error(opened.refused)
  expect(opened.log.lastHallSeq()).toBe(5)
  opened.log.close()
})

test('an older copy that was chosen stays, also where newer ones lie beside it', async () => {
  const { folder, key, hall, tell } = hallFolder()
  await hall.copies.make()
  tell(6, 9)
  await hall.copies.make()
  hall.log.close()
  const [older = ''] = readdirSync(join(folder, 'copies')).toSorted()
  await call(restore, { data: folder, copy: older, 'as-copied': true })
  const opened = openMachine({ folder, machine: 'hall', key, ring: hallRing })
  if ('refused' in opened) throw new Error(opened.refused)
  expect(opened.log.lastHallSeq()).toBe(5)
  opened.log.close()
})

test('what is missing, damaged or of another key is said, and nothing is touched', async () => {
  const { folder, hall } = hallFolder()
  hall.log.close()
  await expect(async () => call(restore, { data: folder, newest: true })).rejects.toThrow(/no copy of hall/)
  await call(backup, { data: folder })
  await expect(async () => call(restore, { data: folder, copy: 'hall.none.db' })).rejects.toThrow(/no copy hall.none/)
  await expect(async () => call(backup, {})).rejects.toThrow(UsageError)
  const file = join(folder, 'hall.key')
  await expect(async () => call(backup, { data: file })).rejects.toThrow(/is a file\. Name the data folder/)
  await expect(async () => call(support, { data: file, out: join(folder, 'a.zip') })).rejects.toThrow(/is a file/)
  await expect(async () => call(restore, { data: folder, from: file })).rejects.toThrow(/is a file.*with --from/)
  await expect(async () => call(backup, { data: folder, to: file })).rejects.toThrow(
    /is a file\. Name a folder with --to/,
  )
  const database = readFileSync(join(folder, 'hall.db'))
  writeFileSync(join(folder, 'hall.db'), Buffer.concat([database.subarray(0, -9000), Buffer.alloc(9000)]))
  await expect(async () => call(backup, { data: folder })).rejects.toThrow(/^No copy was made: .*`verify`/)
  rmSync(file)
  await expect(async () => call(backup, { data: folder })).rejects.toThrow(/its key is missing/)
})

test('a copy goes to no folder that is not there: a disk that is not in would be another one', async () => {
  const { folder, hall } = hallFolder()
  const usb = join(newFolder(onTestFinished), 'usb')
  const out = async () => call(backup, { data: folder, to: usb })
  await expect(out).rejects.toThrow(UsageError)
  await expect(out).rejects.toThrow(`There is no folder ${usb}. Connect its disk, or make the folder`)
  expect(existsSync(usb)).toBe(false)
  mkdirSync(usb)
  expect(await out()).toMatchObject({ said: { path: expect.stringMatching(/\.backup\.db$/) } })
  const copies = join(folder, 'copies')
  mkdirSync(copies)
  expect(await call(backup, { data: folder, to: copies })).toMatchObject({
    said: { path: expect.not.stringContaining('backup') },
  })
  hall.log.close()
})

test('copies of a second place that are put among the own ones of a new folder bring the hall back', async () => {
  const { folder, key, hall } = hallFolder()
  const usb = newFolder(onTestFinished)
  await call(backup, { data: folder, to: usb })
  hall.log.close()
  const fresh = newFolder(onTestFinished)
  cpSync(usb, join(fresh, 'copies'), { recursive: true })
  cpSync(join(folder, 'hall.key'), join(fresh, 'hall.key'))
  await call(restore, { data: fresh, newest: true })
  expect(entriesIn(fresh, key).count).toBe(5)
})

test('restore says that the place of the copies is not there, or that no key was given for them', async () => {
  const { folder, hall } = hallFolder()
  await call(backup, { data: folder })
  hall.log.close()
  const fresh = newFolder(onTestFinished)
  const nowhere = join(folder, 'not-mounted')
  await expect(async () => call(restore, { data: fresh, from: nowhere, newest: true })).rejects.toThrow(
    `There is no folder ${nowhere}. Check --from`,
  )
  const from = join(folder, 'copies')
  const [copy = ''] = readdirSync(from)
  for (const which of [{ newest: true }, { copy }])
    await expect(async () => call(restore, { data: fresh, from, ...which })).rejects.toThrow(
      /none was given: name its file with --key-file/,
    )
})

test('a hall whose database and key are both gone makes no new key beside its copies and its journal', async () => {
  const { folder, hall } = hallFolder()
  await call(backup, { data: folder })
  hall.log.close()
  rmSync(join(folder, 'hall.db'))
  rmSync(join(folder, 'hall.key'))
  expect(hallKey({ data: folder })).toEqual({ wrong: expect.stringMatching(/copies.*its key is missing.*--key-file/) })
  rmSync(join(folder, 'copies'), { recursive: true })
  expect(hallKey({ data: folder })).toEqual({ wrong: expect.stringMatching(/hall\.ops is encrypted.*--key-file/) })
  expect(existsSync(join(folder, 'hall.key'))).toBe(false)
  rmSync(join(folder, 'hall.ops'), { recursive: true })
  expect(hallKey({ data: folder })).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('what is wrong with the program is not said to be wrong with the disk', () => {
  const fails = (error: Error) => () =>
    intoFolder('manual', () => {
      throw error
    })
  expect(fails(new TypeError('this is no function'))).toThrow(TypeError)
  expect(fails(Object.assign(new Error('EROFS: read-only'), { code: 'EROFS' }))).toThrow(
    /^manual cannot be written: EROFS/,
  )
})

test('restore leaves a file and a mistyped folder alone, tells another key from damage, and mixes no two halls', async () => {
  const { folder, hall } = hallFolder()
  await call(backup, { data: folder })
  hall.log.close()
  const mistyped = `${folder}-none`
  await expect(async () => call(restore, { data: join(folder, 'hall.db') })).rejects.toThrow(/is a file/)
  await expect(async () => call(restore, { data: mistyped })).rejects.toThrow(/no data of Changgu/)
  expect(existsSync(mistyped)).toBe(false)

  const other = hallFolder()
  await call(backup, { data: other.folder })
  other.hall.log.close()
  const from = join(folder, 'copies')
  const theirs = { data: other.folder, from }
  await expect(async () => call(restore, theirs)).rejects.toThrow(/opens none of the copies/)
  const [copy = ''] = readdirSync(from)
  const bytes = readFileSync(join(from, copy))
  writeFileSync(join(from, copy), Buffer.concat([bytes.subarray(0, -9000), Buffer.alloc(9000)]))
  expect(await call(restore, { data: folder })).toMatchObject({ said: [{ sound: false, state: 'damaged' }] })
  writeFileSync(join(from, copy), bytes)
  const asOurs = { ...theirs, newest: true, 'key-file': join(folder, 'hall.key') }
  await expect(async () => call(restore, asOurs)).rejects.toThrow(/closed with another key\. Name an empty folder/)
  rmSync(join(other.folder, 'hall.key'))
  await expect(async () => call(restore, asOurs)).rejects.toThrow(/Name an empty folder/)
})

test('restore takes no copy where two are named', async () => {
  const { folder } = hallFolder()
  await expect(async () => call(restore, { data: folder, copy: 'hall.db', newest: true })).rejects.toThrow(
    new UsageError('--copy and --newest contradict each other. Give one of them.'),
  )
})

test('restore tells an empty copy from one that cannot be read now, says which one it passes over, and names another key', async () => {
  const { folder, hall, tell } = hallFolder()
  await call(backup, { data: folder })
  tell(6, 9)
  await call(backup, { data: folder })
  hall.log.close()
  const from = join(folder, 'copies')
  const [older = '', newer = ''] = readdirSync(from).toSorted()
  mkdirSync(join(from, `${newer}-wal`))
  const listed = async () => (await call(restore, { data: folder })).said
  expect(await listed()).toMatchObject([{ state: 'unread' }, { state: 'sound' }])
  await expect(async () => call(restore, { data: folder, copy: newer })).rejects.toThrow(
    `${newer} cannot be read now: unable to open database file. See that`,
  )
  const said = vi.spyOn(console, 'error').mockReturnValue()
  expect(await call(restore, { data: folder, newest: true })).toMatchObject({ said: { copy: older, entries: 4 } })
  expect(said).toHaveBeenCalledWith(`${newer} cannot be read now: unable to open database file.`)
  said.mockRestore()
  truncateSync(join(from, older), 0)
  expect(await listed()).toEqual([expect.objectContaining({ state: 'damaged', bytes: 0 })])
  renameSync(join(from, readdirSync(from).find((name) => name.startsWith(`${newer}.before`)) ?? ''), join(from, newer))
  rmSync(join(from, `${newer}-wal`), { recursive: true })
  const wrong = join(newFolder(onTestFinished), 'other.key')
  writeKeyFile(wrong, newDataKey())
  await expect(async () => call(restore, { data: folder, 'key-file': wrong })).rejects.toThrow(
    /opens none of the copies/,
  )
})

test('canary says where a text stands, with exit code 1, 0 where it does not, and 2 where not all was searched', async () => {
  const { folder, hall } = hallFolder()
  hall.log.append([entry('counter-1', 1, 6, happened.received('a'), { note: '나비카나리아' })], [])
  await hall.copies.make()
  expect(await call(canary, {}, '나비카나리아', folder)).toMatchObject({ code: 0, said: { found: [] } })
  expect(await call(canary, {}, 'changgu', join(import.meta.dirname, 'backup.test.ts'))).toMatchObject({ code: 1 })
  await expect(async () => call(canary, {}, '나', folder)).rejects.toThrow(/too short/)
  const empty = newFolder(onTestFinished)
  expect(await call(canary, {}, '나비카나리아', empty)).toMatchObject({ code: 2, said: { files: 0 } })
  symlinkSync(folder, join(empty, 'elsewhere'))
  symlinkSync(join(empty, 'nowhere'), join(empty, 'lock'))
  writeFileSync(join(empty, 'clean'), '')
  const linked = { files: 1, links: [join(empty, 'elsewhere')] }
  expect(await call(canary, {}, '나비카나리아', empty)).toMatchObject({ code: 2, said: linked })
  hall.log.close()
})
