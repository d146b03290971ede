import { useEffect } from 'react'

/** Milliseconds that what a press has done stays said: long enough to tell the visitor. */
const staysFor = 60_000

/** Ends what is said a while after it was said; what is said anew has the whole time again. */
export function useOver(said: unknown, end: () => void): void {
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = window.setTimeout(end, staysFor)
    return () => window.clearTimeout(timer)
  }, [said, end])
}
