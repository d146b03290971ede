import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hallRing } from '../../db/copies/copies.ts'
import { readRecoveryKey } from '../../db/keys/recovery-key.ts'
import { openMachine } from '../../db/machine-data.ts'
import { typedKey } from '../../server/commands/recover-key.ts'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

// What somebody names as a file and is none: read without end, waited for, or too large to be what is meant.

/** A device that never ends, a pipe to which nobody writes, and a folder. */
function strangers(): string[] {
  const folder = newFolder(onTestFinished)
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  mkdirSync(join(folder, 'folder'))
  return ['/dev/zero', pipe, join(folder, 'folder')]
}

function hallFolder(): string {
  const folder = newFolder(onTestFinished)
  const opened = openMachine({ folder, machine: 'hall', key: hallKeyIn(folder), ring: hallRing })
  if ('refused' in opened) throw new Error(opened.refused)
  opened.log.close()
  return folder
}

/** A file of so many bytes, of which the disk keeps none. */
function fileOf(bytes: number): string {
  const file = join(newFolder(onTestFinished), 'large')
  writeFileSync(file, '')
  truncateSync(file, bytes)
  return file
}

const patience = 20_000

describe.skipIf(process.platform === 'win32')('what is no ordinary file is refused at once, with its name', () => {
  test.each([
    ['a pack', ['manual', 'unpack', '{}', '--to', '{new}']],
    ['the key of a sender', ['manual', 'unpack', '{pack}', '--trust', '{}', '--to', '{new}']],
    ['a key to sign with', ['manual', 'pack', '{manual}', '--out', '{new}', '--key', '{}']],
    ['the key of updates', ['identity', '--data', '{hall}', '--update-key', '{}']],
    ['the key file of a hall', ['backup', '--data', '{hall}', '--key-file', '{}']],
    ['a file of questions', ['find', '--json', '{}']],
  ])('as %s', { timeout: patience }, (_, words) => {
    const [hall, manual, inside] = [hallFolder(), writeManual(onTestFinished), newFolder(onTestFinished)]
    writeFileSync(join(inside, 'pack'), '')
    const places: { [word: string]: string } = { '{hall}': hall, '{manual}': manual }
    for (const name of ['new', 'pack']) places[`{${name}}`] = join(inside, name)
    for (const file of strangers()) {
      const ran = changgu(...words.map((word) => (word === '{}' ? file : (places[word] ?? word))))
      expect(ran).toMatchObject({ status: 2, stdout: '' })
      expect(ran.stderr).toContain(`${file} is no ordinary file but a folder, a device or a pipe. Name a file.`)
    }
    expect(existsSync(join(inside, 'new'))).toBe(false)
  })

  test('as a manual to be imported or checked, and as a file inside of one', { timeout: patience }, () => {
    const manual = writeManual(onTestFinished)
    const [device = '', pipe = ''] = strangers()
    for (const file of [device, pipe]) {
      expect(changgu('manual', 'import', file, '--into', manual).stderr).toContain(`${file} is no ordinary file`)
      for (const words of [
        ['check', file],
        ['pack', file, '--out', join(manual, 'x')],
        ['diff', manual, file],
      ])
        expect(changgu('manual', ...words)).toEqual({
          status: 2,
          stdout: '',
          stderr: expect.stringContaining(`${file} is a file. Name the folder of a manual.`),
        })
    }
    const inside = join(manual, 'kinds/AAA-01.yaml')
    rmSync(inside)
    execFileSync('mkfifo', [inside])
    const { status, stdout } = changgu('manual', 'check', manual)
    expect([status, stdout]).toEqual([1, expect.stringContaining('kinds/AAA-01.yaml — 보통 파일이 아니라')])
  })

  test('as a place to search through', { timeout: patience }, () => {
    const [device = '', pipe = ''] = strangers()
    for (const place of [device, pipe])
      expect(changgu('canary', 'some text', place)).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(
          `${place} is a device or a pipe and cannot be searched. Name a file or a folder.`,
        ),
      })
  })
})

test('a key file, a key to sign with and a pack that are too large are refused unread', () => {
  const inside = newFolder(onTestFinished)
  const large = fileOf(40 * 2 ** 30)
  expect(changgu('backup', '--data', hallFolder(), '--key-file', large)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`${large} is too large: at most 4 KiB are read.`),
  })
  const packed = changgu('manual', 'pack', writeManual(onTestFinished), '--out', join(inside, 'a'), '--key', large)
  expect(packed.stderr).toContain(`${large} is too large: at most 64 KiB are read.`)
  expect(changgu('manual', 'unpack', large, '--to', join(inside, 'b')).stdout).toContain('at most 32 MiB')
})

test('a recovery key that never ends is none', { timeout: patience }, async () => {
  const zeros = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536)
    })(),
  )
  expect(readRecoveryKey(await typedKey(zeros.pipe(new PassThrough())))).toBe('mistyped')
})

test.runIf(process.platform === 'linux')(
  'a folder where none can be made is said at once',
  { timeout: patience },
  () => {
    const hall = hallFolder()
    expect(changgu('backup', '--data', hall, '--to', '/proc/changgu/copies')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^There is no folder \/proc\/changgu\/copies\. Connect its disk, or make the folder/,
      ),
    })
    expect(changgu('backup', '--data', hall).status).toBe(0)
    const restored = changgu(
      'restore',
      '--data',
      '/proc/changgu',
      '--from',
      join(hall, 'copies'),
      '--newest',
      '--key-file',
      join(hall, 'hall.key'),
    )
    expect(restored.stderr).toMatch(/^\/proc\/changgu cannot be made: ENOENT.*Name another folder with --data/)
  },
)

test('a manual is written into no folder whose place is not there: that is mostly a disk that is not in', () => {
  const disk = join(newFolder(onTestFinished), 'disk')
  const said = {
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(
      `There is no folder ${disk}. Connect its disk, or make the folder, and give it with --to again.`,
    ),
  }
  const to = ['--to', join(disk, 'manual')]
  expect(changgu('manual', 'export', '--data', hallFolder(), ...to)).toEqual(said)
  expect(changgu('manual', 'unpack', 'a.zip', ...to)).toEqual(said)
  expect(existsSync(disk)).toBe(false)
})

test('a folder of a manual that is not there is no fault of one', () => {
  for (const words of [['check'], ['pack', '--out', 'x'], ['diff', '/nowhere']])
    expect(changgu('manual', words[0] ?? '', '/nowhere', ...words.slice(1))).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no folder /nowhere. Check the path.'),
    })
})
