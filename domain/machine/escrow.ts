import { z } from 'zod'
import { Actor } from '../actor.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'

/** A PC's data key, closed so that only the hall's recovery key opens it (db/keys/escrow.ts): base64. */
const Sealed = z.base64().max(1000)

/** The PC leaves its sealed key with the hall, so that what it keeps can be opened when the PC itself is lost. */
export const escrowCommand = z.strictObject({ type: z.literal('escrowKey'), sealed: Sealed })
export const escrowEvent = z.strictObject({
  type: z.literal('keyEscrowed'),
  at: Instant,
  by: Actor,
  sealed: Sealed,
})
type EscrowEvent = z.infer<typeof escrowEvent>

/** Remembers that the key of a machine lies with the hall, and since when; the newest counts. */
export function evolveEscrow(hall: Hall, { by, at }: EscrowEvent): void {
  hall.escrows.set(by.machine, at)
}
