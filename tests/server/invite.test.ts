import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { newRecoveryKey, readRecoveryKey } from '../../db/keys/recovery-key.ts'
import { typedKey } from '../../server/commands/recover-key.ts'
import { tellDoor } from '../../server/invite.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder } from '../support/record.ts'

/** What is left of a hall that was ended, or killed. */
function formerHall(): string {
  const data = newFolder(onTestFinished)
  mkdirSync(join(data, 'invitations'))
  tellDoor(data, { address: 'wss://127.0.0.1:9', machines: ['counter-1'], pages: 'http://127.0.0.1:9' })
  return data
}

test('an invitation of a hall that does not answer is made, and says that the hall is to be started', () => {
  const made = changgu('invite', '--data', formerHall(), '--machine', 'counter-1', '--json')
  expect(made).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^No hall answers at http:\S+:9\. Start it now/),
  })
  expect(JSON.parse(made.stdout)).toMatchObject({ machine: 'counter-1', code: expect.stringMatching(/^\w{4}-/) })
})

test('a pipe is given the text of the invitation, and not its QR as it is drawn on a terminal', () => {
  const main = join(import.meta.dirname, '../../server/changgu.ts')
  const args = [main, 'invite', '--data', formerHall(), '--machine', 'counter-1']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(stdout).toMatch(/^text {5}changgu-pair:counter-1;/m)
  expect(stdout).not.toContain('\u001b')
})

test('a PC without a name, with a name that none can have, and a file that is there are told apart', () => {
  const data = formerHall()
  const invite = (...args: string[]) => changgu('invite', '--data', data, ...args)
  expect(invite()).toMatchObject({ status: 2, stderr: expect.stringContaining('--machine is missing') })
  expect(invite('--machine', 'BAD NAME')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('"BAD NAME" is no name of a PC'),
  })
  const out = join(data, 'mine.txt')
  writeFileSync(out, 'mine')
  expect(invite('--machine', 'counter-1', '--out', out)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('is there already'),
  })
  expect(readFileSync(out, 'utf8')).toBe('mine')
})

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('root makes nothing in the folder of a hall that runs under an account of its own', () => {
  const data = newFolder(onTestFinished)
  tellDoor(data, { address: 'wss://127.0.0.1:9', machines: ['counter-1'] })
  writeFileSync(join(data, 'hall.db'), '')
  chownSync(join(data, 'hall.db'), 65_534, 65_534)
  for (const command of [['invite', '--machine', 'counter-1'], ['backup']])
    expect(changgu(...command, '--data', data)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining("sudo -u '#65534'"),
    })
  expect(existsSync(join(data, 'invitations'))).toBe(false)
  expect(existsSync(join(data, 'copies'))).toBe(false)
})

/** What is read of a terminal on which lines are typed, and which stays open. */
function typed(...lines: string[]): Promise<string> {
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  for (const line of lines) terminal.write(`${line}\n`)
  return typedKey(terminal)
}

test('a recovery key that is typed on a terminal ends with its last character, in one line or in two as it was printed', async () => {
  const { paper } = newRecoveryKey()
  for (const lines of [[paper], [paper.slice(0, 35), paper.slice(35)]])
    expect(readRecoveryKey(await typed(...lines))).not.toBe('mistyped')
  expect(readRecoveryKey(await typed('ABCD-1234', ''))).toBe('mistyped')
})

test('a recovery key that is piped ends with its file', async () => {
  const { paper } = newRecoveryKey()
  const pipe = new PassThrough()
  pipe.end(`\n${paper}`)
  expect(readRecoveryKey(await typedKey(pipe))).not.toBe('mistyped')
})
