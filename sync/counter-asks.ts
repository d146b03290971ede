import type { Outcome } from '../domain/desk.ts'
import type { Command, Refusal } from '../domain/hall.ts'
import type { FromHall, FromMachine, Sitting, Wire } from './protocol.ts'

/** What a clerk may not do while a call is on its way: it would meet the called visitor. */
const leavesTheCounter: ReadonlySet<Command['type']> = new Set<Command['type']>([
  ...(['takeTicket', 'serveWithoutTicket', 'resumeVisit', 'pauseCounter', 'signOut', 'endSession'] as const),
])
/** What the hall may answer with a visitor at this counter. */
const bringsAVisitor: ReadonlySet<Command['type']> = new Set<Command['type']>([
  ...(['callNext', 'callTicket', 'takeOverVisit'] as const),
])

/** What a counter has asked the hall: each is asked once, and unanswered it is unreachable (S7). */
export function counterAsks() {
  let asked = 0
  /** Calls that the hall has not answered yet. */
  let beginnings = 0
  const asks = new Map<number, (outcome: Outcome) => void>()

  return {
    /** Whether a call is on its way that keeps the clerk from this (S12). */
    keepsFrom: ({ type }: Command): boolean => beginnings > 0 && leavesTheCounter.has(type),
    ask(wire: Wire<FromMachine>, command: Command, sitting: { sitting?: Sitting }): Promise<Outcome> {
      const ask = ++asked
      const begins = bringsAVisitor.has(command.type)
      if (begins) beginnings += 1
      return new Promise((resolve) => {
        asks.set(ask, (outcome) => {
          if (begins) beginnings -= 1
          resolve(outcome)
        })
        wire.send({ say: 'ask', ask, command, ...sitting })
      })
    },
    answered({ ask, refused }: FromHall & { say: 'answer' }): void {
      asks.get(ask)?.(refused === undefined ? 'done' : { refused: refused as Refusal })
      asks.delete(ask)
    },
    lost(): void {
      for (const resolve of asks.values()) resolve('unreachable')
      asks.clear()
    },
  }
}
