import type { Editing } from '../domain/amendment-rules.ts'
import type { Command } from '../domain/hall.ts'
import type { HallKept } from '../domain/kept.ts'
import type { CheckCode } from '../domain/people.ts'
import type { IsSignedBy, LookedStore } from '../domain/sign-in.ts'
import type { KeptContents } from './edition-return.ts'
import type { Seal } from './hall-recovery.ts'

/** What the hall's end needs beside its record. */
export type HallSurroundings = {
  /** Whether the hall has such a machine. Who may speak for it is looked at where its line comes in. */
  knows(machine: string): boolean
  /** Whether the machine is a supervisor's PC: it keeps the full record. */
  isSupervisor(machine: string): boolean
  /** The contents of editions by their hashes. */
  edition: KeptContents['edition']
  hasEdition: KeptContents['hasEdition']
  keepEdition?: KeptContents['keepEdition']
  /** Puts the content of an edition together and keeps it, so that it can be published. */
  assemble?: Editing['assemble']
  bringBack?: Editing['bringBack']
  isSound?: Editing['isSound']
  /** Looks at the one-time code of the first administrator. */
  checkCode?: CheckCode
  /** Looks at the proofs of whoever signs in at a machine; without it every name is believed. */
  isSignedBy?: IsSignedBy
  /** Keeps over restarts when it has looked at them; without one that is forgotten. */
  looked?: LookedStore
  /** The public half of the recovery key, for machines to leave their keys by; undefined until there is one. */
  recoveryPub?(): string | undefined
  /** Hears what was decided for somebody. */
  decided?(command: Command): undefined
  /** Called when there is something for `turn` to do: once for all that comes in the same turn of the event loop. */
  wake(): void
  changed(): void
  /** How the copies of the hall stand; absent where nobody keeps any. */
  kept?(): HallKept
  /** The hall's word for the heads of its record; without one it takes nothing back. */
  seal?: Seal
  /** Set in a hall that was restored from a copy: it goes on when every machine has been heard, or a person says so. */
  recovering?: { ended(): void }
}
