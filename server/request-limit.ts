/** Milliseconds in which requests are counted together. */
const span = 10_000

/** How many requests of one address, and of all together, are answered within ten seconds. */
type Limit = { ofOne: number; ofAll: number }

/** Tells whether one more request may be answered now. What it counts is forgotten with each span. */
export function requestLimit({ ofOne, ofAll }: Limit): (address: string, now: number) => boolean {
  let since = 0
  let all = 0
  const counts = new Map<string, number>()
  return (address, now) => {
    if (now - since >= span || now < since) {
      since = now
      all = 0
      counts.clear()
    }
    const mine = (counts.get(address) ?? 0) + 1
    // What is refused to one address takes nothing from the others.
    if (mine > ofOne || all >= ofAll) return false
    counts.set(address, mine)
    all += 1
    return true
  }
}
