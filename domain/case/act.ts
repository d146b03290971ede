import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import { Instant } from '../time.ts'

/** What every command on a case bears: the case, and when it was done if that was earlier than it is entered. */
export const ofCase = { case: Id, doneAt: Instant.optional() }

/**
 * What every act of a case bears. `at` is when it was done, `enteredAt` when it was entered if that was later: work done
 * in time but entered late is not late. `act` numbers the acts of a case; `tenure` says in whose turn of holding it was
 * done (docs/SYNC.md, O3).
 */
export const ofAct = {
  at: Instant,
  enteredAt: Instant.optional(),
  by: Actor,
  case: Id,
  tenure: z.int(),
  act: z.int(),
}
