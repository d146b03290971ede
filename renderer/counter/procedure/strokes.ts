import { z } from 'zod'
import { jsonIn } from '../../../domain/json-in.ts'

/** A place on the pad in its own pixels, as the pad notes it while the pen moves. */
type PenPoint = { x: number; y: number; pressure: number; time: number }
export type PenStroke = { points: PenPoint[] }

/** The size of the pad; strokes are kept in these pixels whatever the screen. */
export const padSize = { width: 480, height: 160 }
/** How many characters a kept signature may have. */
export const strokesMax = 20_000

const Kept = z.array(z.array(z.int()).min(2))

/**
 * A signature as it is kept: for every stroke x and y of its points, one after the other, as JSON. Points that lie close
 * together go until it fits; a scribble that never fits loses its last strokes. Nothing drawn is an empty text.
 */
export function keepStrokes(strokes: readonly PenStroke[]): string {
  const drawn = strokes.filter((s) => s.points.length > 0)
  if (drawn.length === 0) return ''
  for (let gap = 1; gap <= 32; gap *= 2) {
    const text = JSON.stringify(drawn.map((s) => thinned(s.points, gap)))
    if (text.length <= strokesMax) return text
  }
  const rough = drawn.map((s) => thinned(s.points, 32))
  while (JSON.stringify(rough).length > strokesMax && rough.length > 1) rough.pop()
  const text = JSON.stringify(rough)
  return text.length <= strokesMax ? text : ''
}

/** The strokes of a kept signature, to be drawn again; none if the text is no signature. */
export function readStrokes(kept: string): PenStroke[] {
  const parsed = Kept.safeParse(jsonIn(kept))
  if (!parsed.success) return []
  return parsed.data.map((flat) => ({
    points: Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => ({
      x: flat[i * 2] ?? 0,
      y: flat[i * 2 + 1] ?? 0,
      pressure: 0.5,
      // The pace of the pen is not kept; an even one gives an even line.
      time: i * 20,
    })),
  }))
}

/** The points of a stroke that are further apart than the gap, with its first and its last. */
function thinned(points: readonly PenPoint[], gap: number): number[] {
  const flat: number[] = []
  let last: PenPoint | undefined
  for (const [i, point] of points.entries()) {
    const isEnd = i === points.length - 1
    if (last && !isEnd && Math.hypot(point.x - last.x, point.y - last.y) < gap) continue
    flat.push(Math.round(point.x), Math.round(point.y))
    last = point
  }
  return flat
}
