import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { date } from '../../renderer/common/format.ts'
import { publicDate } from '../../renderer/text/public.ts'

test('a weekday stands in brackets after its day in Korean, on staff screens and on those of citizens', () => {
  expect(date('2026-11-29', 'ko')).toBe('11월 29일(일)')
  expect(publicDate(instantOf('2026-11-29', '09:00'), 'ko')).toBe('11월 29일(일)')
  expect(date('2026-11-29', 'en')).toBe('Sun 29 Nov')
})
