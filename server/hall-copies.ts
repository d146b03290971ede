import { createWriteStream, existsSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { moveDurably } from '../db/closed-file.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { copiesIn, hallRing, nextCopy, noRoom, roomIn, thinOut, type Copy } from '../db/copies.ts'
import { keptOf } from '../db/kept-of.ts'
import type { MachineData } from '../db/machine-data.ts'
import { HALL } from '../domain/actor.ts'
import type { HallKept } from '../domain/kept.ts'

/** From one copy in the second place to the next, in milliseconds. */
const secondRhythm = 3_600_000
const again = 10 * 60_000
/** How many copies of a PC the hall keeps, and how large one may be. */
const perMachine = 3
export const largestCopy = 4 * 1024 ** 3

type Surroundings = {
  kept: MachineData
  data: string
  /** The folder of --copy-to: another disk, or one of another computer. */
  copyTo: string | undefined
  changed: () => void
  now?: () => number
}

/** The copies that a hall has beside its own ring: those in its second place, and those that its PCs leave with it. */
export function hallCopies({ kept, data, copyTo, changed, now = Date.now }: Surroundings) {
  const ofPcs = join(data, 'pc-copies')
  let second: HallKept['second'] = copyTo === undefined ? undefined : secondIn(copyTo)
  let left = leftIn(ofPcs)
  let copying: Promise<void> | undefined
  /** Bytes of the copies that PCs are sending. */
  let coming = 0

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
    if (copyTo === undefined) return
    try {
      const [newest] = copiesIn(join(data, 'copies'), HALL)
      if (!newest) return
      if (isWanted(newest, isLast)) {
        await putIn(copyTo, newest)
        second = lastOf(newest)
        diagnostics.info('a copy lies in the second place', { bytes: newest.bytes })
      } else if (second?.failedAt === undefined) return
      // What could not be read can be, and nothing lacks.
      else second = lastOf(second.last)
    } catch (error) {
      second = { ...second, failedAt: second?.failedAt ?? now() }
      diagnostics.error('the second place has no copy', error, { machine: HALL })
    }
    changed()
  }

  /** Whether the second place lacks a copy and is to have it now. */
  function isWanted({ at }: Copy, isLast: boolean): boolean {
    const last = second?.last
    return !last || (at !== last.at && (isLast || at - last.at >= secondRhythm))
  }

  async function putIn(place: string, { name, path, bytes }: Copy): Promise<void> {
    const to = join(place, name)
    // Never made: a folder that is missing is a disk that is not in, and what was written there would be nowhere.
    await stat(place)
    thinOut(place, HALL, hallRing, now(), bytes)
    if (bytes > roomIn(place)) throw noRoom(bytes)
    try {
      await copyFile(path, `${to}.making`)
      await onDisk(`${to}.making`)
      moveDurably(`${to}.making`, to)
    } finally {
      await rm(`${to}.making`, { force: true }).catch(() => {})
    }
    thinOut(place, HALL, hallRing, now())
  }

  /** Takes in the copy that a PC leaves; it is closed with the PC's own key, so only its size is looked at. */
  async function takeIn(
    machine: string,
    copy: Readable,
    bytes: number,
  ): Promise<'kept' | 'tooLarge' | 'noRoom' | 'incomplete'> {
    if (bytes > largestCopy) return 'tooLarge'
    await mkdir(ofPcs, { recursive: true, mode: 0o700 })
    const before = copiesIn(ofPcs, machine)
    // Whatever becomes of this one, its newest stays.
    while (bytes > roomIn(ofPcs) - coming && before.length > 1) await rm(before.pop()?.path ?? '', { force: true })
    if (bytes > roomIn(ofPcs) - coming) {
      diagnostics.error('a copy that a PC left could not be taken', noRoom(bytes), { machine, bytes })
      return 'noRoom'
    }
    coming += bytes
    try {
      return await takeWhole(machine, copy, bytes)
    } finally {
      coming -= bytes
    }
  }

  async function takeWhole(machine: string, copy: Readable, bytes: number): Promise<'kept' | 'incomplete'> {
    const path = nextCopy(ofPcs, machine, now(), 0)
    const made = `${path}.making`
    try {
      let length = 0
      const limited = async function* (from: AsyncIterable<Buffer>) {
        for await (const part of from) {
          length += part.length
          if (length > bytes) throw new Error('longer than it said')
          yield part
        }
      }
      await pipeline(copy, limited, createWriteStream(made, { mode: 0o600 }))
      if (length !== bytes) return 'incomplete'
      await onDisk(made)
      moveDurably(made, path)
    } catch (error) {
      diagnostics.error('a copy that a PC left could not be taken', error, { machine })
      return 'incomplete'
    } finally {
      await rm(made, { force: true })
    }
    for (const old of copiesIn(ofPcs, machine).slice(perMachine)) await rm(old.path, { force: true })
    left = machinesIn(ofPcs)
    changed()
    return 'kept'
  }

  const timer = setInterval(() => void copyOut(), again)
  timer.unref()
  return {
    copyOut,
    takeIn,
    status(): HallKept {
      return { own: keptOf(kept), ...(second && { second }), ofMachines: left }
    },
    close: () => clearInterval(timer),
  }
}
export type HallCopies = ReturnType<typeof hallCopies>

/** Puts a file on the disk while other work goes on: what makes its name last waits for no gigabytes then. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What lies in the second place at the start. One that cannot be read is told with the first copy that is to go there. */
function secondIn(copyTo: string): NonNullable<HallKept['second']> {
  try {
    return lastOf(copiesIn(copyTo, HALL)[0])
  } catch {
    return {}
  }
}

const lastOf = (copy: Pick<Copy, 'at' | 'bytes'> | undefined): NonNullable<HallKept['second']> =>
  copy ? { last: { at: copy.at, bytes: copy.bytes } } : {}

/** What PCs have left before, without what a fall has left half done; nothing where the folder cannot be read, as is said. */
function leftIn(folder: string): HallKept['ofMachines'] {
  try {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.endsWith('.making')) rmSync(join(folder, name), { force: true })
    return machinesIn(folder)
  } catch (error) {
    diagnostics.error('the copies of the PCs cannot be read', error)
    return []
  }
}

/** The machines that have left copies in a folder, with the newest of each. */
function machinesIn(folder: string): HallKept['ofMachines'] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const machines = new Set(names.flatMap((name) => /^([a-z0-9-]+)\..*\.db$/.exec(name)?.[1] ?? []))
  return [...machines].toSorted().flatMap((machine) => {
    const copies = copiesIn(folder, machine)
    const [last] = copies
    return last ? [{ machine, count: copies.length, last: { at: last.at, bytes: last.bytes } }] : []
  })
}
