import type { Context } from '../domain/hall.ts'
import type { Kept } from '../domain/machine/kept.ts'
import type { Entry } from '../domain/record/log.ts'
import type { EditionStore } from './edition-intake.ts'

/** What a counter's end needs beside its record: the manual for decisions, the shelf of editions, and whom to tell of changes. */
export type CounterSurroundings = {
  kind: NonNullable<Context['kind']>
  /** Whether there is a manual on this PC yet. */
  hasManual?: NonNullable<Context['hasManual']>
  /** What a document would say now. */
  paper: NonNullable<Context['paper']>
  archive: NonNullable<Context['archive']>
  editions: EditionStore
  /** Hears what is kept apart of a case that was looked up. It is not of the record, and not for the disk. */
  shown?(about: string, entries: readonly Entry[]): void
  changed(): void
  /** Whether the hall has shut this machine out: it records nothing more until it is paired anew. */
  isShutOut?(): boolean
  /** Hears the public half of the hall's recovery key. */
  recoveryKey?(recoveryPub: string): void
  /** How the copies of this machine stand; absent where nobody keeps any. */
  kept?(): Kept
  /** Hears that the record parted from the hall's: how many own entries wait again, and how many of others were set aside. */
  parted(what: { own: number; setAside: number }): void
  /** Hears an error of the disk; the command that met it is refused as not saved. */
  failed(error: unknown): void
}
