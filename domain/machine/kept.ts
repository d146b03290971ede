import { z } from 'zod'
import { Id } from '../actor.ts'
import { Instant } from '../time.ts'

const Copy = z.strictObject({ at: Instant, bytes: z.int().min(0) })

/** How the copies of a machine stand; said on the line, never recorded. */
export const Kept = z.strictObject({
  /** How many copies its ring has, and the newest one: every copy was read through before it counts. */
  count: z.int().min(0),
  last: Copy.optional(),
  /** Since when copies, or the journal, cannot be written. */
  failedAt: Instant.optional(),
  /** What its last start found and brought back, until somebody has seen it. */
  recovery: z
    .strictObject({
      at: Instant,
      found: z.enum(['damaged', 'missing', 'incomplete']),
      entries: z.int().min(0),
      copyAt: Instant.optional(),
      isWhole: z.boolean(),
    })
    .optional(),
})
export type Kept = z.infer<typeof Kept>

/** How the copies of the hall stand, in its second place too, and those that PCs have left with it. */
export const HallKept = z.strictObject({
  own: Kept,
  /** The folder of `--copy-to`: the newest copy there, or since when it could not be written. */
  second: z.strictObject({ last: Copy.optional(), failedAt: Instant.optional() }).optional(),
  ofMachines: z.array(z.strictObject({ machine: Id, count: z.int().min(0), last: Copy })).max(200),
})
export type HallKept = z.infer<typeof HallKept>
