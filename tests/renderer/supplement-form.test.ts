import { beforeEach, describe, expect, test } from 'vitest'
import { firstValues, readValues, shownFields } from '../../renderer/counter/procedure/act-form.ts'
import { supplementForms } from '../../renderer/counter/procedure/procedure-forms-supplement.ts'
import { ko } from '../../renderer/text/ko.ts'
import { permit } from '../support/petition-kinds.ts'
import { asksFor, openPetition, type Petition } from '../support/petition.ts'

/** 보완 (시행령 제24조·제25조): what its forms say and ask. */

let petition: Petition
beforeEach(() => {
  petition = openPetition('2026-03-10 14:00')
  petition.receives(permit)
})

function formOf<T extends keyof typeof supplementForms>(type: T): ReturnType<(typeof supplementForms)[T]> {
  const view = petition.floor.sees('counter-1', { of: 'counter' })
  const context = { seen: petition.view, view, kind: permit, staff: [], words: ko, language: 'ko' as const }
  return supplementForms[type](context) as ReturnType<(typeof supplementForms)[T]>
}

describe('the arrival of papers', () => {
  test('of the first demand lets the clock go on', () => {
    petition.does(asksFor(3))
    expect(formOf('receiveSupplement').text).toBe(ko.procedure.acts.receiveSupplement.text)
  })

  test('of the second is not to be recorded while papers are missing: the form names them', () => {
    petition.does(asksFor(3), { type: 'receiveSupplement' }, asksFor(10))
    expect(formOf('receiveSupplement').text).toContain('다 오지 않았습니다: 신청서.')
    petition.does({ type: 'markDocument', document: 'd1', mark: 'received' })
    expect(formOf('receiveSupplement').text).toBe(ko.procedure.acts.receiveSupplement.text)
  })
})

describe('a demand', () => {
  const ids = (values: object = {}) => {
    const { fields } = formOf('demandSupplement')
    return shownFields(fields, { ...firstValues(fields), ...values }).map((f) => f.id)
  }

  test('within its time asks for no ground; after it, for one, and in words of who was just late', () => {
    expect(ids()).not.toContain('late')
    petition.on('2026-03-11 14:01')
    expect(ids()).toContain('late')
    expect(ids({ late: 'siteCheck' })).not.toContain('lateReason')
    expect(ids({ late: 'oversight' })).toContain('lateReason')
    const { fields, command } = formOf('demandSupplement')
    const typed = { ...firstValues(fields), items: 'd1', late: 'oversight', lateReason: '담당자 교육' }
    expect(command(readValues(fields, typed))).toMatchObject({ late: 'oversight', lateReason: '담당자 교육' })
    expect(command(readValues(fields, { ...typed, late: 'newFact' }))).not.toHaveProperty('lateReason')
  })

  test('while papers are awaited is of what was found later, and says why; what is awaited cannot be ticked', () => {
    petition.does(asksFor(3))
    const { fields } = formOf('demandSupplement')
    const late = fields.find((f) => f.id === 'late')
    expect(late).toMatchObject({ hint: ko.procedure.form.supplement.besideHint, isOptional: false })
    const items = fields.find((f) => f.id === 'items')
    expect(items?.as === 'ticks' && items.options[0]).toMatchObject({ closed: '이미 요구함' })
    petition.on('2026-03-14 09:00')
    expect(formOf('demandSupplement').fields.find((f) => f.id === 'late')).toMatchObject({ isOptional: true })
    expect(ids()).toContain('days')
  })

  test('once more is made a first one only by what was found later', () => {
    petition.does(asksFor(3), { type: 'receiveSupplement' })
    const late = formOf('demandSupplement').fields.find((f) => f.id === 'late')
    expect(late?.as === 'choice' && late.options.map((o) => o.value)).toEqual(['siteCheck', 'newFact'])
  })
})

test('the form of a return names what has not come', () => {
  petition.does(asksFor(3))
  petition.on('2026-03-16 09:00')
  expect(formOf('returnCase').text).toContain('오지 않은 서류: 신청서.')
})
