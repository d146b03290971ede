import { readdirSync, statSync } from 'node:fs'
import { copyFile, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import {
  asOf,
  byHand,
  copiesFolder,
  copiesIn,
  copyName,
  hallRing,
  noRoom,
  ringIn,
  roomIn,
  thinOut,
  type Copy,
} from '../db/copies/copies.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { remedyFor } from '../db/files/folder-remedy.ts'
import { moveDurably } from '../db/keys/closed-file.ts'
import type { DatabaseKey, DataKey } from '../db/keys/data-key.ts'
import { openSecrets } from '../db/keys/secrets.ts'
import type { MachineData } from '../db/machine-data.ts'
import { openForReading } from '../db/open.ts'
import { HALL } from '../domain/actor.ts'
import type { HallKept } from '../domain/machine/kept.ts'
import { hallMarks } from './identity.ts'

/** From one copy in the second place to the next, in milliseconds. */
const secondRhythm = 3_600_000

type Surroundings = {
  kept: Pick<MachineData, 'secrets'>
  key: DataKey
  data: string
  /** The folder of --copy-to: another disk, or one of another computer. */
  place: string
  changed: () => void
  now: () => number
}

type Status = NonNullable<HallKept['second']>

/**
 * The second place of a hall's copies. Others may use the folder too: other halls, a hall that was begun anew by mistake, a
 * person. So a hall counts and clears away what it put there itself alone: copies that bear its id, and those without any
 * mark, of an earlier version, that its key opens and in which its id stands.
 */
export function secondPlace({ kept, key, data, place, changed, now }: Surroundings) {
  /** Those without a mark that are known for this hall's: a copy never changes. */
  const opened = new Set<string>()
  let status = statusAtStart()
  let copying: Promise<void> | undefined

  /** Undefined before the first start of a hall, when nothing there can be its own. */
  function ownId(): string | undefined {
    return hallMarks(kept.secrets)?.hallId
  }

  function isOurs({ mark, name, path }: Copy, id: string): boolean {
    if (mark !== undefined) return mark === id
    if (!opened.has(name) && hallIn(path, key) === id) opened.add(name)
    return opened.has(name)
  }

  /** Each in a turn of its own: the folder may be far away, and the hall answers meanwhile. */
  async function ours(id: string): Promise<{ own: Copy[]; others: number }> {
    const all = asOf(copiesIn(place, HALL), now())
    const own: Copy[] = []
    for (const copy of all) {
      if (copy.mark === undefined && !opened.has(copy.name)) await turn()
      if (isOurs(copy, id)) own.push(copy)
    }
    return { own, others: all.length - own.length }
  }

  /** A folder that cannot be read is told from the start on. */
  function statusAtStart(): Status {
    const id = ownId()
    try {
      readdirSync(place)
      return id === undefined ? {} : lastOf(asOf(copiesIn(place, HALL), now()).find((copy) => isOurs(copy, id)))
    } catch {
      return { failedAt: now() }
    }
  }

  /** Puts the newest copy in the second place. It never throws: what stands in its way is told, and it is tried again. */
  async function copyOut(isLast = false): Promise<void> {
    if (copying) {
      await copying
      if (!isLast) return
    }
    copying = copyNewest(isLast).finally(() => (copying = undefined))
    await copying
  }

  async function copyNewest(isLast: boolean): Promise<void> {
    let folder = copiesFolder(data)
    try {
      const [newest] = ringIn(folder, HALL)
      folder = `${place} (--copy-to)`
      await requireFolder(place)
      const id = ownId()
      if (newest && id !== undefined && isWanted(newest, isLast)) {
        const others = await putIn(newest, id)
        status = lastOf(newest)
        diagnostics.info('a copy lies in the second place', { bytes: newest.bytes, others })
      } else if (status.failedAt === undefined) return
      // What could not be read can be, and nothing lacks.
      else status = lastOf(status.last)
    } catch (error) {
      status = { ...status, failedAt: status.failedAt ?? now() }
      diagnostics.error('the second place has no copy', error, { machine: HALL }, remedyFor(folder, error))
    }
    changed()
  }

  /** Whether the second place lacks a copy and is to have it now. */
  function isWanted({ at }: Copy, isLast: boolean): boolean {
    const { last } = status
    // What was put there while a clock was ahead must not keep what is newer from it.
    const isOver = last !== undefined && (last.at > now() || at - last.at >= secondRhythm)
    return !last || (at !== last.at && (isLast || isOver))
  }

  /** Gives how many copies there are not this hall's. */
  async function putIn({ path, at, part, bytes }: Copy, id: string): Promise<number> {
    const to = join(place, copyName(HALL, at, part, id))
    const thinned = { copies: place, machine: HALL, ring: hallRing, mark: id }
    thinOut({ ...thinned, now: now(), next: bytes, ours: (await ours(id)).own })
    if (bytes > roomIn(place)) throw noRoom(bytes)
    try {
      await copyFile(path, `${to}.making`)
      await onDisk(`${to}.making`)
      moveDurably(`${to}.making`, to)
    } finally {
      await rm(`${to}.making`, { force: true }).catch(() => {})
    }
    const { own, others } = await ours(id)
    thinOut({ ...thinned, now: now(), ours: own })
    return others
  }

  return { copyOut, status: () => status }
}

/** Why copies cannot go to a folder, in words for whoever starts the hall; undefined where they can. */
export function whyNoSecondPlace(place: string): string | undefined {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isDirectory()) return undefined
  const until = 'and no copy goes there until there is one'
  return found
    ? `${place} (--copy-to) is a file and no folder, ${until}. Name a folder on another disk.`
    : `There is no folder ${place} (--copy-to), ${until}. Make it, or connect its disk.`
}

/** Never made: a folder that is missing is a disk that is not in, and what was written there would be nowhere. */
async function requireFolder(place: string): Promise<void> {
  if (!(await stat(place)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' })
}

/** The hall of a copy, by its name or by what stands in it; undefined where neither tells it. */
export const hallOfCopy = ({ mark, path }: Copy, key: DatabaseKey): string | undefined =>
  mark === undefined || mark === byHand ? hallIn(path, key) : mark

function hallIn(path: string, key: DatabaseKey): string | undefined {
  try {
    const found = openForReading(path, key)
    if ('refused' in found) return undefined
    try {
      return hallMarks(openSecrets(found.db))?.hallId
    } finally {
      found.db.close()
    }
  } catch {
    return undefined
  }
}

const lastOf = (copy: Pick<Copy, 'at' | 'bytes'> | undefined): Status =>
  copy ? { last: { at: copy.at, bytes: copy.bytes } } : {}

/** Puts a file on the disk while other work goes on; then what makes its name last waits for no gigabytes. */
export async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
