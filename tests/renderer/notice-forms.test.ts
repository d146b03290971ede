import { expect, test } from 'vitest'
import type { Kind } from '../../domain/manual/manual.ts'
import { periodForms } from '../../renderer/counter/procedure/procedure-forms-period.ts'
import { transferForms } from '../../renderer/counter/procedure/procedure-forms-transfer.ts'
import { ko } from '../../renderer/text/ko.ts'
import { permit } from '../support/petition-kinds.ts'
import { asksFor, openPetition, type Petition } from '../support/petition.ts'

/** What the forms of a progress notice and of a transfer ask for, as the case stands. */

function received(kind: Kind = permit): Petition {
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(kind)
  return petition
}
const contextOf = (petition: Petition) => {
  const view = petition.floor.sees('counter-1', { of: 'counter' })
  return { seen: petition.view, view, kind: permit, staff: [], words: ko, language: 'ko' } as const
}
const fieldOf = (fields: readonly { id: string; isOptional?: boolean }[], id: string) => {
  const found = fields.find((f) => f.id === id)
  return found && (found.isOptional ? 'optional' : 'needed')
}
const expectedOf = (petition: Petition) =>
  fieldOf(periodForms.notifyProgress(contextOf(petition)).fields, 'expected') ?? 'not asked'
const lateOf = (petition: Petition) =>
  fieldOf(transferForms.transferCase(contextOf(petition)).fields, 'reasons') ?? 'not asked'

test('a progress notice asks for the expected day where the period says none that is to come', () => {
  const petition = received()
  expect(expectedOf(petition)).toBe('not asked')
  petition.does(asksFor(60))
  expect(expectedOf(petition.on('2026-04-08 10:00'))).toBe('optional')
  expect(expectedOf(received().on('2026-04-08 10:00'))).toBe('needed')
  expect(expectedOf(received({ ...permit, code: 'SIM-03' }))).toBe('optional')
})

test('a transfer asks why it is late unless it is surely in time, so that a late second one can be said', () => {
  const petition = received()
  expect(lateOf(petition)).toBe('not asked')
  petition.does({ type: 'transferCase', to: 'department', office: '건축과' })
  petition.on('2026-03-10 10:00')
  const on = { type: 'transferCase', to: 'withinAgency', office: '도시과' } as const
  expect(petition.refusal(on)).toBe('lateTransferNeedsReason')
  expect(lateOf(petition)).toBe('optional')
  expect(petition.refusal({ ...on, reasons: '담당자 교육' })).toBe('allowed')
})
