import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { clock, clockSeconds, date, lasted, shortDay, shortMoment } from '../../renderer/common/format.ts'

test('times and days are those of Korea, whatever the zone of the PC: half past midnight is of the new day', () => {
  const at = instantOf('2026-03-10', '00:30') + 4_000
  expect([clock(at), clockSeconds(at)]).toEqual(['00:30', '00:30:04'])
  expect([date(at, 'ko'), date(at, 'en')]).toEqual(['3월 10일(화)', 'Tue 10 Mar'])
  expect([shortDay(at, 'ko'), shortDay(at, 'en')]).toEqual(['3/10', '10 Mar'])
  expect(date('2026-03-10', 'ko')).toBe(date(at, 'ko'))
})

test('a moment of another day says its day, also where there is little room', () => {
  const [evening, morning] = [instantOf('2026-11-23', '17:50'), instantOf('2026-11-24', '09:00')]
  expect([shortMoment(evening, morning, 'ko'), shortMoment(evening, morning, 'en')]).toEqual([
    '11/23 17:50',
    '23 Nov 17:50',
  ])
  expect(shortMoment(morning, morning, 'ko')).toBe('09:00')
})

test('what lasted longer than a day says its days and the rest, never more', () => {
  const hour = 60
  expect([lasted(73 * hour, 'ko'), lasted(73 * hour, 'en')]).toEqual(['3일 1시간', '3 days 1 h'])
  expect([lasted(72 * hour, 'ko'), lasted(24 * hour, 'en'), lasted(40, 'ko')]).toEqual(['3일', '1 day', '40분'])
})
