import { beforeEach, describe, expect, test } from 'vitest'
import { readPart } from '../../../db/manual/manual-part.ts'
import type { Question, ViewOf } from '../../../domain/desk.ts'
import { confirmed, unknownIn } from '../../../domain/manual/manual-parts.ts'
import { kind } from '../../simulation/fixture.ts'
import { amendment, draft, editions, first, open, other, presence } from '../../support/edited-manual.ts'
import { openFloor, receive, serve, issue, today, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: '1' })
})
const sees = <Q extends Question>(question: Q, machine = 'desk'): ViewOf<Q> =>
  floor.sees(machine, question, { manualOf: (edition = 1) => editions[edition - 1], readPart, presence })

describe('the kinds as an editor sees them', () => {
  test('say what is not confirmed, what clerks propose, and which amendment changes them', () => {
    floor.does('counter-1', {
      type: 'proposeCorrection',
      proposal: 'p1',
      kind: 'SIM-02',
      edition: 1,
      text: '수수료가 올랐습니다',
    })
    floor.does('desk', ...draft)
    const view = sees({ of: 'manualKinds' })
    expect(view?.kinds).toMatchObject([
      { code: 'SIM-01', unknown: 2, proposals: 0, amendments: [{ amendment, title: '수수료 확인', state: 'draft' }] },
      { code: 'SIM-02', unknown: 0, proposals: 1, amendments: [] },
    ])
    floor.does('desk', { type: 'settleProposal', proposal: 'p1', verdict: 'declined' })
    expect(sees({ of: 'manualKinds' })?.kinds[1]?.proposals).toBe(0)
  })

  test('hold a kind that an amendment adds', () => {
    const added = { ...other, code: 'SIM-03', name: { ko: '새 민원', en: 'New' } }
    const changes = [{ part: 'kinds/SIM-03', content: JSON.stringify(added) }]
    floor.does('desk', ...draft, { type: 'changeAmendment', amendment, changes })
    expect(sees({ of: 'manualKinds' })?.kinds.map((k) => k.ko)).toEqual(['모의 민원', '유기 민원', '새 민원'])
  })
})

describe('a field that was not confirmed', () => {
  test('is confirmed with its source, and is then as sure as that', () => {
    expect(unknownIn(open).map((f) => f.field)).toEqual(['period', 'fee.won'])
    const fee = confirmed(open, { what: 'fee', won: 1000, source: '고시 제1호' })
    expect(fee.fee).toEqual({ won: 1000, means: null, source: '고시 제1호' })
    const both = confirmed(fee, { what: 'period', value: { unit: 'days', value: 7 }, source: '모의법 제2조' })
    expect(both).toMatchObject({
      periodSource: '모의법 제2조',
      sources: ['고시 제1호', '모의법 제2조'],
      fieldConfidence: { fee: 'sourced', processingPeriod: 'sourced' },
    })
    expect(both).not.toHaveProperty('periodNote')
    expect(unknownIn(both)).toEqual([])
  })

  test('of a document is who verifies it', () => {
    const unclear = { ...other, documents: kind.documents.map((d) => ({ ...d, verifyBy: null })) }
    const unknown = unknownIn(unclear)
    expect(unknown.map((f) => [f.field, f.about])).toEqual([
      ['documents.0.verifyBy', '신청서'],
      ['documents.1.verifyBy', '등기사항증명서'],
    ])
    const found = confirmed(unclear, {
      what: 'verifyBy',
      document: 1,
      value: 'sharedInfo',
      source: '전자정부법 제36조',
    })
    expect(found.documents.map((d) => d.verifyBy)).toEqual([null, 'sharedInfo'])
    expect(found.sources).toContain('전자정부법 제36조')
  })
})

describe('a part that is being typed', () => {
  const part = 'kinds/SIM-01'
  test('starts from the edition in force, or from what an amendment says of it', () => {
    floor.does('desk', ...draft)
    expect(sees({ of: 'manualPart', part })).toMatchObject({ faults: [], data: { fee: { won: null } } })
    const amended = sees({ of: 'manualPart', part, amendment })
    expect(amended).toMatchObject({ faults: [], data: { fee: { won: 1000 } } })
    expect(amended?.change).toMatchObject({ what: 'changed', changes: [{ field: 'fee.won', was: null, now: 1000 }] })
    expect(sees({ of: 'manualPart', part: 'kinds/SIM-99' })).toBeUndefined()
  })

  test('is told its faults as manual check tells them, by field and line, in both languages', () => {
    const text = (sees({ of: 'manualPart', part })?.yaml ?? '').replace('won: null', 'won: 천원').replace('SIM-01', 'X')
    const view = sees({ of: 'manualPart', part, text })
    expect(view?.content).toBeUndefined()
    expect(view?.faults).toMatchObject([
      { field: 'code', line: 1, problem: 'wrongForm' },
      { field: 'fee.won', problem: 'wrongType', ko: expect.stringContaining('꼴') as string },
    ])
    expect(view?.faults.every((f) => f.en !== '' && !/[가-힣]/.test(f.en.split('→')[0] ?? ''))).toBe(true)
  })

  test('has what the rules forbid beside what its shape does', () => {
    const text = JSON.stringify({ ...open, category: 'ZZZ', periodNote: undefined })
    expect(sees({ of: 'manualPart', part, text })?.faults.map((f) => f.problem)).toEqual([
      'categoryUnknown',
      'periodUnnoted',
    ])
  })

  test('says who said it last and when, and how what is typed differs from that', () => {
    floor.at('10:00').does('desk', ...draft)
    const text = JSON.stringify({ ...open, fee: { ...open.fee, won: 2000 } })
    const view = sees({ of: 'manualPart', part, text })
    expect(view?.stand).toEqual({ at: floor.now, clerk: '편집자', rests: 1, of: 'amendment', title: '수수료 확인' })
    expect(view?.fromStand?.changes).toMatchObject([{ field: 'fee.won', was: 1000, now: 2000 }])
    expect(sees({ of: 'manualKinds' })?.kinds.map((k) => k.saidLast)).toEqual([floor.now, 0])
    floor.at('11:00').does('hall', {
      type: 'publishEdition',
      edition: 2,
      effectiveDate: today,
      hash: '2',
      changes: { added: [], changed: [part], removed: [] },
    })
    expect(sees({ of: 'manualPart', part, text })?.stand).toMatchObject({ at: floor.now, of: 'edition', edition: 2 })
    floor.does('desk', { type: 'dropAmendment', amendment })
    expect(sees({ of: 'manualPart', part: 'kinds/SIM-02' })).not.toHaveProperty('stand')
  })

  test('that an amendment takes out is shown as the edition has it, and that it goes', () => {
    floor.does('desk', ...draft, { type: 'leavePart', amendment, part })
    floor.does('desk', { type: 'changeAmendment', amendment, changes: [{ part, content: null, over: 0 }] })
    const view = sees({ of: 'manualPart', part, amendment })
    expect(view).toMatchObject({ isTakenOut: true, data: { code: 'SIM-01' }, faults: [] })
    expect(sees({ of: 'amendment', amendment })?.changes).toMatchObject([{ part, what: 'removed', name: open.name }])
    expect(sees({ of: 'manualPart', part })).not.toHaveProperty('isTakenOut')
  })

  test('that comes from a form as JSON has the lines of its YAML', () => {
    const text = JSON.stringify({ ...open, fee: { won: '천원', means: null } })
    const view = sees({ of: 'manualPart', part, text })
    const line = view?.yaml?.split('\n')[(view.faults[0]?.line ?? 0) - 1]
    expect([view?.faults.length, line, view?.text]).toEqual([1, '  won: 천원', text])
  })

  test('that cannot be read keeps its text and says the line', () => {
    const view = sees({ of: 'manualPart', part, text: 'code: "SIM' })
    expect(view).toMatchObject({ text: 'code: "SIM', faults: [{ problem: 'notYaml', line: 1 }] })
    expect(view?.data).toBeUndefined()
  })

  test('may be a template, with a page that shows it', () => {
    const style = { part: 'style', text: 'b { color: red }' } as const
    const layOutSample = (of: string, text: string) => `${of}: ${text}`
    const seat = { manualOf: () => first, readPart, layOutSample }
    expect(floor.sees('desk', { of: 'manualPart', ...style }, seat)?.sample).toBe('style: b { color: red }')
    expect(floor.sees('desk', { of: 'manualPart', part: 'words' }, seat)).not.toHaveProperty('sample')
    expect(sees({ of: 'manualKinds' })?.lists.map((l) => l.part)).toEqual(['categories', 'words', 'style'])
  })

  test('may be a list', () => {
    const text = '- { code: SIM, ko: 모의, en: Simulated }\n- { code: SIM, ko: 둘째, en: Second }'
    expect(sees({ of: 'manualPart', part: 'categories', text })?.change?.what).toBe('changed')
    expect(sees({ of: 'manualPart', part: 'words', text: '- { means: { a: 1 } }' })?.faults[0]?.problem).toBe(
      'wordUnsaid',
    )
  })
})

describe('an amendment as it is seen', () => {
  test('says field by field what it changes, by whom and why, and what is closed to whoever looks', () => {
    floor.does('desk', ...draft, { type: 'offerAmendment', amendment })
    const own = sees({ of: 'amendment', amendment })
    expect(own?.changes).toMatchObject([
      {
        part: 'kinds/SIM-01',
        name: { ko: '모의 민원' },
        what: 'changed',
        why: '고시를 확인함',
        written: { clerk: '편집자' },
        changes: [{ field: 'fee.won', was: null, now: 1000 }],
      },
    ])
    expect(own).toMatchObject({ writers: ['편집자'], counters: { all: 2, connected: 1 }, earliest: today })
    expect(own?.closed).toEqual({
      change: 'amendmentUnderReview',
      offer: 'amendmentUnderReview',
      approve: 'reviewByAuthor',
      publish: 'notSupervisor',
    })
    expect(sees({ of: 'amendment', amendment }, 'supervisor')?.closed).not.toHaveProperty('approve')
    expect(sees({ of: 'amendment', amendment: 'none' })).toBeUndefined()
  })

  test('warns of an edition that changed the same part meanwhile', () => {
    floor.does('desk', ...draft)
    expect(sees({ of: 'amendment', amendment })?.changes[0]).not.toHaveProperty('overtakes')
    floor.at('10:00').does('hall', {
      type: 'publishEdition',
      edition: 2,
      effectiveDate: today,
      hash: '2',
      changes: { added: [], changed: ['kinds/SIM-01'], removed: [] },
    })
    expect(sees({ of: 'amendment', amendment })?.changes[0]?.overtakes).toBe(2)
  })

  test('stands among the others, those under way first', () => {
    floor.does('desk', ...draft, { type: 'dropAmendment', amendment })
    floor.at('10:00').does('desk', { type: 'openAmendment', amendment: 'a2', title: '둘째', reason: '까닭' })
    expect(sees({ of: 'amendments' }).map((a) => [a.amendment, a.state])).toEqual([
      ['a2', 'draft'],
      ['a1', 'dropped'],
    ])
    expect(sees({ of: 'manualDesk' })).toMatchObject({ clerk: { role: 'editor' }, edition: { edition: 1 }, offered: 0 })
  })
})

test('who only edits the manual is told nothing of visitors and petitions', () => {
  issue(floor, 't1')
  serve(floor, 'counter-1', 'v1')
  floor.does('counter-1', receive('c1'))
  expect(sees({ of: 'case', case: 'c1' }, 'supervisor')).toBeDefined()
  expect(sees({ of: 'case', case: 'c1' })).toBeUndefined()
  expect(sees({ of: 'lookup', text: '모의' }).lines).toEqual([])
  const { cases, queue, today: figures } = sees({ of: 'overview' })
  expect([cases.open, queue.waiting, figures.issued, figures.received]).toEqual([0, 0, 0, 0])
  expect(sees({ of: 'register', first: today, last: today, which: 'petitions' })?.total ?? 0).toBe(0)
})
