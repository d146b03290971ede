import { describe, expect, test } from 'vitest'
import { permit } from '../../../support/petition-kinds.ts'
import { openPetition, type Petition } from '../../../support/petition.ts'

/** 개인정보 (rulebook 7, 민원처리법 제7조): what tells of a person is kept apart from what every counter hears. */

function received(): Petition {
  const petition = openPetition('2026-03-10 10:00')
  petition.receives(permit)
  return petition
}
const heard = (petition: Petition): string => JSON.stringify(petition.floor.events)

describe('the card that was seen', () => {
  test('is kept apart with its issuer, since one of them tells of a disability', () => {
    const petition = received()
    petition.does({
      type: 'checkIdentity',
      who: 'petitioner',
      idSeen: 'disabilityCard',
      proxyLetter: false,
      issuer: '모의시 복지과',
    })
    expect(heard(petition)).not.toMatch(/disabilityCard|복지과/)
    expect(petition.view.procedure.identity).toMatchObject({ idSeen: 'disabilityCard', issuer: '모의시 복지과' })
  })

  test('is kept apart at the handing over, and stands on its receipt', () => {
    const petition = received()
    petition.grants()
    petition.notifies()
    petition.does({ type: 'tickCheck', check: 's3.1', mark: 'met' }, { type: 'finishStep', step: 's3' })
    petition.does({ type: 'handOverResult', collector: 'petitioner', idSeen: 'disabilityCard', proxyLetter: false })
    expect(heard(petition)).not.toContain('disabilityCard')
    expect(petition.view.handedOver).toMatchObject({ collector: 'petitioner', idSeen: 'disabilityCard' })
  })

  test('is not known to a counter that does not hold the case; that one was seen, is', () => {
    const petition = received()
    petition.does({ type: 'checkIdentity', who: 'petitioner', idSeen: 'passport', proxyLetter: false })
    petition.floor.privates.clear()
    expect(petition.view.procedure.identity).toEqual({
      at: petition.floor.now,
      clerk: '담당자',
      who: 'petitioner',
    })
  })
})

test('the reason of a seizure is kept apart, and shown to who may know it', () => {
  const petition = received()
  const reason = '김영수 씨가 창구 1을 기피함'
  petition.floor.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason })
  expect(heard(petition)).not.toContain('김영수')
  expect(petition.view.history.at(-1)).toMatchObject({ type: 'caseSeized', reason })
  petition.floor.privates.clear()
  expect(petition.view.history.at(-1)).not.toHaveProperty('reason')
})

test('the reason of a second print is kept apart', () => {
  const petition = received()
  petition.does({ type: 'makePaper', paper: 'p', name: 'receiptSlip' }, { type: 'printPaper', paper: 'p' })
  petition.does({ type: 'reportPrint', paper: 'p', nth: 1, how: 'printed' })
  expect(petition.refusal({ type: 'printPaper', paper: 'p' })).toBe('reprintReasonMissing')
  petition.does({ type: 'printPaper', paper: 'p', reason: '김영수 씨가 잃어버림' })
  expect(heard(petition)).not.toContain('김영수')
  const papers = petition.floor.sees('counter-1', { of: 'papers', case: 'k' })
  expect(papers?.made[0]).toMatchObject({ prints: 2, reasons: ['김영수 씨가 잃어버림'] })
})
