import { expect, test } from 'vitest'
import { shownMilestones } from '../../renderer/counter/procedure/milestones.ts'
import { supplementForms } from '../../renderer/counter/procedure/procedure-forms-supplement.ts'
import { transferForms } from '../../renderer/counter/procedure/procedure-forms-transfer.ts'
import { ko } from '../../renderer/text/ko.ts'
import { longPermit } from '../support/petition-kinds.ts'
import { asksFor, openPetition } from '../support/petition.ts'

/** 다가오는 시한: what a case that goes its ordinary way has to be told, and what its acts say (시행령 제13조, 시행규칙 제9조). */

function opened() {
  const petition = openPetition('2026-03-10 09:00')
  petition.receives(longPermit)
  const shown = () => shownMilestones(petition.view.procedure.milestones).map(({ what, over }) => ({ what, over }))
  const hintOf = (forms: typeof transferForms | typeof supplementForms, type: string, field: string) => {
    const view = petition.floor.sees('counter-1', { of: 'counter' })
    const context = { seen: petition.view, view, kind: longPermit, staff: [], words: ko, language: 'ko' as const }
    const form = Object.entries(forms).find(([name]) => name === type)?.[1](context)
    return form?.fields.find((f) => f.id === field)?.hint
  }
  return { petition, shown, hintOf }
}

test('the times to send a petition on and to ask for papers are shown while they run, and never in red', () => {
  const { petition, shown } = opened()
  expect(shown().map((m) => m.what)).toEqual([
    'transferToDepartment',
    'demandSupplement',
    'transferToAgency',
    'progressNotice',
  ])
  petition.on('2026-03-10 10:01')
  expect(shown().map((m) => m.what)).toEqual(['demandSupplement', 'transferToAgency', 'progressNotice'])
  petition.on('2026-03-12 09:00')
  expect(shown()).toEqual([{ what: 'progressNotice', over: false }])
})

test('a supplement period that is over stays in red', () => {
  const { petition, shown } = opened()
  petition.does(asksFor(1))
  petition.on('2026-03-12 09:00')
  expect(shown()).toContainEqual({ what: 'supplementUntil', over: true })
})

test('the acts themselves say that their time is over and that they need a reason', () => {
  const { petition, hintOf } = opened()
  petition.on('2026-03-10 10:01')
  expect(hintOf(transferForms, 'transferCase', 'reasons')).toContain('지난 시한: 부서 이송.')
  petition.on('2026-03-12 09:00')
  expect(hintOf(transferForms, 'transferCase', 'reasons')).toContain('지난 시한: 부서 이송, 다른 기관 이송.')
  expect(hintOf(supplementForms, 'demandSupplement', 'late')).toContain('8근무시간이 지나')
})
