import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { answersIn, guideAddress, guidePath } from '../../../domain/guide/guide-address.ts'
import { feeText, guideWords } from '../../../domain/guide/guide-words.ts'
import { guideAnswers, guideOf, guidePlace } from '../../../domain/guide/guide.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { kind as simulated, profile } from '../../simulation/fixture.ts'

const manual = readManual(join(import.meta.dirname, '../../../manual'))
if ('faults' in manual) throw new Error('the shipped manual has faults')
const shipped = manual.content.kinds

const kind: Kind = {
  ...simulated,
  questions: [
    ...simulated.questions,
    { id: 'branch', ask: { ko: '지점이 있습니까?', en: 'Is there a branch?' }, type: 'yesNo', because: '법 제1조' },
    { id: 'rooms', ask: { ko: '방은 몇 개입니까?', en: 'How many rooms?' }, type: 'number', because: '법 제2조' },
  ],
  documents: [
    ...simulated.documents,
    {
      id: 'd3',
      name: '지점 목록',
      providedBy: 'applicant',
      verifyBy: 'applicant',
      basis: 'law',
      original: true,
      when: 'branch',
      condition: '지점이 있으면',
    },
    { id: 'd4', name: '위임장', providedBy: 'applicant', verifyBy: null, basis: 'law', condition: '대리인이 오면' },
    { id: 'd5', name: '신분증', providedBy: 'applicant', verifyBy: 'id', basis: 'law' },
  ],
  fee: { won: 1000, means: '현금', cases: [{ when: 'rooms > 3', won: 5000 }] },
}
const mark = { edition: 4, effectiveDate: '2026-11-02' }

describe('the guide to a kind', () => {
  test('without answers brings what everyone brings, and says of the rest on which question it turns', () => {
    const guide = guideOf(kind, mark, {})
    expect(guide.bring).toEqual([
      { document: 'd1', name: '신청서', isOriginal: false },
      { document: 'd4', name: '위임장', isOriginal: false, condition: '대리인이 오면', isUnconfirmed: true },
    ])
    expect(guide.office.map((d) => [d.name, d.verifyBy])).toEqual([['신분증', 'id']])
    expect(guide.open.map((d) => [d.name, d.turnsOn, d.byOffice])).toEqual([
      ['등기사항증명서', ['applicant'], true],
      ['지점 목록', ['branch'], false],
    ])
    expect(guide.fee).toMatchObject({ amount: 'open', turnsOn: ['rooms'] })
    expect(guide).toMatchObject({ edition: 4, inForceSince: '2026-11-02', isElsewhere: false })
  })

  test('with every answer has nothing open, and what does not apply is not named', () => {
    const guide = guideOf(kind, mark, { applicant: 'person', branch: true, rooms: 4 })
    expect(guide.open).toEqual([])
    expect(guide.bring.map((d) => [d.name, d.isOriginal])).toContainEqual(['지점 목록', true])
    expect([...guide.bring, ...guide.office].map((d) => d.document)).toEqual(['d1', 'd3', 'd4', 'd5'])
    expect(guide.fee).toMatchObject({ amount: 5000, turnsOn: [] })
    expect(guide.questions.map((q) => q.answer)).toEqual(['person', true, 4])
  })

  test('what the office verifies itself is never among what is brought', () => {
    const guide = guideOf(kind, mark, { applicant: 'corporation', branch: false, rooms: 1 })
    expect(guide.office.map((d) => d.name)).toEqual(['등기사항증명서', '신분증'])
    expect(guide.bring.map((d) => d.name)).not.toContain('등기사항증명서')
  })
})

describe('who comes', () => {
  const own: Kind = { ...kind, documents: kind.documents.filter((d) => d.id !== 'd5') }

  test('shows an ID at the counter, which is said beside the documents and is none of them', () => {
    const guide = guideOf(own, mark, {})
    expect(guide.showsId).toBe(true)
    expect(guide.bring.map((d) => d.name)).not.toContain('신분증')
    expect(guideWords.ko.identity).toEqual({ label: '본인 확인', what: '신분증(대리인이면 위임장과 대리인 신분증)' })
  })

  test('is not told twice where the kind has an ID among its documents, and not where nobody is asked who they are', () => {
    const named: Kind['documents'][number] = {
      id: 'd6',
      name: '신분증 사본',
      providedBy: 'applicant',
      verifyBy: 'applicant',
      basis: 'law',
      when: 'branch',
    }
    expect(guideOf(kind, mark, {})).not.toHaveProperty('showsId')
    expect(guideOf({ ...own, documents: [...own.documents, named] }, mark, {})).not.toHaveProperty('showsId')
    expect(guideOf({ ...own, petition: 'proposal' }, mark, {})).not.toHaveProperty('showsId')
    expect(guideOf({ ...own, intake: '다른 기관' }, mark, {})).not.toHaveProperty('showsId')
  })

  test('is told of an ID by the guide to every kind of the shipped manual whose first steps check one', () => {
    const taken = shipped.filter((k) => k.intake === 'hall')
    const checked = taken.filter((k) =>
      k.steps.some((s) => s.checks.some((c) => /신청인을 확인했다|신분증을 확인/.test(c.text))),
    )
    expect(checked.length).toBeGreaterThan(20)
    const untold = checked.filter((one) => {
      const { showsId, bring, office, open } = guideOf(one, mark, {})
      return !showsId && ![...bring, ...office, ...open].some((d) => d.name.includes('신분증'))
    })
    expect(untold.map((k) => k.code)).toEqual([])
  })
})

describe('of what only a requirement turns on', () => {
  const strict: Kind = {
    ...kind,
    questions: [
      ...kind.questions,
      { id: 'capital', ask: { ko: '자본금은?', en: 'How much capital?' }, type: 'number', because: '법 제3조' },
    ],
    conditions: [
      { id: 'c1', text: '자본금 3억원 이상', holds: 'capital >= 30000' },
      { id: 'c2', text: '지점마다 책임자 1명', when: 'branch', holds: 'capital > 1' },
    ],
  }

  test('nothing is asked, nothing is printed and nothing stands in the address; the requirements are told in words', () => {
    const guide = guideOf(strict, mark, { capital: 1 })
    expect(guide.questions.map((q) => q.question.id)).toEqual(['applicant', 'branch', 'rooms'])
    expect(guideAnswers(strict, { capital: 1, branch: false })).toEqual({ branch: false })
    expect(guide.requirements).toEqual(['자본금 3억원 이상', '지점마다 책임자 1명'])
    expect(guideOf(strict, mark, { branch: false }).requirements).toEqual(['자본금 3억원 이상'])
  })

  test('in the shipped manual every question of a guide changes its documents or its fee', () => {
    let asked = 0
    for (const one of shipped) {
      const { questions } = guideOf(one, mark, {})
      const turning = new Set([...one.documents, ...(one.fee.cases ?? [])].map((d) => d.when ?? ''))
      for (const { question } of questions)
        expect(
          [...turning].some((when) => new RegExp(`\\b${question.id}\\b`).test(when)),
          question.id,
        ).toBe(true)
      asked += questions.length
    }
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(shipped.flatMap((k) => k.questions).length)
  })
})

describe('the fee of a guide', () => {
  test('has its note beside it: of the case that applies, else of all, and none while it is open', () => {
    const noted: Kind = {
      ...kind,
      fee: { won: 300, means: null, note: '조례 확인 필요', cases: [{ when: 'branch', won: 100, note: '열람' }] },
    }
    expect(guideOf(noted, mark, { branch: true }).fee).toMatchObject({ amount: 100, note: '열람' })
    expect(guideOf(noted, mark, { branch: false }).fee).toMatchObject({ amount: 300, note: '조례 확인 필요' })
    expect(guideOf(noted, mark, {}).fee).not.toHaveProperty('note')
  })

  test('in the shipped manual is never told as confirmed where its note says that it is not, or is of another place', () => {
    const guessed = shipped.filter((k) => /확인 필요|지방 사례|조례로/.test(k.fee.note ?? '') && k.fee.won !== null)
    expect(guessed.map((k) => k.code)).toEqual(expect.arrayContaining(['PRS-01', 'CON-14', 'QUA-01']))
    for (const one of guessed) {
      const { fee } = guideOf(one, mark, {})
      expect(fee.isSourced, one.code).toBe(false)
      expect(fee.note, one.code).toBe(fee.amount === 'open' ? undefined : one.fee.note)
      expect(feeText(fee, String, guideWords.ko), one.code).toMatch(/출처 확인 전|답에 따라 다릅니다/)
    }
  })
})

test('in English every fee of the shipped manual is said in English, and how it is paid', () => {
  const said = shipped.map((one) => feeText(guideOf(one, mark, {}).fee, String, guideWords.en))
  expect(said.filter((text) => /[가-힣]/.test(text))).toEqual([])
  expect(said.filter((text) => text.includes('local revenue stamp')).length).toBeGreaterThan(5)
})

test('the place says where and when to come, and whom to call', () => {
  const hall = profile(1)
  expect(guidePlace({ ...hall, office: { name: '시청', head: '시장', address: '시청로 1' } })).toMatchObject({
    hall: hall.name,
    address: '시청로 1',
    hours: hall.hours,
    lunch: hall.lunch,
    phones: [],
  })
  expect(guidePlace({ ...hall, teams: [{ id: 't1', name: '1팀', phone: '02-1' }] }).phones).toEqual([
    { team: '1팀', phone: '02-1' },
  ])
})

describe('the address of a guide', () => {
  test('holds the answers and gives them back', () => {
    const answers = { applicant: 'corporation', branch: false, rooms: 12.5 }
    const path = guidePath('SIM-01', answers)
    expect(path).toBe('/guide/SIM-01?applicant=corporation&branch=no&rooms=12.5')
    expect(answersIn(kind.questions, new URLSearchParams(path.split('?')[1]))).toEqual(answers)
    expect(guidePath('SIM-01', {}, 'en')).toBe('/guide/en/SIM-01')
  })

  test('is made from the address by which machines or citizens reach the hall', () => {
    expect(guideAddress('ws://192.168.0.10:4180', 'SIM-01', {})).toBe('http://192.168.0.10:4180/guide/SIM-01')
    expect(guideAddress('wss://hall.example/line', 'SIM-01', {})).toBe('https://hall.example/guide/SIM-01')
    expect(guideAddress('https://minwon.example/', 'SIM-01', {})).toBe('https://minwon.example/guide/SIM-01')
    expect(guideAddress('no address', 'SIM-01', {})).toBeUndefined()
  })

  test('of which a part is what no question asks, a value that it does not allow or a second answer, leaves that out', () => {
    const read = (query: string) => answersIn(kind.questions, new URLSearchParams(query))
    expect(read('applicant=&branch=&rooms=')).toEqual({})
    expect(read('branch=no&branch=yes')).toEqual({ branch: false })
    for (const query of ['name=김영수', 'applicant=ghost', 'branch=true', 'rooms=-1', 'rooms=1e9'])
      expect(read(query), query).toEqual({})
  })
})
