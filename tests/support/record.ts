import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClosedFile } from '../../db/keys/closed-file.ts'
import { dataKeyIn, newDataKey, writeKeyFile, type DatabaseKey, type DataKey } from '../../db/keys/data-key.ts'
import { openLog } from '../../db/log.ts'
import { openDatabase, type Db } from '../../db/open.ts'
import type { Event } from '../../domain/hall.ts'
import type { Entry, Log } from '../../domain/record/log.ts'
import type { Private } from '../../domain/record/private.ts'
import { hallKey, hallKeyFile } from '../../server/hall-key.ts'

/** A new folder that goes when the test is over; `onEnd` is vitest's onTestFinished. */
export function newFolder(onEnd: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-db-'))
  onEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The data key of a test. */
export const testKey: DataKey = dataKeyIn('5e'.repeat(32)) ?? newDataKey()

/** How a test of the driver opens its database: this part of the suite runs a second time on plain ones (project `plain`). */
export const driverKey: DatabaseKey = process.env['CHANGGU_TEST_DRIVER'] === 'plain' ? 'plain' : testKey

/** Opens a database of a test behind the back of the program, to look at it or to spoil it. */
export const openRaw = (file: string, key: DatabaseKey = driverKey): Db => openClosedFile(file, key, { timeout: 5000 })

/** The key that the hall of a data folder has made for itself, or makes now. */
export function hallKeyIn(data: string): DataKey {
  const found = hallKey({ data })
  if ('wrong' in found) throw new Error(found.wrong)
  return found.key
}

/** Opens the record of a machine in a folder, with its key beside it as a hall keeps its own; a refusal is a failed test. */
export function openLogIn(folder: string, machine: string): { db: Db; log: Log; file: string } {
  const file = join(folder, `${machine}.db`)
  const keyFile = join(folder, hallKeyFile)
  if (driverKey !== 'plain' && !existsSync(keyFile)) writeKeyFile(keyFile, driverKey)
  const opened = openDatabase(file, machine, driverKey)
  if ('refused' in opened) throw new Error(opened.refused)
  return { db: opened.db, log: openLog(opened.db, machine), file }
}

/** 2026-11-24, 09:00 in Seoul. */
export const morning = Date.parse('2026-11-24T09:00:00+09:00')
const today = '2026-11-24'

/** An entry of a record. */
export const entry = (
  origin: string,
  originSeq: number,
  hallSeq: number | null,
  event: Event,
  apart?: Private,
): Entry => ({ origin, originSeq, hallSeq, event, ...(apart && { private: apart }) })

/** Events with only what a test cares for to be said. */
export const happened = {
  ticket: (number: number): Event => ({
    type: 'ticketIssued',
    at: morning + number,
    by: { machine: 'hall' },
    class: 'ordinary',
    touch: `touch-${number}`,
    ticket: `${today}/가${number}`,
    label: { day: today, series: '가', number },
  }),
  received: (id: string, machine = 'counter-1'): Event => ({
    type: 'caseReceived',
    at: morning,
    by: { machine, clerk: 'clerk' },
    case: id,
    tenure: 1,
    act: 1,
    receiptNo: `2026-01-${id}`,
    kind: 'SIM-01',
    title: '모의 민원',
    edition: 1,
    period: null,
    steps: [],
    documents: [],
    checkedDocuments: {},
  }),
  note: (id: string, act: number, machine = 'counter-1'): Event => ({
    type: 'noteAdded',
    at: morning + act,
    by: { machine, clerk: 'clerk' },
    case: id,
    tenure: 1,
    act,
  }),
  withdrawn: (id: string, act: number, machine = 'counter-1'): Event => ({
    type: 'caseWithdrawn',
    at: morning + act,
    by: { machine, clerk: 'clerk' },
    case: id,
    tenure: 1,
    act,
  }),
  dayClosed: (tickets: number[], cases: string[]): Event => ({
    type: 'dayClosed',
    at: morning + 32_400_000,
    by: { machine: 'hall' },
    day: today,
    visits: [],
    cases,
    expired: [],
    tickets: tickets.map((n) => `${today}/가${n}`),
  }),
  held: (origin: string, event: Event): Event => ({
    type: 'entryHeld',
    at: event.at,
    by: { machine: 'hall' },
    origin,
    what: event.type,
    why: 'notOwner',
    content: JSON.stringify(event),
  }),
}
