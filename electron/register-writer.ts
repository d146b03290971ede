import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../db/message-of.ts'
import { openForReading } from '../db/open.ts'
import { readingSeat } from '../db/reading-seat.ts'
import { registerCsv, registerXlsx } from '../db/register-files.ts'
import { writeNew } from '../db/write-whole.ts'
import { registerPaper } from '../domain/register-paper.ts'
import { accessSheet } from '../domain/access-words.ts'
import { registerSheet, type Sheet } from '../domain/register-words.ts'
import { registerRows, type RegisterRow } from '../domain/register.ts'
import type { Which } from '../domain/register-export.ts'
import { addDays, startOfDay } from '../domain/time.ts'
import { accessLines } from '../domain/view-accesses.ts'
import { registerPageOf } from './papers.ts'
import type { WriterMessage, WriterTask } from './register-exports.ts'

// Entry of the thread that writes one export of the register: a year of it takes seconds, in which the core must go on.
// It reads the database for itself, so that nothing large goes between the two.

/** How many lines pass between two words about how far it is. */
const stride = 1000

const say = (message: WriterMessage) => parentPort?.postMessage(message)

/** Writes the file, or the page that becomes one. */
async function write({ database, key, machine, one, path, templates, longestPaper }: WriterTask): Promise<void> {
  const opened = openForReading(database, key)
  if ('refused' in opened) return say({ failed: opened.refused })
  const seat = readingSeat(opened.db, machine, Date.now())
  const { which, first, last, format } = one
  if (which === 'accesses') {
    const sheet = accessSheet(accessLines(seat, startOfDay(first), startOfDay(addDays(last, 1))))
    opened.db.close()
    return writeSheet(sheet)
  }
  const rows = registerRows(seat, { first, last, which, masked: false }, (lines) => {
    if (lines % stride === 0) say({ lines })
  })
  opened.db.close()
  return format === 'pdf' ? say(pageOf(rows, which)) : writeSheet(registerSheet(rows, which))

  async function writeSheet(sheet: Sheet): Promise<void> {
    // It names persons: for the owner alone, and never over another file.
    writeNew(path, format === 'csv' ? registerCsv(sheet) : await registerXlsx(sheet))
    say('written')
  }

  function pageOf(of: RegisterRow[], register: Which): WriterMessage {
    if (of.length > longestPaper) return { failed: 'paperTooLong' }
    const page = templates && registerPageOf(registerPaper(seat, { first, last, which: register }, of), templates)
    return page === undefined ? { failed: 'noTemplate' } : { page }
  }
}

try {
  await write(workerData as WriterTask)
} catch (error) {
  say({ failed: messageOf(error) })
}
