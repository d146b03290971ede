import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeNew, writeWhole } from '../../../db/files/write-whole.ts'
import { onFullDisk } from '../../support/full-disk.ts'
import { hallKeyIn, newFolder } from '../../support/record.ts'
import { watchDisk } from '../../support/watched-disk.ts'

test.each([
  ['on a disk with hard links', true],
  ['on a USB stick without them', false],
])('a new file is whole, for its owner alone, and never in the place of another: %s', (_, hasLinks) => {
  const { refuse } = watchDisk(onTestFinished)
  if (!hasLinks) refuse('link')
  const folder = newFolder(onTestFinished)
  const file = join(folder, 'hall.key')
  writeNew(file, 'first')
  expect(() => writeNew(file, 'second')).toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe('first')
  expect(process.platform === 'win32' ? 0o600 : statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['hall.key'])
})

test('all of a file is on the disk before it gets its name, also where it is made in parts', () => {
  const { asked, refuse } = watchDisk(onTestFinished)
  const folder = newFolder(onTestFinished)
  const half = /\.[0-9a-f-]{36}$/
  /** What is asked of the disk to make a file, but for the closing. */
  function askedFor(name: string, make: (file: string) => void): string[] {
    make(join(folder, name))
    return asked()
      .filter((what) => !what.startsWith('close'))
      .map((what) => what.replace(half, '.half'))
  }
  const inParts = (file: string) => writeNew(file, ['first', 'second'])
  const begun = (name: string) => [`write ${name}.half`, `write ${name}.half`, `fsync ${name}.half`]
  expect(askedFor('new', inParts)).toEqual([...begun('new'), 'name new'])
  expect(askedFor('key', (file) => writeWhole(file, 'whole'))).toEqual(['write key.half', 'fsync key.half', 'name key'])
  refuse('link')
  expect(askedFor('on-a-stick', inParts)).toEqual([...begun('on-a-stick'), 'name on-a-stick'])
})

test.skipIf(process.platform === 'win32')(
  'a key that the disk did not take leaves nothing, and is made when there is room',
  () => {
    const data = newFolder(onTestFinished)
    const module = JSON.stringify(join(import.meta.dirname, '../../../server/hall-key.ts'))
    const start = `import { hallKey } from ${module}; console.log(hallKey({ data: ${JSON.stringify(data)} }).wrong)`
    expect(onFullDisk(0, '--input-type=module', '-e', start).stdout).toContain(
      'The key of the hall cannot be made: EFBIG',
    )
    expect(readdirSync(data)).toEqual([])
    expect(hallKeyIn(data)).toMatch(/^[0-9a-f]{64}$/)
  },
)
