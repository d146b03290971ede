import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'

/**
 * 민원이 아닌 신청 (민원처리법 제2조 제2호 단서, 시행령 제2조 제1항): no case begins, but why not stays on record. It names nobody,
 * since there is no case whose holder alone would know it.
 */

/** An agency that is no private economic actor, a party to a contract about that contract, or nobody known. */
export const NonPetitionGround = z.enum(['agency', 'contract', 'unknownPerson'])
export type NonPetitionGround = z.infer<typeof NonPetitionGround>

/** How many are remembered in the state; the record keeps all. */
const remembered = 100

const said = { record: Id, ground: NonPetitionGround, kind: Id.optional() }
export const nonPetitionCommand = z.strictObject({ ...said, type: z.literal('recordNonPetition') })
export const nonPetitionEvent = z.strictObject({
  ...said,
  at: Instant,
  by: Actor,
  type: z.literal('nonPetitionRecorded'),
})
export type NonPetition = z.infer<typeof nonPetitionEvent>

/** The record that something was no petition. */
export function decideNonPetition(
  { record, ground, kind }: z.infer<typeof nonPetitionCommand>,
  done: { by: Actor; at: Instant },
): { event: NonPetition } {
  return { event: { ...done, type: 'nonPetitionRecorded', record, ground, ...(kind !== undefined && { kind }) } }
}

/** Takes it into the state, in order of time, so that it is the same on every machine; told twice it counts once. */
export function evolveNonPetition(hall: Hall, event: NonPetition): void {
  if (hall.nonPetitions.some((n) => n.record === event.record)) return
  hall.nonPetitions.push(event)
  hall.nonPetitions.sort((a, b) => a.at - b.at || (a.record < b.record ? -1 : 1))
  hall.nonPetitions.splice(0, hall.nonPetitions.length - remembered)
}
