import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import type { Which } from '../../../domain/register/register-export.ts'
import { registerSheet } from '../../../domain/register/register-words.ts'
import { registerHead, registerRows } from '../../../domain/register/register.ts'
import { addDays, instantOf } from '../../../domain/time.ts'
import {
  examine,
  grant,
  notify,
  openFloor,
  receive,
  today,
  tomorrow,
  untilEnd,
  type Floor,
} from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const rows = (which: Which = 'petitions', masked = false, first = today, last = today) =>
  registerRows(floor.seat('supervisor'), { first, last, which, masked })
const cells = (which: Which = 'petitions') => {
  const { columns, rows: lines } = registerSheet(rows(which), which)
  return lines.map((line) => Object.fromEntries(columns.map(({ head }, i) => [head, line[i]])))
}

const refuse = (id: string): Command => ({
  type: 'decideCase',
  case: id,
  outcome: 'refused',
  reasons: '요건에 맞지 않음',
  provisions: ['도로법 제61조'],
  remedies: ['이의신청 60일'],
})
const refused = (id: string): Command[] => [...untilEnd(id).map((c) => (c.type === 'decideCase' ? refuse(id) : c))]
const closeDay = (day = today): Command => ({ type: 'closeDay', day })
const living = (id: string, code?: string): Command => ({
  ...(receive(id, code) as Command & { type: 'receiveCase' }),
  petitioner: { name: '김영수', address: '서울특별시 중구 세종대로 110' },
})

describe('the register', () => {
  test('is in order of receipt, even where one was entered later than another', () => {
    floor.at('10:00').does('counter-1', receive('ten'))
    const before = { doneAt: instantOf(today, '09:30'), provisionalNo: '임시-1' }
    floor.at('10:05').does('counter-2', { ...receive('nine'), ...before })
    expect(rows().map((r) => r.case)).toEqual(['nine', 'ten'])
    expect(rows()[0]).toMatchObject({ provisionalNo: '임시-1', enteredAt: floor.now })
    expect(cells()[0]).toMatchObject({ 접수일시: '2026-11-24 09:30', 입력일시: '2026-11-24 10:05', 임시번호: '임시-1' })
  })

  test('puts what was received at the same instant in the order of its numbers', () => {
    floor.at('10:00').does('counter-2', receive('b'))
    floor.does('counter-1', receive('a'))
    expect(rows().map((r) => r.receiptNo)).toEqual(['2026-01-00001', '2026-02-00001'])
  })

  test('holds open, closed and archived cases alike, each once', () => {
    floor.does('counter-1', receive('open', 'SIM-02'), receive('away'), ...untilEnd('away'))
    floor.at('18:00').does('supervisor', closeDay())
    floor.at('09:00', tomorrow).does('counter-1', receive('next'))
    expect([...floor.hall.cases.keys()]).toEqual(['open', 'next'])
    expect(rows().map((r) => [r.case, r.outcome])).toEqual([
      ['open', undefined],
      ['away', 'granted'],
    ])
    floor.does('counter-1', { type: 'takeOutCase', case: 'away' })
    expect(rows().map((r) => r.case)).toEqual(['open', 'away'])
    expect(rows()[1]?.remarks).toEqual([{ what: 'takenOut', on: tomorrow }])
    expect(rows('petitions', false, tomorrow, tomorrow).map((r) => r.case)).toEqual(['next'])
  })

  test('finds a case that was received in the span and put away long after it', () => {
    floor.does('counter-1', receive('slow', 'SIM-02'))
    const later = addDays(today, 20)
    floor.at('10:00', later).does('counter-1', ...untilEnd('slow'))
    floor.at('18:00', later).does('supervisor', closeDay(later))
    expect(floor.hall.cases.size).toBe(0)
    expect(rows()).toMatchObject([{ case: 'slow', late: true, doneOn: later, notifiedOn: later, handedOverOn: later }])
  })

  test('says who is responsible, until when, with which result, and how it was told', () => {
    floor.at('10:00').does('counter-1', living('k'), ...untilEnd('k'))
    expect(cells()).toEqual([
      {
        접수번호: '2026-01-00001',
        접수일시: '2026-11-24 10:00',
        임시번호: '',
        입력일시: '',
        민원명: '모의 민원',
        성명: '김영수',
        주소: '서울특별시 중구 세종대로 110',
        처리기간: '즉시(3근무시간)',
        처리기한: '2026-11-24 14:00',
        연장·불산입: '',
        담당부서: '1팀',
        담당자: '담당자',
        처리결과: '처리(수리)',
        처리일: today,
        통지일: today,
        통지방법: '방문',
        교부일: today,
        수수료: '',
        비고: '',
      },
    ])
  })

  test('sums up extensions and what is not counted', () => {
    floor.does('counter-1', receive('k', 'SIM-02'))
    floor.does('counter-1', {
      type: 'demandSupplement',
      case: 'k',
      items: ['d1'],
      days: 5,
      written: true,
    })
    floor.at('11:00', tomorrow).does('counter-1', { type: 'receiveSupplement', case: 'k' })
    floor.does('counter-1', {
      type: 'extendPeriod',
      case: 'k',
      ground: 'factCheck',
      value: 3,
      reasons: '현장 확인',
      told: 'letter',
    })
    expect(cells()[0]?.['연장·불산입']).toBe('1차 연장 3일, 보완 2026-11-24~2026-11-25')
    expect(cells()[0]?.['처리결과']).toBe('처리 중')
  })

  const stop: Command = { type: 'stopClock', case: 'k', reason: 'investigation', evidence: '현장' }
  const resume: Command = { type: 'resumeClock', case: 'k' }
  const uncounted = () => cells()[0]?.['연장·불산입']

  test('does not say of an outage that it was not counted where it took nothing from the period', () => {
    floor.does('counter-1', receive('k', 'SIM-02'))
    const before = cells()[0]
    const outage = { from: instantOf(today, '10:00'), to: instantOf(today, '11:00') }
    floor.at('13:00').does('supervisor', { type: 'declareOutage', ...outage, substitute: '종이' })
    expect(cells()[0]).toEqual(before)
    floor.does('counter-1', receive('l', 'SIM-01'))
    const early = { from: instantOf(today, '13:30'), to: instantOf(today, '14:00') }
    floor.at('14:30').does('supervisor', { type: 'declareOutage', ...early, substitute: '종이' })
    expect(cells().map((c) => c['연장·불산입'])).toEqual(['', '시스템 장애 2026-11-24~2026-11-24'])
  })

  test('says of an investigation only the days that are not counted, and nothing of one when they are used up', () => {
    floor.does('counter-1', receive('k', 'PET-20'), stop)
    expect(uncounted()).toBe('현장조사 2026-11-24~')
    floor.at('09:00', addDays(today, 20))
    expect(uncounted()).toBe('현장조사 2026-11-24~2026-12-07')
    floor.does('counter-1', resume, stop)
    floor.at('09:00', addDays(today, 22)).does('counter-1', resume)
    expect(uncounted()).toBe('현장조사 2026-11-24~2026-12-07')
  })

  test('says no day as due while the clock stands, since it would be another one tomorrow', () => {
    const dueNow = () => cells()[0]?.['처리기한']
    floor.does('counter-1', receive('k', 'SIM-02'))
    expect(dueNow()).not.toBe('(멈춤)')
    floor.does('counter-1', { type: 'demandSupplement', case: 'k', items: ['d1'], days: 5, written: true })
    expect(dueNow()).toBe('(멈춤)')
    expect(rows()[0]).toMatchObject({ stands: true, late: false })
    expect(rows()[0]).not.toHaveProperty('due')
    floor.at('11:00', tomorrow).does('counter-1', { type: 'receiveSupplement', case: 'k' })
    expect(dueNow()).toMatch(/^2026-/)
  })

  test('says the day as due of an investigation whose days are used up, and of what was late before it stood', () => {
    floor.does('counter-1', receive('k', 'PET-20'), stop)
    expect(cells()[0]?.['처리기한']).toBe('(멈춤)')
    floor.at('09:00', addDays(today, 20))
    expect(cells()[0]?.['처리기한']).toMatch(/^2026-/)
    floor.does('counter-1', receive('l', 'PET-20'))
    floor.at('09:00', addDays(today, 60)).does('counter-1', { ...stop, case: 'l' })
    const line = registerRows(floor.seat('supervisor'), {
      first: today,
      last: addDays(today, 60),
      which: 'petitions',
      masked: false,
    }).find((r) => r.case === 'l')
    expect(line).toMatchObject({ late: true })
    expect(line).not.toHaveProperty('stands')
  })

  test('says when a stop ended that lasted until the case was withdrawn', () => {
    const demand: Command = { type: 'demandSupplement', case: 'k', items: ['d1'], days: 10, written: true }
    floor.does('counter-1', receive('k', 'SIM-02'), demand)
    floor.at('09:00', tomorrow)
    expect(uncounted()).toBe('보완 2026-11-24~')
    floor.does('counter-1', { type: 'withdrawCase', case: 'k' })
    expect(uncounted()).toBe('보완 2026-11-24~2026-11-25')
  })

  test('leaves the period of a kind empty where nobody has confirmed it', () => {
    floor.does('counter-1', receive('k', 'SIM-03'))
    expect(cells()[0]).toMatchObject({ 처리기간: '미확정', 처리기한: '' })
    floor.does('counter-1', { type: 'demandSupplement', case: 'k', items: ['d1'], days: 5, written: true })
    expect(uncounted()).toBe('보완 2026-11-24~')
  })

  test('says of a prior review what its notice says: whether it can be granted', () => {
    const asked = { ...receive('k', 'SIM-05'), priorReview: true } as Command
    floor.does('counter-1', asked, ...examine('k'), { ...grant('k'), reasons: '요건을 갖추었습니다.' } as Command)
    expect(cells()[0]).toMatchObject({ 처리결과: '가능', 비고: '사전심사' })
    floor.does('counter-2', receive('l', 'SIM-05'), ...examine('l'), grant('l'))
    expect(cells()[1]).toMatchObject({ 처리결과: '처리(수리)', 비고: '' })
  })

  test('of a prior review nothing is refused, in the register and in the check of the month', () => {
    const refuseReview = { ...refuse('k'), remedies: [] } as Command
    floor.does('counter-1', { ...receive('k', 'SIM-05'), priorReview: true } as Command)
    floor.does('counter-1', ...examine('k'), refuseReview, notify('k'), { type: 'closeCase', case: 'k' })
    floor.does('counter-2', receive('l', 'SIM-05'), ...refused('l'))
    expect(cells().map((c) => c['처리결과'])).toEqual(['불가능', '거부'])
    expect(floor.sees('supervisor', { of: 'month', month: '2026-11' })).toMatchObject({ closed: 2, refused: 1 })
  })

  test('keeps the reminders of a case that is put away', () => {
    floor.does('counter-1', receive('k'))
    floor.at('17:00').does('supervisor', { type: 'remind', about: 'k', actBy: tomorrow })
    expect(rows()[0]?.remarks).toEqual([{ what: 'reminded', on: today }])
    floor.does('counter-1', ...untilEnd('k'))
    floor.at('18:00').does('supervisor', closeDay())
    expect(rows()[0]?.remarks).toEqual([{ what: 'reminded', on: today }])
    expect(cells()[0]?.['비고']).toBe('기한 경과, 독촉 (2026-11-24)')
  })
})

describe('the register of objections', () => {
  const object: Command = {
    type: 'receiveObjection',
    case: 'o',
    to: 'k',
    petitioner: { name: '김영수' },
    refusalReceivedOn: today,
    grounds: '요건에 맞습니다',
  }

  test('is apart from that of petitions, and each names the other', () => {
    floor.at('10:00').does('counter-1', receive('k'), ...refused('k'), object)
    expect(rows().map((r) => r.case)).toEqual(['k'])
    expect(rows()[0]?.remarks).toEqual([{ what: 'objection', on: today, text: '2026-01-00002' }])
    expect(rows('objections')).toMatchObject([
      { case: 'o', refusalReceivedOn: today, remarks: [{ what: 'objectionTo', text: '2026-01-00001' }] },
    ])
    expect(cells('objections')[0]).toMatchObject({ '거부처분을 받은 날': today, 비고: '이의신청 대상 2026-01-00001' })
  })
})

describe('what names a person', () => {
  test('is masked for a screen: name, those beside, and address down to its road', () => {
    const others = [{ name: '이순희' }, { name: '박민수' }]
    const joint = { how: 'joint', signers: 3 } as const
    floor.does('counter-1', { ...(living('k') as Command & { type: 'receiveCase' }), others, joint })
    expect(rows('petitions', true)[0]).toMatchObject({ name: '김*수 외 2명', address: '서울특별시 중구 세종대로 ***' })
    expect(rows()[0]).toMatchObject({ name: '김영수 외 2명', address: '서울특별시 중구 세종대로 110' })
  })

  test('is empty on a machine that was never told', () => {
    floor.does('counter-1', living('k'))
    const seat = { ...floor.seat('counter-2'), privates: new Map() }
    expect(registerRows(seat, { first: today, last: today, which: 'petitions', masked: false })[0]).toMatchObject({
      name: '',
      address: '',
      receiptNo: '2026-01-00001',
    })
  })
})

describe('the head of the register', () => {
  const head = (limit: number, which: Which = 'petitions') => {
    const asked = { first: today, last: tomorrow, which, masked: true }
    return registerHead(floor.seat('supervisor'), asked, limit)
  }
  const whole = (which: Which = 'petitions') => rows(which, true, today, tomorrow)

  test('is what the whole begins with, and counts all, of open, archived and taken out cases', () => {
    floor.at('09:00').does('counter-1', receive('open', 'SIM-02'), receive('away'), ...untilEnd('away'))
    floor.does('counter-2', receive('refused'), ...refused('refused'))
    floor.at('18:00').does('supervisor', closeDay())
    floor.at('09:00', tomorrow).does('counter-1', receive('next'), { type: 'takeOutCase', case: 'away' })
    for (const limit of [1, 2, 3, 4, 9]) expect(head(limit)).toEqual({ rows: whole().slice(0, limit), total: 4 })
    expect(head(9, 'objections')).toEqual({ rows: [], total: 0 })
  })

  test('has with a petition the objections to it', () => {
    floor.at('09:00').does('counter-1', receive('k', 'SIM-02'), ...refused('k'))
    const filed = { petitioner: { name: '김영수' }, refusalReceivedOn: today, grounds: '요건에 맞음' }
    floor.does('counter-1', { type: 'receiveObjection', case: 'o', to: 'k', ...filed })
    expect(head(9)).toEqual({ rows: whole(), total: 1 })
    expect(head(9).rows[0]?.remarks).toMatchObject([{ what: 'objection' }])
    expect(head(9, 'objections')).toEqual({ rows: whole('objections'), total: 1 })
  })
})
