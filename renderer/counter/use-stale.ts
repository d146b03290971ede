import { useEffect, useRef } from 'react'
import type { Act } from '../common/use-act.ts'

/** Why a button did nothing is no longer said once it is put right, or what `about` names has become another thing. */
export function useStale({ problem, say }: Act, why: string | undefined, about: string): void {
  const before = useRef({ why, about })
  useEffect(() => {
    const was = before.current
    before.current = { why, about }
    if (problem === undefined) return
    if (was.about !== about || (was.why === problem && why !== problem)) say(undefined)
  })
}
