import type { Command } from '../domain/hall.ts'
import type { Proof } from '../domain/sign-in.ts'

/** What somebody proves at the PC before the core does it: who they are, or that they stand by. */

/** Who stands by an act that needs a second person. */
export function secondOf(command: Command): string | undefined {
  if (command.type === 'voidCase') return command.approvedBy
  return command.type === 'correctDecision' ? command.confirmedBy : undefined
}

/** What the proof of a second person is about. */
export const aboutOf = (command: Command): string | undefined => ('case' in command ? command.case : undefined)

export function withProof(command: Command, secondProof: Proof | undefined): Command {
  if (!secondProof) return command
  return command.type === 'voidCase' || command.type === 'correctDecision' ? { ...command, secondProof } : command
}

/** What a screen may not give by itself: the PC does it once somebody has proven who they are. */
export const needsProof = (command: Command): boolean =>
  secondOf(command) !== undefined || ownCommands.has(command.type)

const ownCommands: ReadonlySet<Command['type']> = new Set<Command['type']>([
  ...(['signIn', 'endSession', 'failSignIn', 'unlockSession', 'setPassword', 'claimAdministrator'] as const),
])
