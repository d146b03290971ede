import { beforeEach, expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { examine, type Floor, grant, handOver, handOverStep, notify, openFloor, receive } from '../support/floor.ts'

/** 통지: how the outcome of a case is told, and how the result is handed over after it. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
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
