import { describe, expect, test } from 'vitest'
import { Command } from '../../../../domain/hall.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { appeal, certificate, longPermit, monthly, permit, weekly, yearly } from '../../../support/petition-kinds.ts'
import { asksFor, extendsBy, moment, openPetition } from '../../../support/petition.ts'

/** 처리기간의 연장: 민원처리법 시행령 제21조. */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

describe('an extension', () => {
  test('is once as long as the period at most, and a second time with consent', () => {
    const petition = at('2026-03-09 10:00', permit)
    expect(petition.refusal(extendsBy(8))).toBe('extensionTooLong')
    expect(petition.does(extendsBy(7))).toMatchObject([{ nth: 1, promised: moment('2026-03-26 18:00') }])
    expect(petition.refusal(extendsBy(7))).toBe('consentMissing')
    expect(petition.does(extendsBy(7, { consent: 'phone' }))).toMatchObject([{ nth: 2 }])
    expect(petition.due()).toBe('2026-04-06 18:00')
    expect(petition.refusal(extendsBy(1, { consent: 'phone' }))).toBe('extendedAlready')
  })

  test.each([
    [longPermit, [10, 10], '2026-04-17 18:00'],
    [permit, [3], '2026-03-20 18:00'],
  ] as const)('adds to the same count (%#)', (kind, values, due) => {
    const petition = at('2026-03-09 10:00', kind)
    for (const value of values) petition.does(extendsBy(value, { consent: 'written' }))
    expect(petition.due()).toBe(due)
  })

  test.each([
    [weekly, 21, '2026-03-30 18:00', '2026-04-08 18:00'],
    [monthly, 30, '2026-04-08 18:00', '2026-04-20 18:00'],
    [yearly, 365, '2027-03-08 18:00', '2027-03-18 18:00'],
  ])('of weeks, months and years may be a count of days, no longer than the period: %#', (kind, most, due, longer) => {
    const days = (value: number, more = {}) => extendsBy(value, { unit: 'days', ...more })
    const petition = at('2026-03-09 10:00', kind)
    expect(petition.refusal(days(most + 1))).toBe('extensionTooLong')
    expect(petition.refusal(days(most))).toBe('allowed')
    expect(petition.due()).toBe(due)
    petition.does(days(10))
    expect(petition.due()).toBe(longer)
    expect(petition.refusal(days(most + 1, { consent: 'phone' }))).toBe('extensionTooLong')
    petition.does(days(most, { consent: 'phone' }))
    expect(petition.of().extensions).toMatchObject([{ unit: 'days', value: 10 }, { value: most }])
  })

  test('of calendar days is of calendar days, as long as the period at most', () => {
    const petition = at('2026-11-30 10:00', appeal)
    expect(petition.due()).toBe('2027-01-29 18:00')
    expect(petition.refusal(extendsBy(61))).toBe('extensionTooLong')
    petition.does(extendsBy(30))
    expect(petition.due()).toBe('2027-03-02 18:00')
  })

  test('in days ends no later than with the month once more', () => {
    const petition = at('2027-01-04 10:00', monthly)
    const days = (value: number) => extendsBy(value, { unit: 'days' })
    expect(petition.due()).toBe('2027-02-03 18:00')
    // The month once more ends on 3/3, which is 28 days later.
    expect([petition.refusal(days(29)), petition.refusal(days(28))]).toEqual(['extensionTooLong', 'allowed'])
  })

  test('of days may be told in days, one of hours may not', () => {
    expect(at('2026-03-09 10:00', permit).refusal(extendsBy(7, { unit: 'days' }))).toBe('allowed')
    expect(at('2026-03-09 10:00', certificate).refusal(extendsBy(1, { unit: 'days' }))).toBe('extensionTooLong')
  })

  test('is told in writing', () => {
    const petition = at('2026-03-09 10:00', permit)
    expect(petition.refusal(extendsBy(3, { told: 'phone' }))).toBe('mustBeWritten')
    expect(petition.refusal(extendsBy(3, { told: 'sms' }))).toBe('mustBeWritten')
    expect(petition.refusal(extendsBy(3, { told: 'email' }))).toBe('emailNeedsConsent')
  })

  test('comes before the end, while the clock runs and nothing is decided', () => {
    const petition = at('2026-03-09 10:00', permit)
    expect(petition.on('2026-03-17 23:59').refusal(extendsBy(3))).toBe('allowed')
    petition.on('2026-03-18 00:00')
    expect(petition.refusal(extendsBy(3))).toBe('alreadyOverdue')
    expect(petition.refusal(extendsBy(3, { doneAt: moment('2026-03-17 17:00') }))).toBe('allowed')
    petition.does(asksFor(3, { late: 'newFact' }))
    expect(petition.refusal(extendsBy(3))).toBe('clockStopped')
    petition.does({ type: 'receiveSupplement' })
    petition.grants()
    expect(petition.refusal(extendsBy(3))).toBe('alreadyDecided')
  })

  test('of a period that nobody has confirmed has no end', () => {
    const petition = at('2026-03-09 10:00', { ...permit, code: 'SIM-03' })
    expect(petition.refusal(extendsBy(3))).toBe('periodUnknown')
  })

  test('has no ground in workload, absence or a clerk not yet named', () => {
    for (const ground of ['workload', 'absence', 'unassigned'])
      expect(Command.safeParse({ ...extendsBy(3), case: 'k', ground }).success).toBe(false)
    expect(Command.safeParse({ ...extendsBy(3), case: 'k' }).success).toBe(true)
  })
})
