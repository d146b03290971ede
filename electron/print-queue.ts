import type { PaperMessage, ToShell } from './messages.ts'

/** A paper that waits for the printer: which case and paper, and its how-manieth print. */
export type PrintJob = { case: string; paper: string; nth: number }
export type PrintEnd = { how: 'printed' } | { how: 'failed'; why: string }

/** What the queue is given by the core. */
export type PrintSurroundings = {
  /** What of this machine's cases the record says is queued. */
  waiting(): PrintJob[]
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
  /**
   * What became of a print and is not in the record yet. What was queued before this start is here from the beginning:
   * whether it was printed nobody knows, so it is offered again and not printed by itself.
   */
  const unreported = new Map<string, { job: PrintJob; how: PrintEnd }>(
    around.waiting().map((job) => [keyOf(job), { job, how: { how: 'failed', why: 'interrupted' } }]),
  )
  const taken = new Set(unreported.keys())
  const queue: PrintJob[] = []
  let send: ((message: ToShell) => void) | undefined
  let current: { job: PrintJob; timer: NodeJS.Timeout } | undefined

  function look(): void {
    for (const [key, { job, how }] of unreported) if (around.report(job, how)) unreported.delete(key)
    for (const job of around.waiting()) {
      const key = keyOf(job)
      if (taken.has(key)) continue
      taken.add(key)
      queue.push(job)
    }
    next()
  }

  function next(): void {
    if (current || !send) return
    const job = queue.shift()
    if (!job) return
    const token = around.layOut(job)
    current = { job, timer: setTimeout(() => end({ how: 'failed', why: 'tooSlow' }), patience) }
    if (token === undefined) return end({ how: 'failed', why: 'noTemplate' })
    send({ print: keyOf(job), token })
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
      next()
    },
    hear(message: Exclude<PaperMessage, { page: number }>): void {
      if (!current || message.job !== keyOf(current.job)) return
      if ('pdf' in message) around.keep(current.job, message.pdf)
      else end('printed' in message ? { how: 'printed' } : { how: 'failed', why: message.failed.slice(0, 200) })
    },
    stop: () => clearTimeout(current?.timer),
  }
}

export type PrintQueue = ReturnType<typeof printQueue>

const keyOf = ({ case: of, paper, nth }: PrintJob): string => JSON.stringify([of, paper, nth])
