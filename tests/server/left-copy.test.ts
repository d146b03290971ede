import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copiesFolder, copiesIn, isSound } from '../../db/copies/copies.ts'
import { readKeyFile } from '../../db/keys/data-key.ts'
import { copyLeaver } from '../../electron/copy-leaver.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, startCounter, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { testKey } from '../support/record.ts'

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

/** What `recovery-key --new` prints, and nothing again. */
const newPaper = (data: string): string =>
  changgu('recovery-key', '--new', '--data', data)
    .stdout.split('\n')
    .filter((line) => /^ {2}[0-9A-Z]{4}/.test(line))
    .map((line) => line.trim())
    .join(' ')

test('a paired PC leaves its copies and its sealed key with the hall; the written-down recovery key opens both', async () => {
  const complaints: string[] = []
  const hall = await startHall({ manual: fewKinds('QUA-01'), complaints })
  onEnd(() => hall.stop())
  // Its output goes to no terminal: it prints no key where a journal would keep it.
  expect([hall.said.join(), complaints.join()]).toEqual([
    expect.not.stringContaining('RECOVERY KEY'),
    expect.stringContaining(`recovery-key --new --data ${hall.data}`),
  ])
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

  const marks = async () => (await pc.desk.view({ of: 'pairing' })).hall?.recovery
  const isLeft = () => until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  expect(await marks()).toBe('')
  const lost = newPaper(hall.data)
  pc.core.link.moveTo(hall.line)
  await expect.poll(marks).not.toBe('')
  await isLeft()
  // Its paper is lost: another one is made while the hall runs, and PCs leave their keys by it at the next line.
  const first = await marks()
  const paper = newPaper(hall.data)
  pc.core.link.moveTo(hall.line)
  await expect.poll(marks).not.toBe(first)
  await isLeft()
  expect([lost, paper].map((one) => one.length)).toEqual([69, 69])
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
