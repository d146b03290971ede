import { randomUUID } from 'node:crypto'
import { diagnostics } from '../db/diagnostics.ts'
import type { Db } from '../db/open.ts'
import { openSecrets, type Secrets } from '../db/secrets.ts'
import { HALL } from '../domain/actor.ts'
import { exportCommand, type ExportCommand } from '../domain/register-export.ts'
import type { OpenHall } from './hall.ts'

/**
 * 서버 컴퓨터에서의 열람: names that a command of the hall's own computer reads past every screen. The command leaves a note
 * in the database before it shows them; the hall puts it on its record (개인정보의 안전성 확보조치 기준 제8조).
 */

const prefix = 'outside-read '
const Note = exportCommand.omit({ type: true, export: true })

/** Leaves the note of a read; a disk that does not take it throws, and nothing may be shown then. */
export const noteRead = (secrets: Secrets, read: Omit<ExportCommand, 'type' | 'export'>): void =>
  secrets.set(`${prefix}${randomUUID()}`, JSON.stringify(read))

/** Milliseconds between two looks for notes. */
const rhythm = 10_000

/** Puts on record what was read on the hall's own computer, now and as long as the hall runs. */
export function recordReads(hall: Pick<OpenHall, 'end' | 'kept' | 'attempt'>): { close(): void } {
  const { db } = hall.kept
  const look = () => {
    for (const { name, value } of notes(db)) hall.attempt(() => void putOnRecord(name, value))
  }
  async function putOnRecord(name: string, value: string): Promise<void> {
    const read = Note.safeParse(JSON.parse(value)).data
    const id = name.slice(prefix.length)
    const outcome = read && (await hall.end.submit(HALL, { type: 'exportRegister', export: id, ...read }, Date.now()))
    if (outcome === 'unreachable') return
    const isThere = outcome === 'done' || (typeof outcome === 'object' && outcome.refused === 'exportKnown')
    if (isThere) openSecrets(db).drop(name)
    else diagnostics.warn('a read on the computer of the hall could not be put on record')
  }
  look()
  const timer = setInterval(look, rhythm)
  return { close: () => clearInterval(timer) }
}

const notes = (db: Db) =>
  db
    .prepare<[string], { name: string; value: string }>('SELECT name, value FROM secret WHERE name GLOB ?')
    .all(`${prefix}*`)
