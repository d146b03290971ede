import type { Command } from '../domain/hall.ts'
import type { HallKept } from '../domain/machine/kept.ts'
import type { Editing } from '../domain/manual/amendment-rules.ts'
import type { CheckCode } from '../domain/people/people.ts'
import type { IsSignedBy, LookedStore } from '../domain/people/sign-in.ts'
import type { Keeping } from '../domain/record/destruction.ts'
import type { Hall } from '../domain/state.ts'
import type { KeptContents } from './edition-return.ts'
import type { Seal } from './hall-recovery.ts'

/** What looks at proofs, and what keeps over restarts when it did; or a hall whose people have no passwords, where every name is believed. */
export type Proofs = { isSignedBy: IsSignedBy; looked: LookedStore } | 'believed'

/** What the hall's end needs beside its record: all of it, since what is forgotten here would be a door that stands open. */
export type HallSurroundings = {
  /** Whether the hall has such a machine. Who may speak for it is looked at where its line comes in. */
  knows(machine: string): boolean
  /** Whether the machine is a supervisor's PC: it keeps the full record. */
  isSupervisor(machine: string): boolean
  /** The contents of editions by their hashes. */
  edition: KeptContents['edition']
  hasEdition: KeptContents['hasEdition']
  keepEdition: KeptContents['keepEdition']
  /** Puts the content of an edition together and keeps it, so that it can be published. */
  assemble: Editing['assemble']
  bringBack: Editing['bringBack']
  isSound: Editing['isSound']
  /** What there is to destroy, and by what. */
  keeping(hall: Hall): Keeping
  /** Looks at the one-time code of the first administrator. */
  checkCode: CheckCode
  /** How whoever signs in at a machine is looked at. */
  proofs: Proofs
  /** The public half of the recovery key, for machines to leave their keys by; undefined until there is one. */
  recoveryPub(): string | undefined
  /** Hears what was decided for somebody. */
  decided(command: Command): undefined
  /** Called when there is something to commit or to pass on: once for all that comes in the same turn of the event loop. */
  wake(): void
  changed(): void
  /** How the copies of the hall stand; undefined where nobody keeps any. */
  kept(): HallKept | undefined
  /** The hall's word for the heads of its record. */
  seal: Seal
  /** Set in a hall that was restored from a copy: it goes on when every machine has been heard, or a person says so. */
  recovering?: { ended(): void }
}
