import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isSettled, placesNow, type Places } from '../../renderer/guide/settled.ts'

/** A list under a finger: what stands at its places changes, and some presses are meant for what stood there before. */

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function list(...first: string[]) {
  let places: Places = placesNow(undefined, first, performance.now())
  return {
    becomes: (...keys: string[]) => void (places = placesNow(places, keys, performance.now())),
    /** What a press at a place does. */
    press: (place: number) => (isSettled(places, place, performance.now()) ? places[place]?.key : undefined),
  }
}

test('the second tap of two does nothing to what slid under the finger', () => {
  const rows = list('가 009', '가 010', '가 011')
  expect(rows.press(1)).toBe('가 010')
  vi.advanceTimersByTime(50)
  rows.becomes('가 010', '가 009', '가 011')
  vi.advanceTimersByTime(200)
  expect(rows.press(1)).toBeUndefined()
  vi.advanceTimersByTime(600)
  expect(rows.press(1)).toBe('가 009')
})

test('the time counts from the last change under the finger', () => {
  const rows = list('a', 'b')
  rows.becomes('b', 'a')
  vi.advanceTimersByTime(600)
  rows.becomes('c', 'a')
  vi.advanceTimersByTime(600)
  expect([rows.press(0), rows.press(1)]).toEqual([undefined, 'a'])
})

test('a place that did not change acts, and so do a list that has just appeared and a row that came to its end', () => {
  const rows = list('a')
  expect(rows.press(0)).toBe('a')
  rows.becomes('a', 'b')
  expect([rows.press(0), rows.press(1)]).toEqual(['a', 'b'])
  rows.becomes('a', 'c')
  expect([rows.press(0), rows.press(1)]).toEqual(['a', undefined])
})

test('a list from which all are gone acts at once when somebody comes', () => {
  const rows = list('a')
  rows.becomes()
  rows.becomes('b')
  expect(rows.press(0)).toBe('b')
})
