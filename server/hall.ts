import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEditions, type Editions } from '../db/editions.ts'
import { openLog } from '../db/log.ts'
import { readManual, type Fault, type ManualFolder } from '../db/manual-folder.ts'
import { openDatabase } from '../db/open.ts'
import { HALL } from '../domain/actor.ts'
import type { Command } from '../domain/hall.ts'
import { openRecord } from '../domain/record.ts'
import { dayOf } from '../domain/time.ts'
import { hallEnd, type HallEnd } from '../sync/hall-end.ts'
import { isKnown, isSupervisor } from './machines.ts'

export type OpenHall = { end: HallEnd; watch(listener: () => void): () => void; close(): void }
export type NotOpened = { wrong: string[] }

/** Opens the hall of a data folder with the manual of a folder; what an institution changed there becomes news. */
export async function openHall(data: string, manualFolder: string): Promise<OpenHall | NotOpened> {
  const manual = readManual(manualFolder)
  if ('faults' in manual) return { wrong: manual.faults.map(inWords) }
  mkdirSync(data, { recursive: true })
  const file = join(data, 'hall.db')
  const opened = openDatabase(file, HALL)
  if ('refused' in opened) return { wrong: [`${file}: ${reasons[opened.refused]}`] }
  const editions = openEditions(opened.db)
  const listeners = new Set<() => void>()
  let isAwake = false
  const turn = () => {
    isAwake = false
    if (end.turn(Date.now())) wake()
  }
  const wake = () => {
    if (isAwake) return
    isAwake = true
    setImmediate(turn)
  }
  const log = openLog(opened.db, HALL)
  const record = openRecord(log)
  const end = hallEnd(record, log, {
    ...{ knows: (machine) => isKnown(record.hall, machine), isSupervisor, wake },
    edition: (hash) => editions.get(hash)?.content,
    changed: () => listeners.forEach((tell) => tell()),
  })
  await setUp(end, editions, manual)
  return {
    end,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => log.close(),
  }
}

const reasons = {
  newerDatabase: 'written by a newer Changgu. Install that version, or use another data folder.',
  notADatabase: 'not a database of Changgu, or damaged. Restore it from a backup, or use another data folder.',
  otherMachine: 'belongs to another machine. Use the data folder of the hall.',
}

const inWords = ({ file, line, field, en }: Fault): string =>
  `${file}${line === undefined ? '' : `:${line}`}${field && ` ${field}`}: ${en}`

/** Brings the record up to the folder: profile, holidays and, when its content differs, the next edition. */
async function setUp(end: HallEnd, editions: Editions, manual: ManualFolder): Promise<void> {
  const { hall } = end.record
  const at = Date.now()
  const say = (command: Command) => end.submit(HALL, command, at)
  const changes: Promise<unknown>[] = []
  if (JSON.stringify(hall.profile) !== JSON.stringify(manual.profile))
    changes.push(say({ type: 'setUpHall', profile: manual.profile }))
  const holidays = manual.holidays.filter((h) => JSON.stringify(hall.holidays.get(h.date)) !== JSON.stringify(h))
  if (holidays.length > 0) changes.push(say({ type: 'designateHoliday', holidays }))
  if (hall.edition?.hash !== manual.hash) {
    const mark = { edition: (hall.edition?.edition ?? 0) + 1, effectiveDate: dayOf(at), hash: manual.hash }
    editions.put({ ...mark, content: manual.text })
    changes.push(say({ type: 'publishEdition', ...mark }))
  }
  await Promise.all(changes)
}
