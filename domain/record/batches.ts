/** How much goes in one batch: of so many things at most, and so much text. */
type BatchLimit = { count: number; length: number }

/** Cuts things into batches that keep within a limit; one that is longer than that goes alone, and no batch is empty. */
export function* inBatches<T>(
  things: readonly T[],
  limit: BatchLimit,
  lengthOf: (thing: T) => number = textLength,
): Iterable<T[]> {
  let batch: T[] = []
  let length = 0
  for (const thing of things) {
    const more = lengthOf(thing)
    if (batch.length > 0 && (batch.length >= limit.count || length + more > limit.length)) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(thing)
    length += more
  }
  if (batch.length > 0) yield batch
}

/** What a name, or a place in a list, counts for. */
const withName = 12

/** About how many characters a value has as JSON. Nothing is written out for it: whoever sends much asks this of all of it. */
export function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length + 3
  if (typeof value !== 'object' || value === null) return 8
  let length = 2
  for (const [name, inner] of Object.entries(value)) length += withName + name.length + textLength(inner)
  return length
}
