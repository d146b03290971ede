import { randomUUID } from 'node:crypto'
import { diagnostics } from '../db/diagnostics.ts'
import { openSecrets, type Secrets } from '../db/keys/secrets.ts'
import type { Db } from '../db/open.ts'
import { HALL } from '../domain/actor.ts'
import { exportCommand, type ExportCommand } from '../domain/register/register-export.ts'
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
export function recordReads(hall: Pick<OpenHall, 'end' | 'kept' | 'onCut'>): { close(): void } {
  const { db } = hall.kept
  /** The notes that are on their way, or that the hall does not take: told once, and kept. */
  const told = new Set<string>()
  let isClosed = false

  const look = () => {
    for (const { name, value } of notes(db)) if (!told.has(name)) void tell(name, value)
  }
  async function tell(name: string, value: string): Promise<void> {
    told.add(name)
    const outcome = await putOnRecord(name, value).catch((error: unknown) => ({ error }))
    if (outcome === 'unreachable') told.delete(name)
    else if (outcome !== 'done' && !isClosed)
      diagnostics.warn('a read on the computer of the hall could not be put on record')
  }
  async function putOnRecord(name: string, value: string): Promise<'done' | 'unreachable' | 'refused'> {
    const read = Note.safeParse(JSON.parse(value)).data
    if (!read) return 'refused'
    const id = name.slice(prefix.length)
    const outcome = await hall.end.submit(HALL, { type: 'exportRegister', export: id, ...read }, Date.now())
    if (outcome === 'unreachable') return outcome
    const isThere = outcome === 'done' || outcome.refused === 'exportKnown'
    if (isThere && !isClosed) openSecrets(db).drop(name)
    return isThere ? 'done' : 'refused'
  }
  // What could not be saved is never answered: it is told again.
  const stop = hall.onCut(() => told.clear())
  look()
  const timer = setInterval(look, rhythm)
  return {
    close() {
      isClosed = true
      stop()
      clearInterval(timer)
    },
  }
}

const notes = (db: Db) =>
  db
    .prepare<[string], { name: string; value: string }>('SELECT name, value FROM secret WHERE name GLOB ?')
    .all(`${prefix}*`)
