import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { clock, clockSeconds, date, shortDay } from '../../renderer/common/format.ts'

test('times and days are those of Korea, whatever the zone of the PC: half past midnight is of the new day', () => {
  const at = instantOf('2026-03-10', '00:30') + 4_000
  expect([clock(at), clockSeconds(at)]).toEqual(['00:30', '00:30:04'])
  expect([date(at, 'ko'), date(at, 'en')]).toEqual(['3월 10일(화)', 'Tue 10 Mar'])
  expect([shortDay(at, 'ko'), shortDay(at, 'en')]).toEqual(['3/10', '10 Mar'])
  expect(date('2026-03-10', 'ko')).toBe(date(at, 'ko'))
})
