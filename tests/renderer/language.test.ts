import { beforeEach, expect, test, vi } from 'vitest'
import { chooseLanguage, mayBeMisaimed } from '../../renderer/text/text.ts'

/** What a click met that came just after the words of a bar had changed. */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.stubGlobal('document', { documentElement: { lang: 'ko' } })
  vi.stubGlobal('window', { localStorage: { setItem: () => {} } })
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

test('a click within a second of a change of the language may be misaimed; a key never is', () => {
  expect(mayBeMisaimed(1)).toBe(false)
  chooseLanguage('en')
  vi.advanceTimersByTime(999)
  expect(mayBeMisaimed(1)).toBe(true)
  expect(mayBeMisaimed(2)).toBe(true)
  expect(mayBeMisaimed(0)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(mayBeMisaimed(1)).toBe(false)
})
