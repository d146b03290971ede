/** The bodies that hold a pair of letters: how many, and their numbers and counts in few bytes. */
export type Postings = { count: number; bytes: Uint8Array }

/** How often a pair stands in a body; more than eight times says no more. */
const mostCounted = 8

/** Calls for every body of a list, in the order of their numbers. Each is varint((step << 3) | (times - 1)). */
export function eachPosting({ bytes }: Postings, hear: (id: number, times: number) => void): void {
  let [id, i] = [0, 0]
  while (i < bytes.length) {
    let value = 0
    let shift = 0
    let byte: number
    do {
      byte = bytes[i++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    id += value >>> 3
    hear(id, (value & 7) + 1)
  }
}

/** A list that is being written, its numbers growing. */
export type Writing = { last: number; count: number; bytes: number[] }
export const newWriting = (): Writing => ({ last: 0, count: 0, bytes: [] })

export function writePosting(writing: Writing, id: number, times: number): void {
  let value = ((id - writing.last) << 3) | (Math.min(times, mostCounted) - 1)
  while (value > 127) {
    writing.bytes.push((value & 127) | 128)
    value >>>= 7
  }
  writing.bytes.push(value)
  writing.last = id
  writing.count++
}

export const written = ({ count, bytes }: Writing): Postings => ({ count, bytes: Uint8Array.from(bytes) })

/** The list with another count for one body; none takes the body out. */
export function withPosting(postings: Postings | undefined, id: number, times: number): Postings {
  const writing = newWriting()
  let isWritten = times === 0
  const put = () => {
    if (!isWritten) writePosting(writing, id, times)
    isWritten = true
  }
  if (postings)
    eachPosting(postings, (other, otherTimes) => {
      if (other >= id) put()
      if (other !== id) writePosting(writing, other, otherTimes)
    })
  put()
  return written(writing)
}

/** How often each pair of letters stands in a text; a pair does not reach over a line. */
export function pairCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2)
    if (pair.includes('\n')) continue
    counts.set(pair, Math.min((counts.get(pair) ?? 0) + 1, mostCounted))
  }
  return counts
}
