import { z } from 'zod'
import type { NotStarted } from '../db/start.ts'

/** What the shell and its core say to each other beside the desk: pages of papers, and papers to be printed. */

export const PaperMessage = z.union([
  z.strictObject({ page: z.int(), token: z.string().max(64) }),
  z.strictObject({ job: z.string(), pdf: z.instanceof(Uint8Array) }),
  z.strictObject({ job: z.string(), printed: z.literal(true) }),
  z.strictObject({ job: z.string(), failed: z.string() }),
])
/** The shell asks for a page, or tells how a job goes on: its PDF, then whether it was printed. */
export type PaperMessage = z.infer<typeof PaperMessage>

/** The first word to the core: the key of all that it keeps, which stands in no argument, environment or log. */
export const KeyMessage = z.strictObject({ key: z.string() })

/** For how many seconds nobody has touched the PC. */
const IdleMessage = z.strictObject({ idle: z.number() })

export const ToCore = z.union([z.literal('attach'), z.literal('stop'), z.literal('lock'), IdleMessage, PaperMessage])

/** Why a core cannot work: its database is not opened, or the disk says something else. */
type CoreFault = NotStarted['refused'] | 'failed'

/** The core answers with a page, or has a job: to print, or to make a PDF of; or it says why it cannot work. */
export type ToShell =
  | { page: number; html?: string }
  | { print: string; token: string }
  | { pdf: string; token: string }
  | { stopped: CoreFault; detail: string }
