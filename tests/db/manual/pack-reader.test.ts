import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPackInThread } from '../../../db/manual/pack-reader.ts'
import { openPack } from '../../../db/manual/pack.ts'
import { writeManual } from '../../support/manual.ts'
import { forge } from '../../support/pack.ts'
import { newFolder } from '../../support/record.ts'

/** Values of files as numbers: the thread gives back plain arrays of bytes where there were buffers. */
const plain = (opened: ReturnType<typeof openPack>) =>
  'faults' in opened ? opened : { ...opened, files: [...opened.files].map(([path, bytes]) => [path, [...bytes]]) }

test('a pack is opened apart: who asked goes on meanwhile, and hears the same', async () => {
  const pack = forge(writeManual(onTestFinished), {})
  let turns = 0
  const counting = setInterval(() => (turns += 1))
  const opened = await openPackInThread(pack, 'anySigner')
  clearInterval(counting)
  expect(plain(opened)).toEqual(plain(openPack(pack, 'anySigner')))
  expect(turns).toBeGreaterThan(20)
  const wrong = Buffer.from('PK no zip')
  expect(await openPackInThread(wrong, 'unsigned')).toEqual(openPack(wrong, 'unsigned'))
})

test('a pack that takes too long is given up, and leaves nothing behind', async () => {
  const pack = forge(writeManual(onTestFinished), {})
  const folder = newFolder(onTestFinished)
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const opened = await openPackInThread(pack, 'anySigner', 1)
  expect(opened).toMatchObject({ faults: [{ problem: 'tooMuchWork' }] })
  expect(readdirSync(folder)).toEqual([])
})
