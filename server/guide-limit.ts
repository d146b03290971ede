/** How many pages one address, and all together, may open within a span: a person reads, and a hall's phones share an address. */
const span = 10_000
const mostOfOne = 60
const mostOfAll = 600

/** Tells whether one more page may be opened now. What it counts is forgotten with each span. */
export function guideLimit(): (address: string, now: number) => boolean {
  let since = 0
  let all = 0
  const counts = new Map<string, number>()
  return (address, now) => {
    if (now - since >= span || now < since) {
      since = now
      all = 0
      counts.clear()
    }
    all += 1
    const mine = (counts.get(address) ?? 0) + 1
    if (all > mostOfAll) return false
    counts.set(address, mine)
    return mine <= mostOfOne
  }
}
