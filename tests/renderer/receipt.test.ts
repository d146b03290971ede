import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { emptyReceipt, isOfThen, receiveCommand, type Receipt } from '../../renderer/counter/receive/receipt.ts'
import { kind } from '../simulation/fixture.ts'
import { conditional } from '../support/conditional.ts'

/** What is typed at a receipt, as the command that it makes. */

const of = (more: Partial<Receipt>) =>
  receiveCommand({ ...emptyReceipt, person: { ...emptyReceipt.person, name: ' 김영수 ' }, ...more }, kind, 'c', 'v')

test('a name alone is a whole receipt', () => {
  expect(of({})).toEqual({
    type: 'receiveCase',
    case: 'c',
    kind: kind.code,
    petitioner: { name: '김영수' },
    visit: 'v',
  })
})

test('what was told is in it, with the day of the site visit', () => {
  expect(of({ told: ['documents', 'siteVisit'], siteVisit: '2026.3.2' })).toMatchObject({
    guidance: ['documents', 'siteVisit'],
    siteVisit: '2026-03-02',
  })
  expect(of({ siteVisit: '2026-03-02' })).not.toHaveProperty('siteVisit')
})

test('a signature is its strokes, or seen on paper', () => {
  expect(of({ filing: 'dictated', signed: { strokes: 'abc' } })).toMatchObject({ filing: 'dictated', signature: 'abc' })
  expect(of({ signed: { onPaper: true } })).toMatchObject({ signed: true })
})

test('a receipt in an outage bears its provisional number and the time it was received in Seoul', () => {
  const command = of({ outage: { provisionalNo: ' 임시-7 ', when: { day: '20260310', time: '9:30' } } })
  expect(command).toMatchObject({ provisionalNo: '임시-7', doneAt: instantOf('2026-03-10', '09:30') })
})

test('the time at the e-window is in it only for what came that way', () => {
  const arrived = { day: '2026-03-10', time: '23:10' }
  expect(of({ filing: 'eWindow', arrived })).toMatchObject({ arrivedAt: instantOf('2026-03-10', '23:10') })
  expect(of({ filing: 'post', arrived })).not.toHaveProperty('arrivedAt')
})

test('several petitioners are counted, and their names kept', () => {
  const joint = {
    how: 'multiParty',
    signers: '1,200',
    households: '5',
    listSeen: true,
    others: '이지은\n\n박민수 ',
  } as const
  expect(of({ joint })).toMatchObject({
    joint: { how: 'multiParty', signers: 1200, households: 5, listSeen: true },
    others: [{ name: '이지은' }, { name: '박민수' }],
  })
})

test('of many petitioners none is left out, and a name that is too long is not cut', () => {
  const names = Array.from({ length: 30 }, (_, i) => `서명인 ${i + 1}`)
  const joint = { how: 'joint', signers: '32', households: '', listSeen: true } as const
  const said = of({ joint: { ...joint, others: [...names, '가'.repeat(61)].join('\n') } })
  expect(said.others?.map((o) => o.name)).toEqual([...names, '가'.repeat(61)])
})

test('the number of the prior review is in it, unless this is one itself', () => {
  expect(of({ reviewedBy: ' 2026-01-00001 ' })).toMatchObject({ reviewedBy: '2026-01-00001' })
  expect(of({ reviewedBy: '2026-01-00001', priorReview: true })).not.toHaveProperty('reviewedBy')
})

test('the answers of the citizen go with the receipt, but for those that their question does not allow', () => {
  const receive = (answers: Record<string, string | boolean | number>) =>
    receiveCommand(emptyReceipt, conditional, 'c', undefined, answers).answers
  expect(receive({ whom: 'person', isNew: true, area: 12.5 })).toEqual({ whom: 'person', isNew: true, area: 12.5 })
  expect(receive({ whom: 'nobody', isNew: false, other: true })).toEqual({ isNew: false })
  expect(receive({})).toBeUndefined()
})

test('what may be received of a kind that was taken out is what takes the place of a voided receipt, or came in an outage', () => {
  const ofOutage = (day: string, time: string) =>
    isOfThen({ ...emptyReceipt, outage: { provisionalNo: 'T-1', when: { day, time } } })
  expect(isOfThen(emptyReceipt)).toBe(false)
  expect(isOfThen({ ...emptyReceipt, outage: { provisionalNo: 'T-1', when: { day: '', time: '' } } })).toBe(true)
  expect(isOfThen({ ...emptyReceipt, replaces: 'k' })).toBe(true)
  expect([ofOutage('2026-11-24', '09:00'), ofOutage('2026-11-24', '9')]).toEqual([true, true])
})
