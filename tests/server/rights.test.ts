import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copiesFolder } from '../../db/copies/copies.ts'
import { openHall } from '../../server/hall.ts'
import { systemWord } from '../../server/system-word.ts'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

// What a right, a path or a disk refuses a command is one sentence and exit code 2: 1 would be read as a finding.

/** A hall that was once open. */
function hallFolder(): string {
  const data = newFolder(onTestFinished)
  const hall = openHall(data, writeManual(onTestFinished), hallKeyIn(data), { isRead: false })
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  hall.close()
  return data
}

const refusedBy = (code: string, path: string, syscall = 'scandir'): Error =>
  Object.assign(new Error(`${code}: refused, ${syscall} '${path}'`), { code, syscall, path })

test('each refusal of the system is told with its path and what to do, and a mistake of the program is none', () => {
  const said = (code: string) => systemWord(refusedBy(code, '/data/hall/copies'))
  expect(said('ENOENT')).toBe('/data/hall/copies is not there. Check the path, and that its disk is connected.')
  expect(said('ENOTDIR')).toContain('/data/hall/copies is no folder')
  expect(said('EROFS')).toContain('read-only')
  for (const code of ['ENOSPC', 'EDQUOT']) expect(said(code)).toContain('Make room')
  for (const code of ['EACCES', 'EPERM']) expect(said(code)).toMatch(/^This account may not use \/data\/hall\/copies/)
  expect(said('EIO')).toContain('/data/hall/copies cannot be worked with (EIO')
  expect(systemWord(new TypeError('x is not a function'))).toBeUndefined()
  expect(systemWord(Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined()
})

test('of two paths that is told which is refused, and what has no path or is no word of a disk has its cause', () => {
  const source = join(newFolder(onTestFinished), 'copy.db')
  writeFileSync(source, 'a copy')
  const copying = (code: string, path = source) =>
    systemWord(Object.assign(refusedBy(code, path, 'copyfile'), { dest: '/full/hall.db' }))
  for (const code of ['ENOSPC', 'ENOENT', 'EACCES']) expect(copying(code)).toContain('/full/hall.db')
  expect(copying('ENOENT', '/gone/copy.db')).toContain('/gone/copy.db is not there')
  const nameless = (code: string) => systemWord(Object.assign(new Error(code), { code, syscall: 'listen' }))
  expect([nameless('ENOSPC'), nameless('EACCES')]).toEqual(['The disk is full. Make room, and try again.', undefined])
  expect(systemWord(refusedBy('EINVAL', '/data/hall'))).toBeUndefined()
})

test('a bundle for support is made of a hall whose door cannot be read', () => {
  const data = hallFolder()
  rmSync(join(data, 'line-door.json'), { force: true })
  mkdirSync(join(data, 'line-door.json'))
  expect(changgu('support', '--data', data, '--out', join(data, 'support.zip')).status).toBe(0)
})

test.each([
  ['backup', ['--data', '{data}']],
  ['support', ['--data', '{data}', '--out', '{data}/../support-of-nobody.zip']],
  ['restore', ['--data', '{data}']],
  ['restore', ['--data', '{data}/new', '--from', '{data}/copies', '--newest']],
  ['verify', ['{data}', '--key-file', '{data}/hall.key']],
])('%s says in a sentence that the copies are no folder, and ends with 2', (name, words) => {
  const data = hallFolder()
  rmSync(copiesFolder(data), { recursive: true, force: true })
  writeFileSync(copiesFolder(data), 'no folder')
  const ran = changgu(name, ...words.map((word) => word.replace('{data}', data)))
  expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(copiesFolder(data)) })
  expect(ran.stderr).not.toMatch(/\n|ENOTDIR|\bat /)
})

test.each([
  ['hall', ['--data']],
  ['identity', ['--data']],
  ['invite', ['--machine', 'counter-1', '--data']],
  ['end-recovery', ['--reason', 'a drill', '--data']],
  ['backup', ['--data']],
  ['verify', []],
])('%s says of the database that it is a file, where the folder is meant', (name, words) => {
  const file = join(newFolder(onTestFinished), 'hall.db')
  writeFileSync(file, 'no folder')
  expect(changgu(name, ...words, file)).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(`${file} is a file. Name the`),
  })
})

const main = join(import.meta.dirname, '../../server/changgu.ts')
const nobody = 65534
/** Rights bind no root: the command then runs as another account, where that one can read the program. */
const asStranger = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
const runs = (args: string[]) =>
  spawnSync(process.execPath, [main, ...args], { ...asStranger, encoding: 'utf8', cwd: '/' })

test.skipIf(process.platform === 'win32' || runs(['--help']).status !== 0)(
  'an account without the right to the data folder is told so by every command, with whose it is',
  () => {
    const data = hallFolder()
    const folder = join(data, 'closed')
    mkdirSync(folder)
    // The folder itself can be seen, what is in it cannot.
    for (const closed of [data, folder]) chmodSync(closed, 0o000)
    onTestFinished(() => {
      for (const closed of [data, folder]) chmodSync(closed, 0o700)
    })
    const owner = process.getuid?.() === 0 ? "belongs to the account 0. Call this as that account: sudo -u '#0'" : ''
    for (const args of [
      ['backup', '--data', data],
      ['restore', '--data', join(data, '../new-one'), '--from', data, '--newest', '--machine', 'hall'],
      ['verify', data, '--key-file', join(data, 'hall.key')],
      ['invite', '--data', data, '--machine', 'counter-1'],
      ['end-recovery', '--data', data, '--reason', 'a drill'],
    ]) {
      const { status, stderr, stdout } = runs(args)
      expect([args, status, stdout]).toEqual([args, 2, ''])
      expect(stderr.trim()).toMatch(/^This account may not use [^\n]+$/)
      expect(stderr).toContain(owner)
    }
    expect(existsSync(join(data, '../new-one'))).toBe(false)
  },
  120_000,
)
