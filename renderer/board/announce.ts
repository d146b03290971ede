import { printedLabel } from '../../domain/queue/ticket.ts'
import { shownCalls, type BoardView, type Call } from '../../domain/views/view-public.ts'

/** Which calls are still to be announced: each once, in their order, and none cut off by the next. */

/** Milliseconds that a number stays large at least, whatever comes after it; fewer where several wait. */
export const leastShown = ({ waiting }: Announcing): number => (waiting.length > 2 ? 3_000 : 6_000)
/** A call that is older than this was not heard because the board was cut off: it is only shown. */
const tooOld = 60_000

export const isSameNumber = (a: Call, b: Call): boolean => printedLabel(a.label) === printedLabel(b.label)
export const keyOf = (call: Call): string => `${printedLabel(call.label)}/${call.counter}/${call.at}`

export type Announcing = {
  /** What the board knows already, of what is not too old to be announced. */
  seen: readonly Call[]
  /** Those that wait, oldest first. */
  waiting: readonly Call[]
}

/** A board that has just opened announces nothing of the past. */
export const begin = (view: BoardView): Announcing => ({ seen: callsOf(view), waiting: [] })

/** Takes in what the hall shows now; who came meanwhile or is not called any more is not announced. */
export function hear({ seen, waiting }: Announcing, view: BoardView): Announcing {
  const calls = callsOf(view)
  const known = keysOf(seen)
  const over = keysOf(calls.filter((c) => c.isOver))
  const isAnnounced = (c: Call): boolean => !over.has(keyOf(c)) && !isTakenBack(c, view)
  const fresh = calls.filter((c) => !known.has(keyOf(c)) && !isTooOld(c, view)).toReversed()
  const shown = keysOf(calls)
  const remembered = seen.filter((c) => !shown.has(keyOf(c)) && !isTooOld(c, view))
  return { seen: [...remembered, ...calls], waiting: [...waiting, ...fresh].filter(isAnnounced) }
}

/** Whether the hall does not show a call any more, though there is room for it: nobody is called by it. */
export function isTakenBack(call: Call, view: BoardView): boolean {
  const calls = callsOf(view)
  if (calls.some((c) => isSameNumber(c, call))) return false
  const oldest = calls.at(-1)
  return calls.length <= shownCalls[view.layout] || (oldest !== undefined && call.at > oldest.at)
}

/** The first that waits, and the rest. */
export function next({ seen, waiting: [call, ...waiting] }: Announcing): { call: Call | undefined; rest: Announcing } {
  return { call, rest: { seen, waiting } }
}

const isTooOld = (call: Call, { updatedAt }: BoardView): boolean => updatedAt - call.at >= tooOld
const keysOf = (calls: readonly Call[]): ReadonlySet<string> => new Set(calls.map(keyOf))
const callsOf = ({ last, calls }: BoardView): Call[] => (last ? [last, ...calls] : [...calls])
