import { syllableStart } from './find-keys.ts'

/** A stretch of a key string and how far it is from what was typed. */
type Near = { distance: number; from: number; to: number }

/** How far a text may be from what was typed, by the number of keys: short ones say too little to be wrong. */
export const slipsAllowed = (keys: number): number =>
  keys < 5 ? 0 : keys < 8 ? 1 : keys < 14 ? 1.8 : keys < 22 ? 2.6 : 3.2

/** What one slip costs at least; so many triples of keys may break for it. */
export const cheapestSlip = 0.7

/**
 * The stretch of `text`, begun at a syllable, that is nearest to all of `typed`: the weighted distance of Damerau and
 * Levenshtein, where a neighbouring key, two keys in the wrong order and a key pressed twice cost less.
 */
export function nearest(typed: string, text: string, flags: Uint8Array, limit: number): Near | undefined {
  const width = Math.min(text.length, longest)
  const height = Math.min(typed.length, longest)
  startRow(flags, width)
  for (let i = 1; i <= height; i++) {
    if (nextRow(typed, text, i, width) > limit) return undefined
    turnRows()
  }
  let to = 0
  for (let j = 1; j <= width; j++) if (cost(before, j) < cost(before, to) - 1e-6) to = j
  const distance = cost(before, to)
  return distance <= limit ? { distance, from: before.starts[to] ?? 0, to } : undefined
}

const longest = 128
/** A row of the table: what it costs to come so far in the text, and where that stretch began. */
type Row = { costs: Float32Array; starts: Int16Array }
const row = (): Row => ({ costs: new Float32Array(longest + 1), starts: new Int16Array(longest + 1) })
let [earlier, before, current] = [row(), row(), row()]
const cost = (of: Row, j: number): number => of.costs[j] ?? Infinity

const turnRows = (): void => {
  ;[earlier, before, current] = [before, current, earlier]
}

function startRow(flags: Uint8Array, width: number): void {
  const { costs, starts } = before
  for (let j = 0; j <= width; j++) {
    const isStart = j === width || ((flags[j] ?? 0) & syllableStart) !== 0
    costs[j] = isStart ? 0 : Math.min(1e3, (costs[j - 1] ?? 1e3) + 1)
    starts[j] = isStart ? j : (starts[j - 1] ?? j)
  }
}

/** Fills the row of one typed key and gives its least cost. */
function nextRow(typed: string, text: string, i: number, width: number): number {
  const { costs, starts } = current
  const key = typed.charCodeAt(i - 1)
  const last = i > 1 ? typed.charCodeAt(i - 2) : -1
  const extra = key === last ? 0.5 : 1
  costs[0] = i
  starts[0] = 0
  let least = i
  for (let j = 1; j <= width; j++) {
    const other = text.charCodeAt(j - 1)
    let best = cost(before, j - 1) + change(key, other)
    let start = before.starts[j - 1] ?? 0
    const dropped = cost(before, j) + extra
    if (dropped < best) [best, start] = [dropped, before.starts[j] ?? 0]
    const missed = cost(current, j - 1) + 1
    if (missed < best) [best, start] = [missed, starts[j - 1] ?? 0]
    if (j > 1 && key === text.charCodeAt(j - 2) && last === other && key !== other) {
      const turned = cost(earlier, j - 2) + cheapestSlip
      if (turned < best) [best, start] = [turned, earlier.starts[j - 2] ?? 0]
    }
    costs[j] = best
    starts[j] = start
    if (best < least) least = best
  }
  return least
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Uint8Array(128 * 128)
for (const [r, keys] of rows.entries())
  for (let i = 0; i < keys.length; i++) {
    const below = rows[r + 1] ?? ''
    for (const other of [keys[i + 1], below[i], below[i - 1]])
      if (other !== undefined) {
        neighbours[keys.charCodeAt(i) * 128 + other.charCodeAt(0)] = 1
        neighbours[other.charCodeAt(0) * 128 + keys.charCodeAt(i)] = 1
      }
  }

const [ae, e] = ['o'.charCodeAt(0), 'p'.charCodeAt(0)]

/** ㅐ and ㅔ sound alike; a neighbouring key is easily hit. */
function change(a: number, b: number): number {
  if (a === b) return 0
  if ((a === ae && b === e) || (a === e && b === ae)) return 0.4
  return neighbours[a * 128 + b] === 1 ? cheapestSlip : 1
}
