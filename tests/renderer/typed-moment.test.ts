import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { momentIn } from '../../renderer/supervisor/day-field.ts'

test('a supervisor types a date with a time as a clerk does, and anything else is none', () => {
  const at = instantOf('2026-11-24', '09:30')
  expect(['2026-11-24 09:30', '20261124 930', ' 2026.11.24.  9:30 '].map(momentIn)).toEqual([at, at, at])
  expect(['2026-11-24', '2026-02-30 10:00', '2026-11-24 24:00', '10:00'].map(momentIn)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  )
})
