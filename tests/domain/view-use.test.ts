import { expect, test } from 'vitest'
import { noteMissed, tellableSearch } from '../../domain/missed-search.ts'
import type { Case } from '../../domain/case.ts'
import { workingMinutes } from '../../domain/view-use.ts'
import { instantOf } from '../../domain/time.ts'
import { openFloor, receive, today, tomorrow, untilEnd, type Floor } from '../support/floor.ts'

const propose = (proposal: string, text: string, kind = 'SIM-01') =>
  ({ type: 'proposeCorrection', proposal, kind, edition: 1, place: 'fee', text }) as const

function floorWithCases(n: number): Floor {
  const floor = openFloor()
  for (let i = 0; i < n; i += 1) {
    floor.at(`1${i % 2}:00`).does('counter-1', receive(`c${i}`))
    if (i < 2) floor.does('counter-1', { type: 'markDocument', case: `c${i}`, document: 'd1', mark: 'missing' })
    floor.at(`1${(i % 2) + 3}:00`).does('counter-1', ...untilEnd(`c${i}`))
  }
  return floor
}

test('steps tell their median of working minutes once five petitions have taken them, here and in the archive', () => {
  const floor = floorWithCases(6)
  const use = floor.sees('supervisor', { of: 'use' })
  expect(use.cases).toBe(6)
  // From ten or eleven o'clock to one or two, without the hour of lunch.
  expect(use.steps[0]).toEqual({ code: 'SIM-01', step: 's1', title: '접수', cases: 6, medianMinutes: 120 })
  expect(use.documents).toEqual([{ code: 'SIM-01', document: 'd1', name: '신청서', missing: 2, of: 6 }])
  floor.at('19:00').does('supervisor', { type: 'closeDay', day: today })
  floor.at('09:00', tomorrow)
  expect(floor.hall.cases.size).toBe(0)
  expect(floor.sees('supervisor', { of: 'use' })).toMatchObject({
    cases: 6,
    steps: use.steps,
    documents: use.documents,
  })
  expect(floor.sees('supervisor', { of: 'use', code: 'SIM-02' })).toMatchObject({ cases: 0, steps: [], documents: [] })
})

test('of fewer petitions nothing is told, since it would tell of single ones', () => {
  const use = floorWithCases(4).sees('supervisor', { of: 'use' })
  expect(use).toMatchObject({ cases: 4, steps: [], documents: [] })
})

test('missed searches are added up over thirty days; what came once is only counted', () => {
  const floor = openFloor()
  const tell = (day: string, ...missed: { text: string; times: number }[]) =>
    floor.does('counter-1', { type: 'tellUse', day, missed })
  tell('2026-09-01', { text: '옛말', times: 9 })
  tell('2026-11-20', { text: '드론', times: 2 }, { text: '한번', times: 1 })
  tell(today, { text: '드론', times: 3 }, { text: '반려동물', times: 4 })
  const use = floor.sees('supervisor', { of: 'use' })
  expect(use.missed).toEqual([
    { text: '드론', times: 5, days: 2, last: today },
    { text: '반려동물', times: 4, days: 1, last: today },
  ])
  expect(use.missedOnce).toBe(1)
  expect(floor.sees('supervisor', { of: 'use', code: 'SIM-01' }).missed).toEqual([])
})

test('a clerk sees what became of his proposals, the editor those that are open', () => {
  const floor = openFloor()
  floor.does('counter-1', propose('p1', '수수료가 올랐습니다'), propose('p2', '서식이 바뀌었습니다', 'SIM-02'))
  floor.does('supervisor', { type: 'settleProposal', proposal: 'p1', verdict: 'taken', note: '고시를 확인함' })
  expect(floor.sees('counter-1', { of: 'proposals', code: 'SIM-01' })).toMatchObject([
    {
      text: '수수료가 올랐습니다',
      place: 'fee',
      settled: { verdict: 'taken', note: '고시를 확인함', clerk: '감독자' },
    },
  ])
  expect(floor.sees('counter-1', { of: 'proposals' })).toHaveLength(2)
  expect(floor.sees('supervisor', { of: 'proposals' })).toEqual([])
  expect(floor.sees('supervisor', { of: 'use' }).proposals.map((p) => p.proposal)).toEqual(['p2'])
})

test('working minutes leave out lunch, nights and days off', () => {
  const { calendar } = openFloor().seat('counter-1')
  const minutes = (from: string, to: string, lastDay = today) =>
    workingMinutes(instantOf(today, from), instantOf(lastDay, to), calendar)
  expect(minutes('10:00', '11:30')).toBe(90)
  expect(minutes('11:30', '13:30')).toBe(60)
  expect(minutes('17:30', '09:30', tomorrow)).toBe(60)
  expect(minutes('10:00', '10:00', '2026-11-30')).toBe(4 * 480)
})

test('a search is told by its letters, and not at all if a person may be in it', () => {
  expect(tellableSearch('  드론  비행 승인!! 2026')).toBe('드론 비행 승인')
  expect(tellableSearch('가'.repeat(80))).toHaveLength(40)
  for (const text of [
    '홍길동 800101',
    '홍길동800101',
    '010-1234-5678',
    '김영수',
    '김영수 민원',
    '8',
    'ㅁ',
    '2026-01-00001',
  ])
    expect(tellableSearch(text), text).toBeUndefined()
  expect(noteMissed(noteMissed({}, '드론 1'), '드론 2')).toEqual({ 드론: 2 })
  expect(noteMissed({}, 'constructor')).toEqual({ constructor: 1 })
  expect(noteMissed({ 드론: 1 }, '김영수')).toEqual({ 드론: 1 })
  const full = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`말${i}`, 1]))
  expect(noteMissed(full, '다른 말')).toBe(full)
})

test('the use over 10,000 petitions is worked out within two seconds', () => {
  const floor = floorWithCases(1)
  const [one] = floor.hall.cases.values()
  if (!one) throw new Error('no case')
  for (let i = 1; i < 10_000; i += 1) {
    const copy: Case = { ...one, received: { ...one.received, case: `many ${i}` } }
    floor.hall.cases.set(`many ${i}`, copy)
  }
  const before = performance.now()
  const use = floor.sees('supervisor', { of: 'use' })
  const took = performance.now() - before
  console.log(`use over 10,000 petitions: ${took.toFixed(0)} ms`)
  expect(use.cases).toBe(10_000)
  expect(took).toBeLessThan(2000)
})
