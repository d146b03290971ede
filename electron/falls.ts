/** How long a fall is remembered, in milliseconds, and how many meanwhile are borne. */
const memory = 60_000
const borne = 3

/**
 * What to do at every fall of a page: it is loaded again three times in a minute, then given up for one that says so, and
 * when that falls too there is nothing left to show.
 */
export function countFalls(now: () => number = Date.now): () => 'loadAgain' | 'giveUp' | 'nothingLeft' {
  let falls: number[] = []
  return () => {
    const at = now()
    falls = [...falls.filter((fell) => at - fell < memory), at]
    if (falls.length <= borne) return 'loadAgain'
    return falls.length === borne + 1 ? 'giveUp' : 'nothingLeft'
  }
}
