import { diagnostics } from '../db/diagnostics.ts'
import type { PaperMessage, ToShell } from './messages.ts'

/** A paper that waits for the printer: which case and paper, and its how-manieth print. */
export type PrintJob = { case: string; paper: string; nth: number }
export type PrintEnd = { how: 'printed' } | { how: 'failed'; why: string }

/** What the queue is given by the core. */
export type PrintSurroundings = {
  /** What of this machine's cases the record says is queued; `isOurs` if it was queued here. */
  waiting(): (PrintJob & { isOurs: boolean })[]
  /** The name of the page of a job; undefined when its edition has no template for it. */
  layOut(job: PrintJob): string | undefined
  keep(job: PrintJob, pdf: Uint8Array): void
  /** True when the record took it. */
  report(job: PrintJob, end: PrintEnd): boolean
}

/** How long the shell may take for one paper. */
const patience = 60_000

/** The papers on their way to the printer, one at a time; the record says what waits, so nothing is lost with the program. */
export function printQueue(around: PrintSurroundings) {
  /** What became of a print and is not in the record yet. */
  const unreported = new Map<string, { job: PrintJob; how: PrintEnd }>()
  const taken = new Set<string>()
  const queue: PrintJob[] = []
  let send: ((message: ToShell) => void) | undefined
  let current: { job: PrintJob; timer: NodeJS.Timeout } | undefined

  // What was queued before this start, or on a PC that held the case before: whether it was printed nobody knows, so it
  // is offered again and not printed by itself.
  for (const job of around.waiting()) reportInterrupted(job)

  function reportInterrupted(job: PrintJob): void {
    taken.add(keyOf(job))
    unreported.set(keyOf(job), { job, how: { how: 'failed', why: 'interrupted' } })
  }

  function look(): void {
    for (const job of around.waiting()) {
      if (taken.has(keyOf(job))) continue
      taken.add(keyOf(job))
      if (job.isOurs) queue.push(job)
      else reportInterrupted(job)
    }
    for (const [key, { job, how }] of unreported) if (!isWaiting(job) || around.report(job, how)) unreported.delete(key)
    next()
  }

  /** A case that was passed on takes its prints along. */
  const isWaiting = (job: PrintJob): boolean => around.waiting().some((w) => keyOf(w) === keyOf(job))

  function next(): void {
    if (current || !send) return
    let job = queue.shift()
    while (job && !isWaiting(job)) job = queue.shift()
    if (!job) return
    const token = around.layOut(job)
    current = { job, timer: setTimeout(() => end({ how: 'failed', why: 'tooSlow' }), patience) }
    if (token === undefined) return end({ how: 'failed', why: 'noTemplate' })
    send({ print: keyOf(job), token })
  }

  /** Without its PDF the paper is what the record has of it (docs/decisions/0007), so it is printed all the same. */
  function keep(job: PrintJob, pdf: Uint8Array): void {
    try {
      around.keep(job, pdf)
    } catch (error) {
      diagnostics.error('the PDF of a printed paper could not be kept', error, { bytes: pdf.length })
    }
  }

  function end(how: PrintEnd): void {
    if (!current) return
    clearTimeout(current.timer)
    const { job } = current
    current = undefined
    if (!around.report(job, how)) unreported.set(keyOf(job), { job, how })
    next()
  }

  return {
    look,
    /** There is a shell that lays out and prints. */
    speak(to: (message: ToShell) => void): void {
      send = to
      look()
    },
    hear(message: Exclude<PaperMessage, { page: number }>): void {
      if (!current || message.job !== keyOf(current.job)) return
      if ('pdf' in message) keep(current.job, message.pdf)
      else end('printed' in message ? { how: 'printed' } : { how: 'failed', why: message.failed.slice(0, 200) })
    },
    stop: () => clearTimeout(current?.timer),
  }
}

export type PrintQueue = ReturnType<typeof printQueue>

const keyOf = ({ case: of, paper, nth }: PrintJob): string => JSON.stringify([of, paper, nth])
