import { ticketKey, type Estimate, type TicketLabel } from '../../domain/queue/ticket.ts'
import { MINUTE } from '../../domain/time.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import type { Visitor } from './script.ts'

/** What became of a visitor, as whoever stood beside would have written it down. */
export type Line = {
  readonly visitor: Visitor
  readonly label: TicketLabel
  readonly issuedAt: number
  readonly told: Estimate | undefined
  firstCalledAt?: number
  /** The counter that has the visitor now. */
  at?: string
  noShows: number
  cancelled?: true
  completed?: true
  received?: true
  /** Where the visitor is to be sent back to. */
  back?: string
}

/** The book that is kept by hand beside the played day. */
export class Ledger {
  readonly lines = new Map<string, Line>()
  /** Numbers that were at two counters at once. */
  doubleCalls = 0
  /** Acts that were refused though the script did nothing unlawful. */
  readonly refused: string[] = []
  readonly #awaited = new Map<string, (line: Line) => void>()

  issue(line: Line): void {
    const key = ticketKey(line.label)
    if (this.lines.has(key)) this.doubleCalls += 1
    this.lines.set(key, line)
    this.#awaited.get(key)?.(line)
  }

  /** The line of a number; a counter may call it before the visitor has looked at the slip. */
  lineOf(label: TicketLabel): Promise<Line> {
    const key = ticketKey(label)
    const known = this.lines.get(key)
    return known ? Promise.resolve(known) : new Promise((found) => this.#awaited.set(key, found))
  }

  call(line: Line, counter: string, at: number): void {
    if (line.at !== undefined || line.completed || line.cancelled) this.doubleCalls += 1
    line.at = counter
    line.firstCalledAt ??= at
  }

  leave(line: Line): void {
    delete line.at
  }

  count(isSo: (line: Line) => unknown): number {
    return [...this.lines.values()].filter(isSo).length
  }

  /** The figures of the day as the supervisor sees them, counted by hand. */
  figures(): { [figure: string]: number | undefined } {
    const all = [...this.lines.values()]
    const waits = all.flatMap((l) => (l.firstCalledAt === undefined ? [] : [(l.firstCalledAt - l.issuedAt) / MINUTE]))
    const mean = waits.reduce((a, b) => a + b, 0) / waits.length
    const told = all.flatMap(({ told: said, issuedAt, firstCalledAt }) =>
      said && said.to > 1 && firstCalledAt !== undefined
        ? [{ ...said, waited: (firstCalledAt - issuedAt) / MINUTE }]
        : [],
    )
    return {
      issued: all.length,
      completed: this.count((l) => l.completed),
      received: this.count((l) => l.received),
      averageWaitMinutes: waits.length === 0 ? undefined : Math.round(mean * 10) / 10,
      waiting: this.count((l) => !l.cancelled && !l.completed && l.at === undefined && l.noShows === 0),
      missing: this.count((l) => l.noShows > 0 && !l.completed),
      estimated: told.length === 0 ? undefined : told.length,
      within: told.length === 0 ? undefined : told.filter((t) => t.waited >= t.from && t.waited <= t.to).length,
    }
  }
}

/** The same figures as the product shows them. */
export const shownFigures = ({ today, queue }: OverviewView): { [figure: string]: number | undefined } => ({
  issued: today.issued,
  completed: today.completed,
  received: today.received,
  averageWaitMinutes: today.averageWaitMinutes,
  waiting: queue.waiting,
  missing: queue.missing.length,
  estimated: queue.accuracy?.called,
  within: queue.accuracy?.within,
})
