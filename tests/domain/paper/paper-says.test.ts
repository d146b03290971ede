import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Command } from '../../../domain/hall.ts'
import { paperOf } from '../../../domain/paper/paper-of.ts'
import type { PaperName } from '../../../domain/paper/paper.ts'
import { examine, grant, handOver, handOverStep, notify, openFloor, receive, type Floor } from '../../support/floor.ts'
import { floorWith, office } from '../../support/papers.ts'

/** What a document tells whom, and of which case it can be made. */

const id = 'case-1'
const at = 'counter-1'
function known(floor: Floor): Case {
  const found = floor.hall.cases.get(id)
  if (!found) throw new Error('no case')
  return found
}
const said = (floor: Floor, name: PaperName) => paperOf(name, floor.seat(at), known(floor))
function fieldsOf(floor: Floor, name: PaperName) {
  const found = said(floor, name)
  if ('missing' in found) throw new Error(`missing: ${found.missing.map((m) => m.field).join(', ')}`)
  return found.fields
}
const missingOf = (floor: Floor, name: PaperName) => {
  const found = said(floor, name)
  return 'missing' in found ? found.missing.map((m) => m.field) : []
}

describe('where the result is collected', () => {
  const pickup = '결과물은 신분증을 가지고 모의 민원실에서 받으시기 바랍니다. 대리인은 위임장이 필요합니다.'
  const decided = (...more: Command[]) => {
    const floor = openFloor(2, office)
    floor.does(at, receive(id, 'SIM-02'), ...examine(id), grant(id), ...more)
    return floor
  }

  test('stands on the notice that is sent, before the case waits for anybody', () => {
    expect(fieldsOf(decided(), 'resultNotice')).toMatchObject({ pickup })
    expect(fieldsOf(decided(notify(id)), 'resultNotice')).toMatchObject({ pickup })
    expect(fieldsOf(decided(notify(id), { type: 'awaitPickup', case: id }), 'resultNotice')).toMatchObject({ pickup })
  })

  test('does not stand there once it was handed over', () => {
    const floor = decided(notify(id), ...handOverStep(id), handOver(id))
    expect(fieldsOf(floor, 'resultNotice')).not.toHaveProperty('pickup')
  })

  test('does not stand there where no step hands anything over', () => {
    const floor = decided()
    const { received } = known(floor)
    const steps = received.steps.filter((s) => !s.handsOver)
    Object.assign(known(floor), { received: { ...received, steps } })
    expect(fieldsOf(floor, 'resultNotice')).not.toHaveProperty('pickup')
  })
})

describe('a receipt slip', () => {
  const avoid: Command = { type: 'voidCase', case: id, reason: '다른 민원을 접수했습니다.', approvedBy: 'chief' }

  test('is not made of a petition that was voided as received by mistake', () => {
    const floor = floorWith('receiptSlip')
    floor.does(at, avoid)
    expect(missingOf(floor, 'receiptSlip')).toContain('due')
    const make: Command = { type: 'makePaper', case: id, paper: 'p1', name: 'receiptSlip' }
    expect(floor.refusal(at, make)).toBe('paperIncomplete')
  })

  test('is not made of an objection that was voided either', () => {
    const floor = floorWith('objectionSlip')
    floor.does(at, avoid)
    expect(missingOf(floor, 'objectionSlip')).toContain('due')
  })
})

test('the papers of a prior review name it beside the kind, those of the petition itself do not', () => {
  const floor = floorWith('priorReviewNotice')
  for (const name of ['priorReviewNotice', 'receiptSlip'] as const)
    expect(fieldsOf(floor, name)).toMatchObject({ kind: '사전심사 민원(사전심사)' })
  expect(fieldsOf(floorWith('receiptSlip'), 'receiptSlip')).toMatchObject({ kind: '유기 민원' })
})

test('a prior review is not answered without reasons, whatever its result', () => {
  const floor = openFloor(2, office)
  floor.does(at, { ...receive(id, 'SIM-05'), type: 'receiveCase', priorReview: true } as Command, ...examine(id))
  const answer = { ...grant(id), type: 'decideCase' } as const
  for (const outcome of ['granted', 'answered'] as const)
    expect(floor.refusal(at, { ...answer, outcome } as Command)).toBe('reasonsMissing')
  expect(floor.refusal(at, { ...answer, reasons: '요건을 갖추었습니다.' } as Command)).toBe('allowed')
})

test('a reminder of a case whose counter has no office names its recipient as missing', () => {
  const counters = (openFloor(2).hall.profile?.counters ?? []).map(({ team: _team, ...rest }) => rest)
  const floor = floorWith('reminder', { ...office, counters } as never)
  expect(missingOf(floor, 'reminder')).toContain('recipient')
})

describe('who signs that a petition is withdrawn', () => {
  const proxied = () => {
    const floor = openFloor(2, office)
    floor.does(at, { ...receive(id, 'SIM-02'), type: 'receiveCase', proxy: { name: '최가람' } } as Command)
    return floor
  }
  const withdraw = { type: 'withdrawCase', case: id } as const

  test('is named plainly, not addressed', () => {
    const floor = openFloor(2, office)
    floor.does(at, receive(id, 'SIM-02'), withdraw)
    expect(fieldsOf(floor, 'withdrawalRecord')).toMatchObject({ signer: '김영수' })
  })

  test('is the proxy where the proxy gave it up, once the letter of attorney was seen', () => {
    const floor = proxied()
    expect(floor.refusal(at, { ...withdraw, who: 'proxy' })).toBe('proxyUnconfirmed')
    floor.does(at, { type: 'checkIdentity', case: id, who: 'proxy', idSeen: 'passport', proxyLetter: true })
    floor.does(at, { ...withdraw, who: 'proxy' })
    expect(fieldsOf(floor, 'withdrawalRecord')).toMatchObject({ signer: '김영수의 대리인 최가람' })
  })

  test('is the petitioner where the petitioner came, though there is a proxy', () => {
    const floor = proxied()
    floor.does(at, { ...withdraw, who: 'petitioner' })
    expect(fieldsOf(floor, 'withdrawalRecord')).toMatchObject({ signer: '김영수' })
  })
})
