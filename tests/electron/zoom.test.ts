import { expect, test } from 'vitest'
import { type Zoom, zoomAskedBy, zoomedFrom } from '../../electron/zoom.ts'

const pressed = { type: 'keyDown', control: true, alt: false, meta: false }

test.each([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['0', 'back'],
  ['1', undefined],
  ['l', undefined],
])('Ctrl and %s ask for %s', (key, zoom) => {
  expect(zoomAskedBy({ ...pressed, key })).toBe(zoom)
})

test('without Ctrl, with Alt, and when a key is let go, nothing is asked', () => {
  expect(zoomAskedBy({ ...pressed, key: '+', control: false })).toBeUndefined()
  expect(zoomAskedBy({ ...pressed, key: '+', alt: true })).toBeUndefined()
  expect(zoomAskedBy({ ...pressed, key: '+', type: 'keyUp' })).toBeUndefined()
})

/** The sizes that follow when one presses so often. */
function sizes(from: number, zoom: Zoom): number[] {
  const next = zoomedFrom(from, zoom)
  return next === from ? [] : [next, ...sizes(next, zoom)]
}

test('a window grows to 200 % and shrinks to 80 % step by step, and back at once', () => {
  expect(sizes(1, 'in')).toEqual([1.1, 1.25, 1.5, 1.75, 2])
  expect(sizes(1, 'out')).toEqual([0.9, 0.8])
  expect(zoomedFrom(1.75, 'back')).toBe(1)
})

test('a size that Chromium kept inexactly, or that is none of the steps, is gone on from', () => {
  expect(zoomedFrom(1.0999999, 'in')).toBe(1.25)
  expect(zoomedFrom(1.1000001, 'out')).toBe(1)
  expect(zoomedFrom(1.3, 'in')).toBe(1.5)
  expect(zoomedFrom(3, 'in')).toBe(3)
  expect(zoomedFrom(3, 'out')).toBe(2)
})
