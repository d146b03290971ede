import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../db/files/message-of.ts'
import { writeNew } from '../db/files/write-whole.ts'
import { openForReading } from '../db/open.ts'
import { readingSeat } from '../db/reading-seat.ts'
import { csvParts, registerXlsx } from '../db/register-files.ts'
import { accessSheet } from '../domain/people/access-words.ts'
import { lengthRefusal, type Which } from '../domain/register/register-export.ts'
import { registerPaper } from '../domain/register/register-paper.ts'
import { registerSheet, type LongSheet } from '../domain/register/register-words.ts'
import { registerRows, type RegisterRow } from '../domain/register/register.ts'
import type { Seat } from '../domain/seat.ts'
import { addDays, startOfDay } from '../domain/time.ts'
import { exportLines } from '../domain/views/export-lines.ts'
import { accessLines } from '../domain/views/view-accesses.ts'
import { registerPageOf } from './papers.ts'
import type { WriterMessage, WriterTask } from './register-exports.ts'

// Entry of the thread that writes one export of the register: a year of it takes seconds, in which the core must go on.
// It reads the database for itself, so that nothing large goes between the two.

/** How many lines pass between two words about how far it is. */
const stride = 1000

const say = (message: WriterMessage) => parentPort?.postMessage(message)

/** Writes the file, or the page that becomes one. */
async function write(task: WriterTask): Promise<void> {
  const opened = openForReading(task.database, task.key)
  if ('refused' in opened) return say({ failed: opened.refused })
  try {
    const seat = readingSeat(opened.db, task.machine, Date.now())
    const refused = lengthRefusal(task.one, exportLines(seat, task.one))
    say(refused === undefined ? await writtenOf(seat, task) : { failed: refused })
  } finally {
    opened.db.close()
  }
}

async function writtenOf(seat: Seat, { one, path, templates }: WriterTask): Promise<WriterMessage> {
  const { which, first, last, format } = one
  if (which === 'accesses') {
    const lines = accessLines(seat, startOfDay(first), startOfDay(addDays(last, 1)))
    return writeSheet(accessSheet(counted(lines)))
  }
  const rows = registerRows(seat, { first, last, which, masked: false }, told)
  return format === 'pdf' ? pageOf(rows, which) : writeSheet(registerSheet(rows, which))

  async function writeSheet(sheet: LongSheet): Promise<WriterMessage> {
    // It names persons: for the owner alone, and never over another file.
    writeNew(path, format === 'csv' ? csvParts(sheet) : await registerXlsx(sheet))
    return 'written'
  }

  function pageOf(of: RegisterRow[], register: Which): WriterMessage {
    const page = templates && registerPageOf(registerPaper(seat, { first, last, which: register }, of), templates)
    return page === undefined ? { failed: 'noTemplate' } : { page }
  }
}

function told(lines: number): void {
  if (lines % stride === 0) say({ lines })
}

function* counted<T>(lines: Iterable<T>): Iterable<T> {
  let n = 0
  for (const line of lines) {
    told((n += 1))
    yield line
  }
}

try {
  await write(workerData as WriterTask)
} catch (error) {
  say({ failed: messageOf(error) })
}
