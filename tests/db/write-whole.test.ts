import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeNew } from '../../db/write-whole.ts'
import { onFullDisk } from '../support/full-disk.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

const disk = vi.hoisted(() => ({ hasLinks: true }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const linkSync: typeof fs.linkSync = (from, to) => {
    if (!disk.hasLinks) throw new Error('EPERM: operation not permitted, link')
    fs.linkSync(from, to)
  }
  return { ...fs, linkSync }
})

test.each([
  ['on a disk with hard links', true],
  ['on a USB stick without them', false],
])('a new file is whole, for its owner alone, and never in the place of another: %s', (_, hasLinks) => {
  disk.hasLinks = hasLinks
  const folder = newFolder(onTestFinished)
  const file = join(folder, 'hall.key')
  writeNew(file, 'first')
  expect(() => writeNew(file, 'second')).toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe('first')
  expect(process.platform === 'win32' ? 0o600 : statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['hall.key'])
})

test.skipIf(process.platform === 'win32')(
  'a key that the disk did not take leaves nothing, and is made when there is room',
  () => {
    const data = newFolder(onTestFinished)
    const module = JSON.stringify(join(import.meta.dirname, '../../server/hall-key.ts'))
    const start = `import { hallKey } from ${module}; console.log(hallKey({ data: ${JSON.stringify(data)} }).wrong)`
    expect(onFullDisk(0, '--input-type=module', '-e', start).stdout).toContain(
      'The key of the hall cannot be made: EFBIG',
    )
    expect(readdirSync(data)).toEqual([])
    expect(hallKeyIn(data)).toMatch(/^[0-9a-f]{64}$/)
  },
)
