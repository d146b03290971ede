import { printedLabel } from '../../domain/ticket.ts'
import type { BoardView, Call } from '../../domain/view-public.ts'

/** Which calls are still to be announced: each once, in their order, and none cut off by the next. */

/** Milliseconds that a number stays large at least, whatever comes after it; fewer where several wait. */
export const leastShown = ({ waiting }: Announcing): number => (waiting.length > 2 ? 3_000 : 6_000)
/** A call that is older than this was not heard because the board was cut off: it is only shown. */
const tooOld = 60_000

export const isSameNumber = (a: Call, b: Call): boolean => printedLabel(a.label) === printedLabel(b.label)
export const keyOf = (call: Call): string => `${printedLabel(call.label)}/${call.counter}/${call.at}`

export type Announcing = {
  /** What the board knows already. */
  seen: ReadonlySet<string>
  /** Those that wait, oldest first. */
  waiting: readonly Call[]
}

/** A board that has just opened announces nothing of the past. */
export const begin = (view: BoardView): Announcing => ({ seen: new Set(callsOf(view).map(keyOf)), waiting: [] })

/** Takes in what the hall shows now; who came meanwhile or is not called any more is not announced. */
export function hear({ seen, waiting }: Announcing, view: BoardView): Announcing {
  const calls = callsOf(view)
  const over = new Set(calls.filter((c) => c.isOver).map(keyOf))
  const fresh = calls.filter((c) => !seen.has(keyOf(c)) && view.updatedAt - c.at < tooOld).toReversed()
  return { seen: new Set(calls.map(keyOf)), waiting: [...waiting, ...fresh].filter((c) => !over.has(keyOf(c))) }
}

/** The first that waits, and the rest. */
export function next({ seen, waiting: [call, ...waiting] }: Announcing): { call: Call | undefined; rest: Announcing } {
  return { call, rest: { seen, waiting } }
}

const callsOf = ({ last, calls }: BoardView): Call[] => (last ? [last, ...calls] : [...calls])
