import type { Kept } from './kept.ts'

/** Whether the hall hears a machine; said on the line, never recorded. */
export type Presence = {
  machine: string
  connected: boolean
  lastHeardAt: number
  /** The hashes of the editions in force and to come that it has whole; absent until it has said so. */
  editions?: readonly string[] | undefined
  /** How its copies stand; absent until it has said so. */
  kept?: Kept | undefined
}
