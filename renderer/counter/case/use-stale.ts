import { useEffect, useRef } from 'react'
import type { Act } from '../../common/use-act.ts'

/** What the screen said, and where it stood, as it was drawn. */
type Moment = {
  problem: string | undefined
  /** What the press was about. */
  about: string | undefined
  /** What else the clerk did since: each is another thing once they have gone on. */
  steps: readonly unknown[]
  reasons: readonly string[]
}

/**
 * Why a press did nothing is no longer said once none of the `reasons` would say it, what it was about is another thing, or the
 * clerk has gone on to something else.
 */
export function isStale(was: Moment, now: Moment): boolean {
  if (now.problem === undefined) return false
  if (was.about !== now.about || (was.reasons.includes(now.problem) && !now.reasons.includes(now.problem))) return true
  return was.problem !== undefined && was.steps.some((step, i) => step !== now.steps[i])
}

/** Takes back what is stale of what an act said. */
export function useStale(
  { problem, say }: Act,
  about: string | undefined,
  reasons: readonly string[],
  steps: readonly unknown[] = [],
): void {
  const before = useRef<Moment>({ problem, about, steps, reasons })
  useEffect(() => {
    const now = { problem, about, steps, reasons }
    if (isStale(before.current, now)) say(undefined)
    before.current = now
  })
}
