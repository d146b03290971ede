import { expect, test } from 'vitest'
import type { Kind } from '../../domain/manual/manual.ts'
import { firstValues, readValues, shownFields, wrongFields } from '../../renderer/counter/procedure/act-form.ts'
import { periodForms } from '../../renderer/counter/procedure/procedure-forms-period.ts'
import { ko } from '../../renderer/text/ko.ts'
import { monthly, permit } from '../support/petition-kinds.ts'
import { openPetition } from '../support/petition.ts'

/** 처리기간 연장 (시행령 제21조): what the form asks and what it makes of it. */

function formOf(kind: Kind) {
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(kind)
  const view = petition.floor.sees('counter-1', { of: 'counter' })
  return periodForms.extendPeriod({ seen: petition.view, view, kind, staff: [], words: ko, language: 'ko' })
}
const filled = { ground: 'factCheck', reasons: '현장 확인', told: 'letter' }

test('a period of months is extended in days, or in months', () => {
  const { fields, command, extendsBy } = formOf(monthly)
  const first = { ...firstValues(fields), ...filled }
  const ids = (values: typeof first) => shownFields(fields, values).map((f) => f.id)
  expect(ids(first)).toEqual(['ground', 'unit', 'days', 'reasons', 'told'])
  expect(command(readValues(fields, { ...first, days: '10' }))).toMatchObject({ value: 10, unit: 'days' })
  expect(extendsBy?.({ ...first, days: '10' })).toEqual({ value: 10, unit: 'days' })
  expect(wrongFields(fields, { ...first, days: '31' })).toEqual([{ id: 'days', isEmpty: false }])

  const own = { ...first, unit: 'own' }
  expect(ids(own)).toEqual(['ground', 'unit', 'value', 'reasons', 'told'])
  expect(command(readValues(fields, own))).toEqual({ ...filled, value: 1 })
  expect(wrongFields(fields, { ...own, value: '2' })).toEqual([{ id: 'value', isEmpty: false }])
})

test('a period of days is extended in days only', () => {
  const { fields, command } = formOf(permit)
  const first = { ...firstValues(fields), ...filled }
  expect(shownFields(fields, first).map((f) => f.id)).toEqual(['ground', 'value', 'reasons', 'told'])
  expect(command(readValues(fields, first))).toEqual({ ...filled, value: 7 })
})
