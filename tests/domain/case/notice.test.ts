import { beforeEach, describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Command } from '../../../domain/hall.ts'
import { paperOf } from '../../../domain/paper/paper-of.ts'
import { examine, type Floor, grant, handOver, handOverStep, notify, openFloor, receive } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

/** 통지: how the outcome of a case is told, and how the result is handed over after it. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(2, office)
  floor.does('counter-1', receive('k'), ...examine('k'), grant('k'))
})
const does = (...commands: Command[]) => floor.does('counter-1', ...commands)
const refusal = (command: Command) => floor.refusal('counter-1', command)
const known = () => floor.hall.cases.get('k')
const ofK = { case: 'k' } as const

test.each(['phone', 'sms', 'email', 'fax'] as const)('a notice by %s needs its basis', (channel) => {
  expect(refusal({ type: 'notifyCase', ...ofK, channel })).toBe('channelNeedsBasis')
  does({ type: 'agreeElectronic', ...ofK, given: true, consent: 'written', address: 'a@b.kr' })
  does({ type: 'notifyCase', ...ofK, channel, basis: 'agreed' })
  expect(known()?.notice).toMatchObject({ channel, basis: 'agreed' })
})

test('a notice is given once, and before the result', () => {
  expect(refusal(handOver('k'))).toBe('notNotified')
  expect(refusal({ type: 'closeCase', ...ofK })).toBe('notNotified')
  does(notify('k'))
  expect(refusal(notify('k'))).toBe('alreadyNotified')
  expect(refusal({ type: 'decideCase', ...ofK, outcome: 'answered', provisions: [], remedies: [] })).toBe(
    'alreadyDecided',
  )
})

test('a notice of a granted petition is followed by the steps of the handing over', () => {
  does(notify('k'))
  expect(refusal(handOver('k'))).toBe('stepsOpen')
  expect(refusal({ type: 'closeCase', ...ofK })).toBe('stepsOpen')
})

test('a notice lets a proxy have the result only with a letter, and keeps the name apart', () => {
  does(notify('k'), ...handOverStep('k'))
  const toProxy = { ...ofK, type: 'handOverResult', collector: 'proxy', idSeen: 'passport' } as const
  expect(refusal({ ...toProxy, proxyLetter: false })).toBe('proxyLetterMissing')
  expect(floor.asks('counter-1', { ...toProxy, proxyLetter: true, collectorName: '박대리' })).toMatchObject({
    happened: [{ private: { collector: '박대리' } }],
  })
  does({ ...toProxy, proxyLetter: true, collectorName: '박대리' })
  expect(known()?.handedOver).toMatchObject({ collector: 'proxy', proxyLetter: true })
  expect(JSON.stringify(floor.events)).not.toContain('박대리')
})

test('a card of no listed sort is kept by its name, apart, and stands so on the receipt', () => {
  does(notify('k'), ...handOverStep('k'))
  const other = {
    ...ofK,
    type: 'handOverResult',
    collector: 'petitioner',
    proxyLetter: false,
    idSeen: 'other',
  } as const
  expect(refusal(other)).toBe('idUnnamed')
  does({ ...other, idOther: '선원신분증명서' })
  expect(JSON.stringify(floor.events)).not.toContain('선원신분증명서')
  const view = floor.sees('counter-1', { of: 'case', case: 'k' })
  expect(view?.handedOver).toMatchObject({ idSeen: 'other', idOther: '선원신분증명서' })
  const said = known() && paperOf('pickupReceipt', floor.seat('counter-1'), known() as Case)
  expect(said && 'fields' in said ? said.fields : said).toMatchObject({ idSeen: '선원신분증명서' })
})

test.each(['youthCard', 'residenceReport', 'veteranCard'] as const)('a %s is a card that can be seen', (idSeen) => {
  does({ type: 'checkIdentity', ...ofK, who: 'petitioner', idSeen, proxyLetter: false })
  expect(floor.sees('counter-1', { of: 'case', case: 'k' })?.procedure.identity).toMatchObject({ idSeen })
  const unnamed = { type: 'checkIdentity', ...ofK, who: 'petitioner', idSeen: 'other', proxyLetter: false } as const
  expect(refusal(unnamed)).toBe('idUnnamed')
})

describe('an e-mail', () => {
  const email = { type: 'notifyCase', case: 'e', channel: 'email' } as const
  const filed = (filing: 'eWindow' | 'electronic' | 'post') => {
    does({ ...receive('e'), type: 'receiveCase', filing } as Command, ...examine('e'), grant('e'))
  }

  test.each(['eWindow', 'electronic'] as const)('tells the result of what was filed by %s', (filing) => {
    filed(filing)
    expect(refusal({ ...email, basis: 'agreed' })).toBe('emailNeedsConsent')
    does({ ...email, basis: 'appliedElectronically' })
    expect(floor.hall.cases.get('e')?.notice).toMatchObject({ basis: 'appliedElectronically' })
  })

  test('needs consent where the petition came by post, and the filing is no ground for a call', () => {
    filed('post')
    expect(refusal({ ...email, basis: 'appliedElectronically' })).toBe('emailNeedsConsent')
    expect(refusal({ ...email, channel: 'phone', basis: 'appliedElectronically' })).toBe('channelNeedsBasis')
  })
})
