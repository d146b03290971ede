import { expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { needsProof } from '../../electron/second-person.ts'

const voiding: Command = { type: 'voidCase', case: 'k', reason: '잘못 접수함', approvedBy: 'chief' }

test.each<[boolean, Command]>([
  [true, voiding],
  [true, { type: 'signIn', clerk: 'chief' }],
  [true, { type: 'setPassword', staff: 'clerk', verifier: '$argon2id$' }],
  [true, { type: 'unlockSession' }],
  [true, { type: 'escrowKey', sealed: 'AAAA' }],
  [true, { type: 'reportPrint', case: 'k', paper: 'p', nth: 1, how: 'printed' }],
  [false, { type: 'signOut' }],
  [false, { type: 'addNote', case: 'k', text: '메모' }],
])('is not for a screen alone: %s %o', (needs, command) => {
  expect(needsProof(command)).toBe(needs)
})
