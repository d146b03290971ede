import { expect, test } from 'vitest'
import { untouchedTime } from '../../electron/idle.ts'

const minute = 60_000

test('where the system has never said anything but 0, as on several Wayland desktops, the own windows alone count', () => {
  const untouched = untouchedTime('linux', 0)
  expect(untouched.seconds(0, 5000)).toBe(5)
  untouched.touched(4 * minute)
  expect(untouched.seconds(0, 4 * minute)).toBe(0)
  expect(untouched.seconds(0, 14 * minute)).toBe(600)
  untouched.touched(15 * minute)
  expect(untouched.seconds(0, 15 * minute)).toBe(0)
})

test('a PC whose window nobody has touched since its start is untouched since then', () => {
  expect(untouchedTime('linux', 3 * minute).seconds(0, 13 * minute)).toBe(600)
})

test('where the system has once said more than 0 it alone is believed: whoever works in another program is there', () => {
  const untouched = untouchedTime('linux', 0)
  expect(untouched.seconds(3, 5000)).toBe(3)
  expect(untouched.seconds(0, 20 * minute)).toBe(0)
  expect(untouched.seconds(700, 32 * minute)).toBe(700)
  untouched.touched(33 * minute)
  expect(untouched.seconds(700, 33 * minute)).toBe(700)
})

test.each(['win32', 'darwin'] as const)('on %s the system is believed from the start', (platform) => {
  expect(untouchedTime(platform, 0).seconds(0, 20 * minute)).toBe(0)
})

test('a clock that is set back keeps no PC open for as long as it was set back', () => {
  const untouched = untouchedTime('linux', 60 * minute)
  expect(untouched.seconds(0, 10 * minute)).toBe(0)
  expect(untouched.seconds(0, 20 * minute)).toBe(600)
})
