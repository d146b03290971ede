import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesFolder, copiesIn, isSound } from '../../db/copies.ts'
import { readKeyFile } from '../../db/data-key.ts'
import { copyLeaver } from '../../electron/copy-leaver.ts'
import { newFolder, startCounter, until } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { testKey } from '../support/record.ts'

vi.setConfig({ testTimeout: 120_000 })

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

/** Runs `recover-key` as an administrator does, with the recovery key typed. */
async function recoverKey(typed: string, ...args: string[]) {
  const main = resolve(import.meta.dirname, '../../server/changgu.ts')
  const command = spawn(process.execPath, [main, 'recover-key', ...args])
  let err = ''
  command.stderr.on('data', (text) => (err += String(text)))
  command.stdin.end(`${typed}\n`)
  const [code] = (await once(command, 'close')) as [number]
  return { code, err }
}

test('a paired PC leaves its copies and its sealed key with the hall; the written-down recovery key opens both', async () => {
  const hall = await startHall()
  onEnd(() => hall.stop())
  const pc = await startCounter(onEnd, hall.socket, 1)
  const newest = () => copiesIn(copiesFolder(pc.folder), 'counter-1')[0]
  const leave = copyLeaver({ send: pc.core.link.leaveCopy, newest })
  for (let n = 1; n <= 4; n++) {
    await pc.desk.submit({ type: 'pauseCounter', reason: 'meal' })
    await pc.desk.submit({ type: 'reopenCounter' })
    await pc.core.kept.copies.make()
    await leave(true)
  }
  await until(pc.desk, { of: 'counter' }, (v) => v.line.unsent === 0)
  const left = join(hall.data, 'pc-copies')
  const copies = readdirSync(left)
  expect(copies).toHaveLength(3)
  expect(copies.every((name) => isSound(join(left, name), 'counter-1', testKey))).toBe(true)
  expect(readFileSync(join(left, copies[0] ?? '')).includes('SQLite format 3')).toBe(false)

  // As it is printed at the first start, and nowhere again.
  const paper = hall.said.filter((line) => /^ {2}[0-9A-Z]{4}/.test(line)).join(' ')
  const to = join(newFolder(onEnd), 'counter-1.key')
  const args = ['--data', hall.data, '--machine', 'counter-1', '--to', to]
  expect(await recoverKey('ABCD-1234', ...args)).toMatchObject({ code: 2, err: expect.stringContaining('mistyped') })
  expect(await recoverKey(paper, ...args)).toMatchObject({ code: 0 })
  expect(readKeyFile(to)).toEqual({ key: testKey })
  expect(await recoverKey(paper, ...args)).toMatchObject({
    code: 2,
    err: expect.stringContaining('already'),
  })
})
