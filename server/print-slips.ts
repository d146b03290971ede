import { HALL } from '../domain/actor.ts'
import { printerOf, type PrinterSettings, type PrintFault } from '../domain/queue/kiosk.ts'
import { slipsToPrint } from '../domain/queue/queue-index.ts'
import { waiting } from '../domain/queue/queue.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import type { Instant } from '../domain/time.ts'
import { printAt } from './slip-printer.ts'
import { slipBytes } from './slip.ts'
import type { Turns } from './turns.ts'

type Print = (printer: PrinterSettings, bytes: Uint8Array) => Promise<PrintFault | undefined>

/** What became of a slip; `askedOf` is the end that has been told and has not answered yet. */
type Told = { ticket: string; print: number; why: PrintFault | undefined; askedOf?: Turns['end'] }

/**
 * Prints the slips that the record asks for, and tells what became of each. It alone prints in the network: one after the other
 * at a printer, each print once. What was asked for before the hall started is told as broken off, since it may have come out.
 * What a hall that waits for its machines does not hear is told again with its next news.
 */
export function printSlips(hall: Turns, print: Print = printAt, clock: () => number = Date.now): { close(): void } {
  const begun = new Set<string>()
  const lines = new Map<string, Promise<void>>()
  const untold = new Map<string, Told>()
  let isClosed = false

  const tellOne = (told: Told) => {
    const { end } = hall
    const { ticket, print: nr, why } = told
    told.askedOf = end
    hall.attempt(() => {
      void end.submit(HALL, { type: 'tellPrint', ticket, print: nr, ...(why && { why }) }, clock()).then((outcome) => {
        if (outcome === 'unreachable') delete told.askedOf
      })
    })
  }

  const tellAll = () => {
    for (const [key, told] of untold) {
      const known = hall.end.record.hall.tickets.get(told.ticket)?.print
      if (known?.state !== 'queued' || known.print !== told.print) untold.delete(key)
      else if (told.askedOf !== hall.end) tellOne(told)
    }
  }

  const tell = (ticket: string, nr: number, why: PrintFault | undefined) => {
    if (isClosed) return
    untold.set(`${ticket} ${nr}`, { ticket, print: nr, why })
    tellAll()
  }

  const queued = () => slipsToPrint(hall.end.record.hall)

  const look = () => {
    tellAll()
    // Those alone that are asked for now: what is asked for until the disk has these waits for its own turn.
    const asked = queued().filter(({ ticket, print: job }) => !begun.has(`${ticket} ${job?.print}`))
    if (asked.length > 0) hall.onceSafe(() => printEach(asked))
  }

  const printEach = (asked: readonly Ticket[]) => {
    if (isClosed) return
    for (const ticket of asked) {
      const { print: job } = ticket
      const key = `${ticket.ticket} ${job?.print}`
      if (!job || begun.has(key)) continue
      begun.add(key)
      const printer = printerOf(hall.end.record.hall.profile, job.kiosk)
      if (!printer) {
        tell(ticket.ticket, job.print, 'unreachable')
        continue
      }
      const place = `${printer.host}:${printer.port}`
      const next = (lines.get(place) ?? Promise.resolve()).then(async () => {
        const why = await print(printer, bytesOf(hall, ticket, clock())).catch(() => 'brokenOff' as const)
        tell(ticket.ticket, job.print, why)
      })
      lines.set(place, next)
    }
  }

  for (const { ticket, print: job } of queued()) {
    begun.add(`${ticket} ${job?.print}`)
    if (job) tell(ticket, job.print, 'brokenOff')
  }
  const stop = hall.watch(look)
  return {
    close() {
      isClosed = true
      stop()
    },
  }
}

/** So many milliseconds after its issue a slip still says what was estimated then; later it would stand beside who is ahead now. */
const estimateLasts = 60_000

function bytesOf({ end }: Turns, { estimate, ...ticket }: Ticket, at: Instant): Buffer {
  const { hall } = end.record
  const place = waiting(hall, ticket.label.day).findIndex((t) => t.ticket === ticket.ticket)
  const isNew = at - ticket.issuedAt <= estimateLasts
  return slipBytes({
    hallName: hall.profile?.name ?? '',
    ticket: isNew && estimate ? { ...ticket, estimate } : ticket,
    ...(place >= 0 && { ahead: place }),
  })
}
