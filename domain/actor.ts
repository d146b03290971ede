import { z } from 'zod'

/** An opaque name of a machine, a person or a thing; never parsed. */
export const Id = z.string().min(1).max(80)

/** Who did it: the machine that wrote the entry and the person signed in there. */
export const Actor = z.strictObject({ machine: Id, clerk: Id.optional() })
export type Actor = z.infer<typeof Actor>

/** The name under which the hall server itself writes. */
export const HALL = 'hall'

/** A free text that a person types: trimmed, never empty, never endless. */
export const Text = z.string().trim().min(1).max(2000)
