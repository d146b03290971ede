import { z } from 'zod'
import { canonical } from '../canonical.ts'
import type { Command, Event } from '../hall.ts'
import type { StaffRole } from '../manual/manual.ts'
import { Proof } from '../people/sign-in.ts'
import type { Private } from '../record/private.ts'

/**
 * 두 번째 사람: who stands by an act that needs two people, and signs it (docs/decisions/0020): which act, of which case, and
 * its text. The signature stands in the event, which every machine hears; the salt is kept apart with the text, so that
 * nobody can try texts against it who does not have them.
 */

/** What the event of such an act bears. */
export const secondInEvent = { secondProof: Proof.optional() } as const
/** What its command bears, once the second person has typed the password. */
export const secondInCommand = { ...secondInEvent, secondSalt: z.string().max(64).optional() } as const

type Stood = { secondProof?: Proof | undefined; secondSalt?: string | undefined }
/** The part of a command that goes into its event. */
export const secondProofOf = ({ secondProof }: Stood) => (secondProof ? { secondProof } : {})
/** The part of a command that is kept apart. */
export const secondSaltOf = ({ secondSalt }: Stood) => (secondSalt === undefined ? {} : { salt: secondSalt })

const about = (type: Event['type'], id: string, said: object, salt: string | undefined): string =>
  canonical(['second', type, id, said, salt ?? ''])

/** Who stands by what a command does, and what they sign with a salt; undefined where it needs nobody. */
export function secondOf(command: Command): { clerk: string; about(salt: string): string } | undefined {
  if (command.type === 'voidCase') {
    const { case: id, approvedBy, reason: reasons } = command
    return { clerk: approvedBy, about: (salt) => about('caseVoided', id, { reasons }, salt) }
  }
  if (command.type !== 'correctDecision') return undefined
  const { case: id, confirmedBy, before, after, told } = command
  return { clerk: confirmedBy, about: (salt) => about('decisionCorrected', id, { before, after, told }, salt) }
}

/** A command with what its second person has signed. */
export function stoodBy(command: Command, secondProof: Proof, secondSalt: string): Command {
  const more = { secondProof, secondSalt }
  return command.type === 'voidCase' || command.type === 'correctDecision' ? { ...command, ...more } : command
}

type Second = { case: string; clerk: string; roles: readonly StaffRole[]; about: string; proof?: Proof | undefined }

/** Who an event says stood by, in which of some roles, and what they must have signed; undefined where it needs nobody. */
export function secondIn(event: Event, apart: Private = {}): Second | undefined {
  if (event.type === 'caseVoided') {
    const { type, case: id, approvedBy: clerk, reason, secondProof: proof } = event
    const said = { reasons: apart.reasons, reason }
    return { case: id, clerk, roles: ['supervisor'], about: about(type, id, said, apart.salt), proof }
  }
  if (event.type !== 'decisionCorrected') return undefined
  const { type, case: id, confirmedBy: clerk, told, secondProof: proof } = event
  const said = { before: apart.before, after: apart.after, told }
  return { case: id, clerk, roles: ['clerk', 'supervisor'], about: about(type, id, said, apart.salt), proof }
}
