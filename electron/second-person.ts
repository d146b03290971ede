import { secondOf } from '../domain/case/second-person.ts'
import type { Command } from '../domain/hall.ts'

/** What a screen may not give by itself: the PC does it once somebody has proven who they are, or says it of itself. */
export const needsProof = (command: Command): boolean =>
  secondOf(command) !== undefined || ownCommands.has(command.type)

const ownCommands: ReadonlySet<Command['type']> = new Set<Command['type']>([
  ...(['signIn', 'endSession', 'failSignIn', 'unlockSession', 'setPassword', 'claimAdministrator'] as const),
  // What the PC alone knows: what came out of its printer, and by which key its data are closed.
  ...(['reportPrint', 'escrowKey'] as const),
])
