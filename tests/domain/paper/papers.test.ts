import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { missingIn, paperFields, type FieldRules } from '../../../domain/paper/paper-fields.ts'
import { paperOf } from '../../../domain/paper/paper-of.ts'
import { PaperName } from '../../../domain/paper/paper.ts'
import { privateKey } from '../../../domain/record/record.ts'
import { openFloor, receive, type Floor } from '../../support/floor.ts'
import { floorWith, office } from '../../support/papers.ts'

const id = 'case-1'
function known(floor: Floor): Case {
  const found = floor.hall.cases.get(id)
  if (!found) throw new Error('no case')
  return found
}
function fieldsOf(floor: Floor, name: PaperName) {
  const said = paperOf(name, floor.seat('counter-1'), known(floor))
  if ('missing' in said) throw new Error(`missing: ${said.missing.map((m) => m.field).join(', ')}`)
  return said.fields
}
const missingOf = (floor: Floor, name: PaperName) => {
  const said = paperOf(name, floor.seat('counter-1'), known(floor))
  return 'missing' in said ? said.missing.map((m) => m.field) : []
}

describe.each(PaperName.options)('%s', (name) => {
  test('has every mandated field once its act has happened, and is made of exactly what it says', () => {
    const floor = floorWith(name)
    const fields = fieldsOf(floor, name)
    expect(Object.keys(fields).filter((f) => !(f in paperFields[name]))).toEqual([])
    floor.does('counter-1', { type: 'makePaper', case: id, paper: 'p1', name })
    expect(floor.last('paperMade')).toMatchObject({ name, confirmed: true, edition: 1 })
    expect(floor.sees('counter-1', { of: 'papers', case: id })).toMatchObject({ made: [{ name, state: 'made' }] })
  })

  test('names every mandated field that is left out, with its article', () => {
    const rules: FieldRules = paperFields[name]
    const fields = fieldsOf(floorWith(name), name)
    for (const [field, { mandated, basis }] of Object.entries(rules)) {
      const without = Object.fromEntries(Object.entries(fields).filter(([f]) => f !== field))
      expect(missingIn(name, without)).toEqual(mandated ? [{ field, basis }] : [])
    }
  })
})

test.each(PaperName.options.filter((name) => name !== 'receiptSlip'))(
  '%s cannot be made before its act has happened, and says what is missing',
  (name) => {
    const floor = openFloor(2, office)
    floor.does('counter-1', receive(id, 'SIM-02'))
    expect(missingOf(floor, name).length).toBeGreaterThan(0)
    expect(floor.refusal('counter-1', { type: 'makePaper', case: id, paper: 'p', name })).toBe('paperIncomplete')
  },
)

describe('what a document says', () => {
  test('a receipt slip says the number, the petitioner, the time and the due time in the way of the office', () => {
    expect(fieldsOf(floorWith('receiptSlip'), 'receiptSlip')).toMatchObject({
      receiptNo: '2026-01-00001',
      petitioner: '김영수',
      receivedAt: '2026. 11. 24.(화) 09:00',
      period: '7일',
      due: '2026. 12. 2.(수) 18:00',
      office: '모의시청',
      head: '모의시장',
      issuedOn: '2026. 11. 24.',
    })
  })

  test('a slip is due also for a period that nobody has confirmed; it does not guess', () => {
    const floor = openFloor(2, office)
    floor.does('counter-1', receive(id, 'SIM-03'))
    expect(fieldsOf(floor, 'receiptSlip')).toMatchObject({ due: '처리기간을 확인하는 대로 알려 드립니다' })
  })

  test('one slip goes to the representative, and names the proxy', () => {
    const floor = openFloor(2, office)
    const others = [{ name: '이수진' }, { name: '박민재' }]
    floor.does('counter-1', {
      type: 'receiveCase',
      case: id,
      kind: 'SIM-02',
      petitioner: { name: '김영수' },
      others,
      proxy: { name: '최가람' },
      joint: { how: 'joint', signers: 3 },
    })
    expect(fieldsOf(floor, 'receiptSlip')).toMatchObject({ petitioner: '김영수 외 2명, 대리인 최가람' })
  })

  test('a notice without a phone of the clerk or the team cannot be made', () => {
    for (const name of ['supplementRequest', 'extensionNotice', 'progressNotice', 'resultNotice'] as const)
      expect(missingOf(floorWith(name, {}), name)).toEqual(['phone'])
    const { staff } = openFloor().hall.profile ?? { staff: [] }
    const own = { staff: staff.map((s) => ({ ...s, phone: '02-000-1' })) }
    expect(fieldsOf(floorWith('progressNotice', own), 'progressNotice')).toMatchObject({ phone: '02-000-1' })
  })

  test('a supplement request says the items, the period and the round', () => {
    expect(fieldsOf(floorWith('supplementRequest'), 'supplementRequest')).toMatchObject({
      items: ['신청서'],
      reason: '서명이 빠졌습니다.',
      until: '2026. 12. 4.(금)',
      round: '1차 보완요구',
    })
  })

  test('an extension says the former and the new completion time, the ground and the reason', () => {
    expect(fieldsOf(floorWith('extensionNotice'), 'extensionNotice')).toMatchObject({
      formerDue: '2026. 12. 2.(수) 18:00',
      until: '2026. 12. 7.(월) 18:00',
      round: '1차 연장',
      ground: '관계 기관의 협조가 필요함(민원처리법 시행령 제21조 제1항 제1호)',
      reason: '소방서의 의견을 기다립니다.',
    })
  })

  test('a refusal says its reasons, provisions and remedies; a result notice is not for it', () => {
    const floor = floorWith('refusalNotice')
    const { reasons, provisions, remedies } = fieldsOf(floor, 'refusalNotice')
    expect([reasons, provisions]).toEqual(['기술인력이 기준에 미치지 못합니다.', ['모의법 제3조']])
    expect(remedies).toHaveLength(3)
    expect(missingOf(floor, 'resultNotice')).toContain('outcome')
  })

  test('a hand-over receipt says who collected with which ID', () => {
    expect(fieldsOf(floorWith('pickupReceipt'), 'pickupReceipt')).toMatchObject({
      collector: '본인',
      collectorName: '김영수',
      idSeen: '주민등록증',
      outcome: '처리(수리)',
    })
  })

  test('of an older record that does not name who collected, it names the proxy of the case', () => {
    const floor = floorWith('pickupReceipt')
    const { handedOver, received } = known(floor)
    if (!handedOver) throw new Error('nothing was handed over')
    known(floor).handedOver = { ...handedOver, collector: 'proxy', proxyLetter: true }
    expect(missingOf(floor, 'pickupReceipt')).toContain('collectorName')
    const apart = floor.privates.get(id) ?? {}
    const key = privateKey(received)
    floor.privates.set(id, { ...apart, [key]: { ...apart[key], proxy: { name: '이지은' } } })
    expect(fieldsOf(floor, 'pickupReceipt')).toMatchObject({ collector: '대리인', collectorName: '이지은' })
  })

  test('a reminder goes to the head of the team and says how late it is', () => {
    expect(fieldsOf(floorWith('reminder'), 'reminder')).toMatchObject({
      recipient: '1팀장',
      daysOver: '1일 지남',
      due: '2026. 11. 24.(화) 12:00',
      actBy: '2026. 11. 26.(목)',
    })
  })

  test('a machine that does not know the petitioner cannot write to the petitioner', () => {
    const floor = floorWith('resultNotice')
    const said = paperOf('resultNotice', floor.seat('counter-1', { privates: new Map() }), known(floor))
    expect('missing' in said && said.missing.map((m) => m.field)).toEqual(['recipient'])
  })
})

describe('printing', () => {
  const print = { type: 'printPaper', case: id, paper: 'p1' } as const
  const report = { type: 'reportPrint', case: id, paper: 'p1', nth: 1 } as const
  const made = () => {
    const floor = floorWith('receiptSlip')
    floor.does('counter-1', { type: 'makePaper', case: id, paper: 'p1', name: 'receiptSlip' })
    return floor
  }
  const state = (floor: Floor) => floor.sees('counter-1', { of: 'papers', case: id })?.made[0]

  test('what a paper says is frozen when it is made: the case goes on, the paper stays', () => {
    const floor = made()
    const apart = floor.privates.get(id)
    const frozen = Object.values(apart ?? {}).find((p) => p.paper)?.paper
    floor.hears({ ...floor.last('hallSetUp'), profile: { ...floor.last('hallSetUp').profile, name: '다른 민원실' } })
    expect(frozen).toMatchObject({ hall: '모의 민원실', due: '2026. 12. 2.(수) 18:00' })
    expect(fieldsOf(floor, 'receiptSlip')).toMatchObject({ hall: '다른 민원실' })
  })

  test('a paper that failed may be sent again; one that was printed only with a reason', () => {
    const floor = made()
    floor.does('counter-1', print, { ...report, how: 'failed', why: 'noPrinter' })
    expect(state(floor)).toMatchObject({ state: 'failed', why: 'noPrinter', prints: 1 })
    floor.does('counter-1', print, { ...report, nth: 2, how: 'printed' })
    expect(floor.refusal('counter-1', print)).toBe('reprintReasonMissing')
    floor.does('counter-1', { ...print, reason: '종이가 걸림' })
    expect(state(floor)).toMatchObject({ state: 'queued', prints: 3, reasons: ['종이가 걸림'] })
  })
})

describe('a preview', () => {
  const draft = {
    type: 'decideCase',
    case: id,
    outcome: 'refused',
    provisions: ['모의법 제3조'],
    remedies: ['이의신청'],
    reasons: '아직 쓰는 중',
  } as const
  const laidOut = (floor: Floor, question: object) => {
    const sheets: unknown[] = []
    const layOut = (sheet: unknown) => `token ${sheets.push(sheet)}`
    const ask = { of: 'paper', case: id, name: 'refusalNotice', ...question } as const
    return { view: floor.sees('counter-1', ask, { layOut }), sheets }
  }

  test('of a drafted act shows the paper as it would be after it, and changes nothing', () => {
    const floor = floorWith('receiptSlip')
    const before = JSON.stringify([floor.hall.cases.get(id), floor.privates.get(id)])
    const { view, sheets } = laidOut(floor, { draft })
    expect(view).toEqual({ missing: [], token: 'token 1' })
    expect(sheets).toMatchObject([{ name: 'refusalNotice', fields: { reasons: '아직 쓰는 중' }, confirmed: true }])
    expect(JSON.stringify([floor.hall.cases.get(id), floor.privates.get(id)])).toBe(before)
  })

  test('of a draft that the rules refuse says why', () => {
    const { reasons: _reasons, ...bare } = draft
    expect(laidOut(floorWith('receiptSlip'), { draft: bare }).view).toEqual({ missing: [], refused: 'reasonsMissing' })
  })

  test('of a petition that is only being received shows its receipt slip', () => {
    const floor = openFloor(2, office)
    floor.hears({
      ...floor.last('hallSetUp'),
      type: 'editionPublished',
      edition: 1,
      effectiveDate: '2026-11-24',
      hash: 'x',
    } as never)
    const { sheets } = laidOut(floor, { name: 'receiptSlip', draft: receive(id, 'SIM-02') })
    expect(sheets).toMatchObject([{ fields: { petitioner: '김영수', receiptNo: '2026-01-00001' } }])
  })

  test('while the hall has not confirmed the acts of the case says so', () => {
    const floor = floorWith('receiptSlip')
    const entry = { origin: 'counter-1', originSeq: 1, hallSeq: null, event: floor.last('caseReceived') }
    const sheets: unknown[] = []
    const layOut = (sheet: unknown) => `token ${sheets.push(sheet)}`
    floor.sees('counter-1', { of: 'paper', case: id, name: 'receiptSlip' }, { layOut, unsent: [entry] })
    expect(sheets).toMatchObject([{ confirmed: false }])
  })

  test('names what is missing, and has no page where nothing is printed', () => {
    const floor = floorWith('receiptSlip', {})
    expect(floor.sees('counter-1', { of: 'paper', case: id, name: 'receiptSlip' })).toEqual({ missing: [] })
    const { view } = laidOut(floor, { name: 'pickupReceipt' })
    expect(view.missing.map((m) => m.field)).toContain('collectorName')
  })
})
