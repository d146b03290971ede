/** Sorts that are remembered at most: whoever makes up names is no reason to remember more. */
const most = 200

/**
 * Whether a word of a sort may be said now: what happens again and again is told once in so many milliseconds. Of more sorts
 * than are remembered the rest is not told.
 */
export function seldom(rhythm: number, now: () => number = Date.now): (sort: string) => boolean {
  const saidAt = new Map<string, number>()
  return (sort) => {
    const at = now()
    // A time to come is that of a clock that was put right since.
    for (const [other, then] of saidAt) if (at < then || at - then >= rhythm) saidAt.delete(other)
    if (saidAt.has(sort)) return false
    if (saidAt.size >= most) return false
    saidAt.set(sort, at)
    return true
  }
}
