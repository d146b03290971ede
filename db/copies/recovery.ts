import { z } from 'zod'
import { HALL } from '../../domain/actor.ts'
import { openSecrets } from '../keys/secrets.ts'
import type { Db } from '../open.ts'

/** What a start found and brought back. */
export const Recovery = z.strictObject({
  at: z.int(),
  /** The file was damaged, or gone, or lacked what had been committed to it. */
  found: z.enum(['damaged', 'missing', 'incomplete']),
  /** Under which name the damaged file is kept. */
  kept: z.string().optional(),
  /** Which copy took its place; none where there was none. */
  copy: z.strictObject({ name: z.string(), at: z.int(), part: z.int() }).optional(),
  /** Entries that came back from the journal. */
  entries: z.int(),
  /** Lines of the journal that could not be read. */
  damaged: z.int(),
  /** Whether the journal had all of it; if not, only the hall can tell what is missing. */
  isWhole: z.boolean(),
})
export type Recovery = z.infer<typeof Recovery>

const key = 'recovery'

/**
 * Keeps what was found until a person has seen it. A hall that may lack something is marked: it waits for its machines;
 * one whose journal was whole goes on at once.
 */
export function keepRecovery(db: Db, machine: string, recovery: Recovery): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
    key,
    JSON.stringify(recovery),
  )
  if (machine === HALL && !recovery.isWhole) markRestored(db, recovery.at)
}

/** The secret that says that the record was restored from a copy, until every machine was heard. */
export const restoredMark = 'restored'

/** Tells the hall that its record is restored from a copy: machines tell it again what it lacks. */
export const markRestored = (db: Db, at: number): void => openSecrets(db).set(restoredMark, new Date(at).toISOString())

/** What was found at a start and nobody has seen yet. */
export function recoveryIn(db: Db): Recovery | undefined {
  const text = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key)
  if (text === undefined) return undefined
  return Recovery.safeParse(JSON.parse(text)).data
}

/** Somebody has seen it. */
export const recoverySeen = (db: Db): void => void db.prepare('DELETE FROM meta WHERE key = ?').run(key)
