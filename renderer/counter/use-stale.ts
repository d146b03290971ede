import { useEffect, useRef } from 'react'
import type { Act } from '../common/use-act.ts'

/** Why a press did nothing is no longer said once none of the `reasons` would say it, or what it was about is another thing. */
export function useStale({ problem, say }: Act, about: string | undefined, reasons: readonly string[]): void {
  const before = useRef({ about, reasons })
  useEffect(() => {
    const was = before.current
    before.current = { about, reasons }
    if (problem === undefined) return
    if (was.about !== about || (was.reasons.includes(problem) && !reasons.includes(problem))) say(undefined)
  })
}
