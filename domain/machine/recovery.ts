import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import { Instant } from '../time.ts'

/** 복구: a hall that was restored from a copy waits until every machine has told what the copy lacks. */

/** It goes on: by itself when all are heard, or because a person says so, with the reason, though some are missing. */
export const recoveryCommand = z.strictObject({ type: z.literal('endRecovery'), reason: Text.optional() })
/** `awaited` are the machines that were not heard; what they alone knew is set aside when they come. */
export const recoveryEvent = z.strictObject({
  at: Instant,
  by: Actor,
  type: z.literal('recoveryEnded'),
  awaited: z.array(Id),
  reason: Text.optional(),
})

export type RecoveryRefusal = 'notRecovering' | 'reasonMissing'

/** Whether the hall may go on; `awaited` is undefined in a hall that waits for nobody. */
export function decideRecovery(
  awaited: readonly string[] | undefined,
  { reason }: z.infer<typeof recoveryCommand>,
  done: { by: Actor; at: Instant },
): { event: z.infer<typeof recoveryEvent> } | { refused: RecoveryRefusal } {
  if (!awaited) return { refused: 'notRecovering' }
  if (awaited.length > 0 && reason === undefined) return { refused: 'reasonMissing' }
  return { event: { ...done, type: 'recoveryEnded', awaited: [...awaited], ...(reason !== undefined && { reason }) } }
}
