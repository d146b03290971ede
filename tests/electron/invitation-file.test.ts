import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Outcome } from '../../domain/desk.ts'
import { invitationText } from '../../domain/machine/invitation.ts'
import { pairByFile } from '../../electron/invitation-file.ts'
import { newFolder } from '../support/record.ts'

const machine = 'counter-7'
const invitation = (of: string) =>
  invitationText({ machine: of, code: '0123456789ABCDEF', address: 'wss://192.168.0.10:4183' })

/** The file that a PC is given, and how its pairing ends. */
function given(content: string | undefined, outcome: Outcome) {
  const path = join(newFolder(onTestFinished), 'counter-7.txt')
  if (content !== undefined) writeFileSync(path, content)
  return { path, paired: pairByFile(path, { machine, pairBy: () => Promise.resolve(outcome) }) }
}

test('an invitation that pairs says nothing', async () => {
  expect(await given(invitation(machine), 'done').paired).toBeUndefined()
})

test('one that is not there, or is a folder, is told with its path', async () => {
  const { path, paired } = given(undefined, 'done')
  const told = `There is no file ${path}: name with --invitation the file that \`changgu invite --out\` wrote.`
  expect(await paired).toEqual({ why: 'ENOENT', told })
  mkdirSync(path)
  expect(await pairByFile(path, { machine, pairBy: () => Promise.resolve('done') })).toEqual({
    why: 'notOrdinary',
    told: expect.stringContaining(`${path} is no ordinary file`),
  })
})

test.each([
  ['', 'pairCode', 'the file is empty'],
  ['a letter', 'pairCode', 'it holds no invitation'],
  [invitation('counter-8'), 'pairOther', 'it invites counter-8, and this PC is counter-7'],
  [invitation(machine), 'pairUnreachable', 'no hall answers at wss://192.168.0.10:4183'],
  [invitation(machine), 'inviteExpired', 'it is more than ten minutes old'],
  [invitation(machine), 'notSaved', 'this PC could not be paired (notSaved)'],
] as const)('what %j came to (%s) is one sentence with the path', async (content, refused, said) => {
  const { path, paired } = given(content, { refused })
  const missed = await paired
  expect(missed?.why).toBe(refused)
  expect(missed?.told).toMatch(/^[^\n]+\.$/)
  expect(missed?.told.startsWith(`${path}: ${said}`)).toBe(true)
})
