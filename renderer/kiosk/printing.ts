import { useEffect, useState } from 'react'

/** What became of a slip; `none` where there is no printer. */
export type Printing = 'none' | 'queued' | 'printed' | 'failed'

/** Seconds that a number stays on the screen: with its slip in the hand, and where it has to be remembered. */
const stays = 8
export const staysLonger = 30
/** While its slip is under way: longer than the hall waits for a printer, so that whoever gets none hears it. */
const staysQueued = 20
const seconds = { none: staysLonger, queued: staysQueued, printed: stays, failed: staysLonger } as const
/** Who reads, hears or moves slowly has the longer time from the start. */
export const staysFor = (state: Printing, needsTime = false): number => (needsTime ? staysLonger : seconds[state])

/** The end is told this many seconds before it, or at once where less is left. */
export const tellsEnd = 20

/** Whether this browser has a printer: `/kiosk?print=off` says that it has none. */
const printsSlips = (search = window.location.search): boolean => new URLSearchParams(search).get('print') !== 'off'

const sameSlip = new Set<string>()

/** The slip at the browser's own printer, once by itself and again when asked; what became of it no browser tells. */
export function useBrowserPrint(
  code: string,
  isWanted: boolean,
): { state: Exclude<Printing, 'queued'>; print?: () => void } {
  const [isUnprinted, setUnprinted] = useState(false)
  const prints = isWanted && printsSlips()
  useEffect(() => {
    if (!prints || sameSlip.has(code)) return
    sameSlip.add(code)
    printSlip((isSent) => setUnprinted(!isSent))
  }, [code, prints])
  if (!prints) return { state: 'none' }
  return { state: isUnprinted ? 'failed' : 'printed', print: () => printSlip((isSent) => setUnprinted(!isSent)) }
}

/** Prints the slip on the page after it was drawn; a browser that cannot print only says so. */
function printSlip(tell: (isSent: boolean) => void): void {
  window.requestAnimationFrame(() => {
    window.setTimeout(() => {
      try {
        window.print()
        tell(true)
      } catch {
        tell(false)
      }
    }, 50)
  })
}
