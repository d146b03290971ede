import type { Input } from 'electron'

/** In which steps a window is enlarged, as a browser does it. */
const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

export type Zoom = 'in' | 'out' | 'back'

type Pressed = Pick<Input, 'type' | 'key' | 'control' | 'alt' | 'meta'>

/** What a key asks for: Ctrl with +, = or -, also of the number pad, and Ctrl+0 for the usual size. */
export function zoomAskedBy({ type, key, control, alt, meta }: Pressed): Zoom | undefined {
  return type === 'keyDown' && control && !alt && !meta ? asked.get(key) : undefined
}

const asked: ReadonlyMap<string, Zoom> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['0', 'back'],
])

/** The next size; a window that has one between two steps, or beyond them, goes on from there. */
export function zoomedFrom(factor: number, zoom: Zoom): number {
  if (zoom === 'back') return 1
  // Chromium keeps the power of a level, which is not quite the number that it was given.
  const [smaller, larger] = [steps.filter((step) => step < factor - 0.01), steps.filter((step) => step > factor + 0.01)]
  return (zoom === 'in' ? larger[0] : smaller.at(-1)) ?? factor
}
