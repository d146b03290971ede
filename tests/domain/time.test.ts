import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  correspondingDay,
  dayAt,
  dayNumber,
  dayOf,
  instantOf,
  isoOf,
  readIso,
  startOfDay,
  weekday,
} from '../../domain/time.ts'

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') })
const moments = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2199, 0, 1) })
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

describe('a day in Seoul', () => {
  test('begins at 15:00 UTC of the day before', () => {
    expect(dayOf(Date.parse('2026-03-09T14:59:59.999Z'))).toBe('2026-03-09')
    expect(dayOf(Date.parse('2026-03-09T15:00:00.000Z'))).toBe('2026-03-10')
    expect(startOfDay('2026-03-10')).toBe(Date.parse('2026-03-09T15:00:00Z'))
  })

  test('ends where the next begins', () => {
    expect(instantOf('2026-12-31', '24:00')).toBe(startOfDay('2027-01-01'))
    expect(instantOf('2026-03-10', '09:30')).toBe(Date.parse('2026-03-10T00:30:00Z'))
  })

  test('does not depend on the time zone of the machine', () => {
    const zone = process.env['TZ']
    try {
      for (const TZ of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
        process.env['TZ'] = TZ
        expect([dayOf(0), startOfDay('2026-03-08'), isoOf(0)]).toEqual([
          ...['1970-01-01', Date.parse('2026-03-07T15:00:00Z'), '1970-01-01T09:00:00+09:00'],
        ])
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  test('agrees with the calendar of the language over 300 years', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (number, step) => {
        const day = dayAt(number)
        const later = dateOf(day)
        later.setUTCDate(later.getUTCDate() + step)
        expect(dayNumber(day)).toBe(number)
        expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
        expect(addDays(day, step)).toBe(later.toISOString().slice(0, 10))
        expect(weekday(day)).toBe(dateOf(day).getUTCDay())
      }),
    )
  })
})

describe('the corresponding day', () => {
  const dayBefore = (day: string, months: number) => dayAt(correspondingDay(dayNumber(day), months) - 1)

  test('is the same date, or the month has ended (민법 제160조)', () => {
    expect(dayBefore('2026-03-10', 1)).toBe('2026-04-09')
    expect(dayBefore('2026-03-31', 1)).toBe('2026-04-30')
    expect(dayBefore('2026-01-30', 1)).toBe('2026-02-28')
    expect(dayBefore('2028-01-31', 1)).toBe('2028-02-29')
    expect(dayBefore('2026-12-01', 1)).toBe('2026-12-31')
    expect(dayBefore('2028-02-29', 12)).toBe('2029-02-28')
    expect(dayBefore('2026-08-31', 6)).toBe('2027-02-28')
  })
})

describe('a written moment', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(moments, (at) => {
        expect(readIso(isoOf(at))).toBe(at)
      }),
    )
    expect(isoOf(Date.parse('2026-03-10T05:00:00Z'))).toBe('2026-03-10T14:00:00+09:00')
    expect(isoOf(Date.parse('2026-03-10T05:00:00.050Z'))).toBe('2026-03-10T14:00:00.050+09:00')
  })

  test('may have any offset, and must have one', () => {
    const at = Date.parse('2026-03-10T05:00:00Z')
    const same = ['2026-03-10T05:00:00Z', '2026-03-10T14:00+09:00', '2026-03-10T00:30:00-04:30']
    expect(same.map(readIso)).toEqual([at, at, at])
    const none = ['2026-03-10T14:00:00', '2026-03-10', '2026-02-30T10:00:00Z', '2026-03-10T24:01:00Z', '']
    expect(none.filter((text) => readIso(text) !== undefined)).toEqual([])
  })
})
