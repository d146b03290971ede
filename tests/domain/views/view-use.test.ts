import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import type { Case } from '../../../domain/case/case.ts'
import { noteMissed, tellableSearch, vocabularyOf } from '../../../domain/find/missed-search.ts'
import { evolve } from '../../../domain/hall-fold.ts'
import { Missed } from '../../../domain/manual/manual-use.ts'
import { addDays, instantOf, startOfDay } from '../../../domain/time.ts'
import { workingMinutes } from '../../../domain/views/view-use.ts'
import { openFloor, receive, today, tomorrow, untilEnd, type Floor } from '../../support/floor.ts'

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

test('petitions count from the day of their receipt, whether they are open, closed or put away', () => {
  const floor = openFloor()
  const closeDay = (day: string) => floor.at('19:00', day).does('supervisor', { type: 'closeDay', day })
  floor.does('counter-1', receive('open', 'SIM-02'), receive('slow', 'SIM-02'))
  const later = addDays(today, 200)
  floor.at('09:00', later).does('counter-1', ...untilEnd('slow'), receive('new', 'SIM-02'), receive('done'))
  floor.does('counter-1', ...untilEnd('done'))
  expect(floor.sees('supervisor', { of: 'use' }).cases).toBe(2)
  closeDay(later)
  expect([...floor.hall.cases.keys()]).toEqual(['open', 'new'])
  expect(floor.sees('supervisor', { of: 'use' }).cases).toBe(2)
})

test('of fewer petitions nothing is told, since it would tell of single ones', () => {
  const use = floorWithCases(4).sees('supervisor', { of: 'use' })
  expect(use).toMatchObject({ cases: 4, steps: [], documents: [] })
})

test('missed searches are added up over thirty days; what came once is only counted', () => {
  const floor = openFloor()
  const tell = (day: string, ...missed: { text: string; times: number }[]) =>
    floor.does('counter-1', { type: 'tellUse', day, missed })
  floor.at('10:00', '2026-09-01')
  tell('2026-09-01', { text: '옛말', times: 9 })
  floor.at('10:00', today)
  tell('2026-11-20', { text: '등록', times: 2 }, { text: '한번', times: 1 })
  tell(today, { text: '등록', times: 3 }, { text: '… 재발급', times: 4 })
  const use = floor.sees('supervisor', { of: 'use' })
  expect(use.missed).toEqual([
    { text: '등록', times: 5, days: 2, last: today },
    { text: '… 재발급', times: 4, days: 1, last: today },
  ])
  expect(use.missedOnce).toBe(1)
  expect(floor.sees('supervisor', { of: 'use', code: 'SIM-01' }).missed).toEqual([])
})

test('a counter tells of the last 31 days only, and a clock that is wrong takes no real day away', () => {
  const floor = openFloor()
  const tell = (day: string) => ({ type: 'tellUse' as const, day, missed: [{ text: '등록', times: 2 }] })
  floor.does('counter-1', tell(today), tell(addDays(today, -29)), tell(addDays(today, -31)))
  for (const day of [tomorrow, addDays(today, -32)])
    expect(floor.refusal('counter-1', tell(day)), day).toBe('useDayOff')
  for (let i = 1; i < 200; i += 1) {
    const day = addDays(today, i)
    const by = { machine: 'counter-1' }
    evolve(floor.hall, { type: 'useTold', at: startOfDay(day), by, day, missed: [{ text: '등록', times: 1 }] })
  }
  expect(floor.sees('supervisor', { of: 'use' }).missed).toMatchObject([
    { text: '등록', times: 4, days: 2, last: today },
  ])
  floor.at('19:00').does('supervisor', { type: 'closeDay', day: today })
  expect(floor.sees('supervisor', { of: 'use' }).missed).toMatchObject([{ times: 4, days: 2 }])
})

test('what was missed three months before a day that is closed is let go', () => {
  const floor = openFloor()
  floor.hall.missed.set(addDays(today, -92), { 등록: 1 }).set(addDays(today, -91), { 등록: 1 })
  floor.at('19:00').does('supervisor', { type: 'closeDay', day: today })
  expect([...floor.hall.missed.keys()]).toEqual([addDays(today, -91)])
})

test('a text of a missed search has words and marks only, and no more times than a counter can count', () => {
  const tellable = (text: string, times = 1) => Missed.safeParse({ text, times }).success
  expect(['등록 재발급', '…', '… 등록 …', 'newspaper'].filter((t) => !tellable(t))).toEqual([])
  expect(['', '등록 1', '010-1234', 'hong@naver.com', '가', ' 등록'].filter((t) => tellable(t))).toEqual([])
  expect([tellable('등록', 10_000), tellable('등록', 10_001)]).toEqual([true, false])
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

describe('of a missed search', () => {
  const manual = readManual(join(import.meta.dirname, '../../../manual'))
  if ('faults' in manual) throw new Error('the shipped manual has faults')
  const vocabulary = vocabularyOf(manual.content)
  const told = (text: string) => tellableSearch(text, vocabulary)

  test('only the words of the manual are told, and of every other word that there was one', () => {
    expect(told('  인터넷신문  등록증을 재발급!! 2026')).toBe('인터넷신문 등록증 재발급')
    expect(told('tlsans')).toBe(told('신문'))
    expect(told('우주선 등록')).toBe('… 등록')
    expect(told('8')).toBeUndefined()
    expect(told('2026-01-00001')).toBeUndefined()
    expect(told('등록 '.repeat(90))?.split(' ')).toHaveLength(8)
  })

  test('no letter of a name, an address or a number is told, however it is typed', () => {
    for (const text of [
      ...['홍길동', '한지민', '허준', '남궁민', '김철수님', '김철수 씨', '김 철 수', '이몽룡', '황보관', '선우은숙'],
      ...['John Smith', 'john', 'rlacjftn', 'RLACJFTN', 'gksw lals', 'hong naver com', 'hong@naver.com'],
      ...['홍길동800101', '홍길동 800101', '010-1234-5678 김영수', 'ㅁ', 'ㄱㅊㅅ', '김철수'],
      '\u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e',
    ])
      expect(told(text) ?? '', text).toMatch(/^(…( …)*)?$/)
    expect(told('김철수 등록증 재발급')).toBe('… 등록증 재발급')
    expect(told('오세훈 인터넷신문')).toBe('… 인터넷신문')
  })

  test('so many are counted and no more, and a text may be called as something that every object has', () => {
    expect(noteMissed(noteMissed({}, '등록'), '등록')).toEqual({ 등록: 2 })
    expect(noteMissed({}, 'constructor')).toEqual({ constructor: 1 })
    expect(noteMissed({ 등록: 10_000 }, '등록')).toEqual({ 등록: 10_000 })
    const full = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`말${i}`, 1]))
    expect(noteMissed(full, '다른 말')).toBe(full)
  })

  test('a PC without a manual tells nothing', () => {
    expect(openFloor().sees('counter-1', { of: 'tellable', text: '등록' })).toBeUndefined()
  })
})

test('a proposal with a number or an address of a person is not taken; an amount is', () => {
  const floor = openFloor()
  for (const text of [
    '010-1234-5678',
    '０１０．１２３４．５６７８',
    '800101',
    '80.01.01 생',
    '8001 01–1234567',
    'a@b.kr',
  ])
    expect(floor.refusal('counter-1', propose('p', text)), text).toBe('personInText')
  floor.does('counter-1', propose('p', '수수료가 100,000원으로 올랐습니다(제12조제3항)'))
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
