import { describe, expect, test } from 'vitest'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { handOverStep } from '../../../support/floor.ts'
import { certificate, permit } from '../../../support/petition-kinds.ts'
import { moment, openPetition, tells, type Act } from '../../../support/petition.ts'

/** 대리인과 법정대리인, and who may end a petition (민원처리법 제22조·제27조, 시행령 제8조, 시행규칙 제4조). */

type Petition = ReturnType<typeof openPetition>
const received = (more: Parameters<Petition['receives']>[1] = {}): Petition => {
  const petition = openPetition('2026-03-10 10:00')
  petition.receives(permit, more)
  return petition
}
type Who = 'petitioner' | 'proxy' | 'legalRepresentative'
const withdraws = (who?: Who, name?: string): Act => ({
  type: 'withdrawCase',
  ...(who && { who }),
  ...(name !== undefined && { name }),
})
const delegateSeen: Act = { type: 'checkIdentity', who: 'proxy', idSeen: 'passport', proxyLetter: true }
const parentSeen = (authority?: 'familyRelation' | 'guardianship'): Act => ({
  type: 'checkIdentity',
  who: 'legalRepresentative',
  idSeen: 'residentCard',
  proxyLetter: false,
  name: '김모친',
  ...(authority && { authority }),
})

describe('a withdrawal', () => {
  test('says that the petitioner has withdrawn, also where an older record does not say it', () => {
    const petition = received()
    petition.does(withdraws('petitioner'))
    expect(petition.view).toMatchObject({ outcome: 'withdrawn', withdrawn: { who: 'petitioner', clerk: '담당자' } })
    const older = received()
    older.does(withdraws())
    expect(older.view.withdrawn).toEqual({ who: 'petitioner', clerk: '담당자', at: moment('2026-03-10 10:00') })
  })

  test('by a proxy wants the proxy to be confirmed first, and keeps the name apart', () => {
    const petition = received({ proxy: { name: '박대리' } })
    expect(petition.refusal(withdraws('proxy', '박대리'))).toBe('proxyUnconfirmed')
    expect(petition.refusal(withdraws('petitioner'))).toBe('allowed')
    petition.does(delegateSeen)
    petition.does(withdraws('proxy', '박대리'))
    expect(petition.view.withdrawn).toMatchObject({ who: 'proxy', name: '박대리' })
    expect(petition.of().history.at(-1)).toMatchObject({ type: 'caseWithdrawn', who: 'proxy' })
    expect(JSON.stringify(petition.floor.events)).not.toContain('박대리')
  })

  test('by a delegate is not allowed by the proof of somebody else', () => {
    const petition = received()
    petition.does(parentSeen('familyRelation'))
    expect(petition.refusal(withdraws('proxy', '박대리'))).toBe('proxyUnconfirmed')
    expect(petition.refusal(withdraws('legalRepresentative', '김모친'))).toBe('allowed')
  })

  test('by one of several waits until they have chosen who represents them', () => {
    const petition = received({ joint: { how: 'joint', signers: 3 } })
    expect(petition.refusal(withdraws('petitioner'))).toBe('allowed')
    petition.does({ type: 'askRepresentatives', until: '2026-03-13' })
    expect(petition.refusal(withdraws('petitioner'))).toBe('representativesOpen')
    petition.does({ type: 'nameRepresentatives', names: ['김영수'], chosenBy: 'petitioners' })
    expect(petition.refusal(withdraws('petitioner'))).toBe('allowed')
  })
})

describe('a legal representative', () => {
  const minor = { proxy: { name: '김모친', kind: 'legalRepresentative' } } as const

  test('is confirmed by a card and the proof of the relation, without any letter, and the petition can be granted', () => {
    const petition = received(minor)
    expect(() => petition.grants()).toThrow('proxyUnconfirmed')
    expect(petition.refusal(parentSeen())).toBe('authorityMissing')
    petition.does(parentSeen('familyRelation'))
    const granted: Act = { type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] }
    expect(petition.refusal(granted)).toBe('allowed')
    expect(petition.view.procedure.identity).toMatchObject({
      who: 'legalRepresentative',
      idSeen: 'residentCard',
      authority: 'familyRelation',
    })
  })

  test('is called so on the papers, while a delegate is called a proxy', () => {
    const slip = (petition: Petition) => paperOf('receiptSlip', petition.floor.seat('counter-1'), petition.of())
    expect(slip(received(minor))).toMatchObject({ fields: { petitioner: '김영수, 법정대리인 김모친' } })
    expect(slip(received({ proxy: { name: '박대리' } }))).toMatchObject({
      fields: { petitioner: '김영수, 대리인 박대리' },
    })
    const asked = received({ proxy: { name: '김모친' } })
    asked.does(parentSeen('guardianship'))
    expect(slip(asked)).toMatchObject({ fields: { petitioner: '김영수, 법정대리인 김모친' } })
  })

  test('collects with the proof and a name, and no counter hears which proof it was', () => {
    const petition = openPetition('2026-03-10 10:00')
    petition.receives(certificate)
    petition.grants()
    petition.does(tells)
    const collects = (more: object): Act => ({
      type: 'handOverResult',
      collector: 'legalRepresentative',
      idSeen: 'passport',
      proxyLetter: false,
      ...more,
    })
    expect(petition.refusal(collects({}))).toBe('authorityMissing')
    expect(petition.refusal(collects({ authority: 'guardianship' }))).toBe('collectorMissing')
    petition.floor.does('counter-1', ...handOverStep('k'))
    petition.does(collects({ authority: 'guardianship', collectorName: '이후견' }))
    expect(petition.view.handedOver).toMatchObject({
      collector: 'legalRepresentative',
      authority: 'guardianship',
      name: '이후견',
    })
    expect(JSON.stringify(petition.floor.events)).not.toMatch(/guardianship|이후견/)
    expect(paperOf('pickupReceipt', petition.floor.seat('counter-1'), petition.of())).toMatchObject({
      fields: { collector: '법정대리인(후견등기사항증명서 확인)', collectorName: '이후견' },
    })
  })
})
