import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../../domain/manual/manual.ts'
import type { SuspensionReason } from '../../../../domain/period/deadline.ts'
import { certificate, permit, shortPermit } from '../../../support/petition-kinds.ts'
import { arrives, asksFor, extendsBy, openPetition, type Act } from '../../../support/petition.ts'

/** 불산입: what stops the clock of a case, and what comes too late for it (민원처리법 시행령 제20조). */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

const stops = (reason: Exclude<SuspensionReason, 'supplement' | 'outage'>): Act => ({
  type: 'stopClock',
  reason,
  evidence: '청문 실시',
})
const resumes: Act = { type: 'resumeClock' }

describe('a period of hours that is over', () => {
  const over = () => at('2026-03-10 10:00', shortPermit).on('2026-03-13 17:00')

  test('does not come back by a supplement of the same day', () => {
    const petition = over()
    petition.does(asksFor(10, { late: 'newFact' }))
    expect(petition.due()).toBe('2026-03-13 10:00')
    expect(petition.view.due).toMatchObject({ overdue: true, stopped: 'supplement' })
    petition.on('2026-03-16 11:00').does(arrives)
    expect(petition.due()).toBe('2026-03-13 10:00')
    expect(petition.view.due?.overdue).toBe(true)
  })

  test('nor by a hearing, so that no extension is possible after it', () => {
    const petition = over().on('2026-03-13 16:00')
    petition.does(stops('hearing'))
    petition.on('2026-03-13 16:01').does(resumes)
    expect(petition.refusal(extendsBy(1))).toBe('alreadyOverdue')
  })

  test('shows the stop as one that took nothing', () => {
    const petition = over()
    petition.does(asksFor(10, { late: 'newFact' }))
    const step = petition.view.procedure.clock.steps.find((s) => s.step === 'suspendedDays')
    expect(step).toMatchObject({ first: '2026-03-13', took: { minutes: 0 } })
  })

  test('is stopped for the whole day by a supplement that began before its end', () => {
    const petition = at('2026-03-10 10:00', shortPermit).on('2026-03-13 10:00')
    petition.does(asksFor(10, { late: 'newFact' }))
    petition.on('2026-03-13 17:00').does(arrives)
    expect(petition.due()).toBe('2026-03-16 10:00')
  })

  test('is stopped by what comes after another stop that put its end off', () => {
    const petition = at('2026-03-10 10:00', shortPermit).on('2026-03-13 09:30')
    petition.does(stops('hearing'))
    petition.on('2026-03-13 14:00').does(resumes)
    expect(petition.due()).toBe('2026-03-13 14:30')
    petition.on('2026-03-13 14:20').does(asksFor(10, { late: 'newFact' }))
    petition.on('2026-03-13 17:00').does(arrives)
    expect(petition.due()).toBe('2026-03-16 10:00')
  })
})

describe('in a period of hours', () => {
  test.each(['hearing', 'examination', 'transport', 'priorAct'] as const)('%s takes its own time', (reason) => {
    const petition = at('2026-03-10 09:00', certificate).on('2026-03-10 09:30')
    petition.does(stops(reason))
    petition.on('2026-03-10 09:40').does(resumes)
    expect(petition.due()).toBe('2026-03-10 13:10')
  })

  test('a supplement takes its first and its last day', () => {
    const petition = at('2026-03-10 09:00', certificate).on('2026-03-10 09:30')
    petition.does(asksFor(5))
    petition.on('2026-03-11 09:40').does(arrives)
    expect(petition.due()).toBe('2026-03-12 12:00')
  })
})

test('in a period of days every stop takes the days that it touches', () => {
  const petition = at('2026-03-09 10:00', permit).on('2026-03-10 09:30')
  petition.does(stops('hearing'))
  petition.on('2026-03-10 09:40').does(resumes)
  expect(petition.due()).toBe('2026-03-18 18:00')
})
