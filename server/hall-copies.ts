import { createWriteStream, existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asOf, copiesIn, machineOfCopy, nextCopy, noRoom, roomIn } from '../db/copies/copies.ts'
import { keptOf } from '../db/copies/kept-of.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { moveDurably } from '../db/keys/closed-file.ts'
import type { DataKey } from '../db/keys/data-key.ts'
import type { MachineData } from '../db/machine-data.ts'
import type { HallKept } from '../domain/machine/kept.ts'
import { onDisk, secondPlace } from './second-place.ts'

/** From one look at the second place to the next, in milliseconds. */
const again = 10 * 60_000
/** How many copies of a PC the hall keeps, and how large one may be. */
const perMachine = 3
export const largestCopy = 4 * 1024 ** 3

type Surroundings = {
  kept: MachineData
  key: DataKey
  data: string
  /** The folder of --copy-to. */
  copyTo: string | undefined
  changed: () => void
  now?: () => number
}

/** The copies that a hall has beside its own ring: those in its second place, and those that its PCs leave with it. */
export function hallCopies({ kept, key, data, copyTo, changed, now = Date.now }: Surroundings) {
  const ofPcs = join(data, 'pc-copies')
  const second = copyTo === undefined ? undefined : secondPlace({ kept, key, data, place: copyTo, changed, now })
  let left = leftIn(ofPcs, now())
  /** Bytes of the copies that PCs are sending. */
  let coming = 0

  /** Takes in the copy that a PC leaves; it is closed with the PC's own key, so only its size is looked at. */
  async function takeIn(
    machine: string,
    copy: Readable,
    bytes: number,
  ): Promise<'kept' | 'tooLarge' | 'noRoom' | 'incomplete'> {
    if (bytes > largestCopy) return 'tooLarge'
    await mkdir(ofPcs, { recursive: true, mode: 0o700 })
    const before = asOf(copiesIn(ofPcs, machine), now())
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
    const others = asOf(copiesIn(ofPcs, machine), now()).filter((one) => one.path !== path)
    for (const old of others.slice(perMachine - 1)) await rm(old.path, { force: true })
    left = machinesIn(ofPcs, now())
    changed()
    return 'kept'
  }

  const copyOut = async (isLast = false): Promise<void> => second?.copyOut(isLast)
  const timer = setInterval(() => void copyOut(), again)
  timer.unref()
  return {
    copyOut,
    takeIn,
    status(): HallKept {
      return { own: keptOf(kept), ...(second && { second: second.status() }), ofMachines: left }
    },
    close: () => clearInterval(timer),
  }
}
export type HallCopies = ReturnType<typeof hallCopies>

/** What PCs have left before, without what a fall has left half done; nothing where the folder cannot be read, as is said. */
function leftIn(folder: string, now: number): HallKept['ofMachines'] {
  try {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.endsWith('.making')) rmSync(join(folder, name), { force: true })
    return machinesIn(folder, now)
  } catch (error) {
    diagnostics.error('the copies of the PCs cannot be read', error)
    return []
  }
}

/** The machines that have left copies in a folder, with the newest of each. */
function machinesIn(folder: string, now: number): HallKept['ofMachines'] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const machines = new Set(names.flatMap((name) => machineOfCopy(name) ?? []))
  return [...machines].toSorted().flatMap((machine) => {
    const copies = asOf(copiesIn(folder, machine), now)
    const [last] = copies
    return last ? [{ machine, count: copies.length, last: { at: last.at, bytes: last.bytes } }] : []
  })
}
