import { describe, expect, test } from 'vitest'
import { tableOffers } from '../../../domain/manual/manual-table.ts'
import type { Kind, ManualContent } from '../../../domain/manual/manual.ts'
import { changesFor, offersOf, offersOfMore } from '../../../domain/manual/offer.ts'
import { guessColumns, tableIn } from '../../../domain/manual/table-columns.ts'
import {
  headingUnknown,
  readDocuments,
  readFee,
  readLaws,
  readPeriod,
  withUnit,
} from '../../../domain/manual/table-values.ts'
import { kind as fixture } from '../../simulation/fixture.ts'

const source = '민원처리기준표.xlsx (2026-11-02)'
const law = [{ law: '모의법', article: '제1조', heading: '모의' }]
const kind: Kind = { ...fixture, category: 'SIM', law }
const term: Kind = { ...kind, code: 'SIM-02', name: { ko: '유기 민원', en: 'Term' }, synonyms: ['기한 있는 민원'] }
const content: ManualContent = {
  categories: [{ code: 'SIM', ko: '모의', en: 'Simulated' }],
  kinds: [{ ...kind, code: 'SIM-01' }, term],
  documents: {},
  style: '',
  words: [],
}
const head = ['연번', '민원사무명', '코드', '근거 법령', '처리기간', '수수료', '구비서류', '담당부서']
const offers = (...rows: string[][]) => {
  const table = tableIn([['2026년 민원처리기준표'], head, ...rows])
  if (!table) throw new Error('no table')
  return tableOffers(table, guessColumns(table.heads), { content, source, near: () => ['유기 민원'] })
}
const row = (name: string, more: Partial<Record<string, string>> = {}) =>
  head.map((h) => (h === head[1] ? name : (more[h] ?? '')))

describe('what a cell says is read strictly', () => {
  test.each<[string, ReturnType<typeof readPeriod>]>([
    ['60일(공휴일 포함)', { period: { unit: 'calendarDays', value: 60 } }],
    ['90일 이내(달력)', { period: { unit: 'calendarDays', value: 90 } }],
    ['즉시', { period: { unit: 'immediate', value: 3 } }],
    ['즉시(3시간)', { period: { unit: 'immediate', value: 3 } }],
    ['3일', { period: { unit: 'days', value: 3 } }],
    ['20일 이내', { period: { unit: 'days', value: 20 } }],
    ['7일(14일)', { period: { unit: 'days', value: 7 }, note: '7일(14일)' }],
    ['2개월', { period: { unit: 'months', value: 2 } }],
    ['4시간', { period: { unit: 'hours', value: 4 } }],
  ])('a period: %s', (text, said) => expect(readPeriod(text)).toEqual(said))

  test.each(['3-5일', '7일 또는 14일', '30', '0일', '별도 통보', '즉시~3일', '2월'])('no period: %s', (text) =>
    expect(readPeriod(text)).toBe('unread'),
  )

  test.each<[string, number]>([
    ['1,000원', 1000],
    ['1000', 1000],
    ['0원', 0],
    ['없음', 0],
    ['무료', 0],
    ['12,000 원', 12_000],
  ])('a fee: %s', (text, said) => expect(readFee(text)).toBe(said))

  test.each(['1천원', '-', '1,00원', '통당 400원', '조례에 따름', '1,000~2,000원'])('no fee: %s', (text) =>
    expect(readFee(text)).toBe('unread'),
  )

  test('laws: each with its article, with or without its heading', () => {
    expect(readLaws('「주민등록법」 제29조(열람 또는 등·초본의 교부), 건축법 시행규칙 제12조의2 제1항')).toEqual([
      { law: '주민등록법', article: '제29조', heading: '열람 또는 등·초본의 교부' },
      { law: '건축법 시행규칙', article: '제12조의2제1항', heading: headingUnknown },
    ])
    for (const text of [
      '주민등록법',
      '같은 법 제3조 및 제4조',
      '제29조',
      '시행령 제4조',
      '주민등록법 제2조, 같은 영 제3조',
      '이 법 제4조',
    ])
      expect(readLaws(text), text).toBe('unread')
  })

  test('laws: an article without its law is of the law before it, also as 같은 법, 동법 or a decree', () => {
    const named = (text: string) => {
      const laws = readLaws(text)
      return laws === 'unread' ? laws : laws.map((one) => `${one.law} ${one.article}`)
    }
    expect(named('신문 등의 진흥에 관한 법률 제9조 및 제13조')).toEqual([
      '신문 등의 진흥에 관한 법률 제9조',
      '신문 등의 진흥에 관한 법률 제13조',
    ])
    expect(named('주민등록법 제29조, 제30조(발급)\n동법 시행령 제47조\n같은 법 시행규칙 제3조, 시행령 제48조')).toEqual(
      [
        '주민등록법 제29조',
        '주민등록법 제30조',
        '주민등록법 시행령 제47조',
        '주민등록법 시행규칙 제3조',
        '주민등록법 시행령 제48조',
      ],
    )
    expect(named('동물보호법 제3조 제1항')).toEqual(['동물보호법 제3조제1항'])
    for (const text of [
      '여권법 제9조 및 같은 법 시행령 제15조',
      '여권법 제9조·동법 시행령 제15조',
      '여권법 제9조 동법 시행령 제15조',
      '「여권법」 제9조 및 같은 법 시행령 제15조',
    ])
      expect(named(text), text).toEqual(['여권법 제9조', '여권법 시행령 제15조'])
    expect(named('여권법 제9조, 제13조 및 같은 법 시행령 제15조')).toEqual([
      ...['여권법 제9조', '여권법 제13조', '여권법 시행령 제15조'],
    ])
  })

  test('laws: the heading of an article stays as the table has it, whatever it names', () => {
    const headings = (text: string) => {
      const laws = readLaws(text)
      return laws === 'unread' ? laws : laws.map((one) => one.heading)
    }
    expect(headings('여권법 제9조(제10조 및 제11조에 따른 발급)')).toEqual(['제10조 및 제11조에 따른 발급'])
    expect(headings('여권법 시행령 제5조(법 제9조·제10조의 신청)')).toEqual(['법 제9조·제10조의 신청'])
  })

  test('a bare number has the unit that the head of its column says, and no other', () => {
    const read = (said: string, cell: string) => withUnit(cell, said)
    expect([read('처리기간(일)', '7'), read('처리기간 (단위: 시간)', '3'), read('처리기간', '7')]).toEqual([
      '7일',
      '3시간',
      '7',
    ])
    expect([read('수수료(천원)', '1'), read('수수료(천원)', '무료'), read('수수료(원)', '1,000')]).toEqual([
      '1000',
      '무료',
      '1,000',
    ])
  })

  test('documents: one on a line or after a comma, without their numbers', () => {
    expect(readDocuments('1. 신청서\n② 위임장(대리인, 가족)\n- 도면, 사진')).toEqual([
      '신청서',
      '위임장(대리인, 가족)',
      '도면',
      '사진',
    ])
    expect(readDocuments('없음')).toEqual([])
    expect(readDocuments('신청서\n담당공무원 확인사항: 토지대장')).toBe('unread')
  })
})

test('the head of a table is found below its title, and its columns are guessed', () => {
  const table = tableIn([['기준표'], [], head, row('유기 민원')])
  expect(table).toMatchObject({ headRow: 3, rows: [{ row: 4 }] })
  expect(guessColumns(head)).toEqual({ name: 1, code: 2, law: 3, period: 4, fee: 5, documents: 6, team: 7 })
})

test('a row changes its kind, found by name whatever the spaces, by another name, or by code; each value names its source', () => {
  const { lines, contents, unread } = offers(
    row('유기민원', { 처리기간: '7일(14일)', 수수료: '1,000원', 구비서류: '신청서\n새 도면', 담당부서: '건축과' }),
    row('', { 코드: 'sim-01', 처리기간: '5일' }),
  )
  expect(unread).toEqual([])
  expect(lines.map((l) => [l.part, l.row])).toEqual([
    ['kinds/SIM-02', 3],
    ['kinds/SIM-01', 4],
  ])
  const after = JSON.parse(contents.get('kinds/SIM-02') ?? '') as Kind
  expect(after).toMatchObject({
    period: { unit: 'days', value: 7 },
    periodNote: '7일(14일)',
    periodSource: source,
    note: '담당부서: 건축과',
    fee: { won: 1000, source },
  })
  expect(after.sources).toContain(source)
  const added = after.documents.find((d) => d.name === '새 도면')
  expect(added).toMatchObject({ verifyBy: null, basis: source })
  expect(after.steps.flatMap((s) => s.checks).some((c) => c.document === added?.id)).toBe(true)
  // What the table is silent about stays.
  for (const d of term.documents) expect(after.documents).toContainEqual(d)
  expect(offers(row('기한 있는 민원', { 수수료: '300원' })).lines[0]?.part).toBe('kinds/SIM-02')
})

test('what cannot be read is listed with its row and why, and the rest of its row is taken', () => {
  const { lines, unread } = offers(
    row('유기 민원', { 처리기간: '3-5일', 수수료: '700원' }),
    row('유기 민원', { 코드: 'SIM-01' }),
    row('유기 민원'),
    row('듣지 못한 민원', { 수수료: '없음' }),
    row('다른 민원', { 코드: 'QQQ-01' }),
    row('새 민원', { 코드: 'SIM-90' }),
    row('', { 수수료: '없음' }),
  )
  expect(unread.map((u) => [u.row, u.why, u.text])).toEqual([
    [3, 'period', '3-5일'],
    [4, 'contradicts', 'SIM-01 유기 민원'],
    [5, 'rowTwice', 'SIM-02'],
    [6, 'codeNeeded', '듣지 못한 민원'],
    [7, 'categoryUnknown', 'QQQ-01 다른 민원'],
    [8, 'lawNeeded', ''],
    [9, 'nameMissing', ''],
  ])
  expect(unread[3]?.about).toBe('유기 민원')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.changes.map((c) => c.field)).toContain('fee.won')
})

test('a new kind needs a code and a law, and says of the rest that it is not confirmed', () => {
  const { lines, contents } = offers(row('새 민원', { 코드: 'SIM-90', '근거 법령': '건축법 제11조', 처리기간: '즉시' }))
  expect(lines).toMatchObject([{ part: 'kinds/SIM-90', what: 'added', name: { ko: '새 민원' }, row: 3 }])
  expect(JSON.parse(contents.get('kinds/SIM-90') ?? '')).toMatchObject({
    authority: '미확정',
    period: { unit: 'immediate' },
    fee: { won: null },
  })
})

test('a Korean name in place of the English one is told, and an English name that may no longer fit', () => {
  const english = [...head, '영문명']
  const rows = (...of: string[][]) => {
    const table = tableIn([english, ...of])
    if (!table) throw new Error('no table')
    return tableOffers(table, guessColumns(table.heads), { content, source })
  }
  const fresh = row('새 민원', { 코드: 'SIM-90', '근거 법령': '건축법 제11조' })
  const renamed = row('새 이름의 민원', { 코드: 'SIM-02' })
  const told = rows(fresh, renamed).unread.map((u) => [u.row, u.why, u.text])
  expect(told).toEqual([
    [2, 'nameEnMissing', '새 민원'],
    [3, 'nameEnStale', 'Term'],
  ])
  const named = rows([...fresh, 'New kind'], [...renamed, 'Renamed'])
  expect(named.unread).toEqual([])
  expect(JSON.parse(named.contents.get('kinds/SIM-90') ?? '')).toMatchObject({ name: { en: 'New kind' } })
  expect(JSON.parse(named.contents.get('kinds/SIM-02') ?? '')).toMatchObject({
    name: { ko: '새 이름의 민원', en: 'Renamed' },
  })
  // Hangul in that column is no English name, and takes none away.
  const hangul = rows([...row('유기 민원'), '유기'])
  expect(hangul.unread).toMatchObject([{ why: 'nameEn', text: '유기' }])
  expect(hangul.lines).toEqual([])
})

test('a row that says what the manual says changes nothing', () => {
  expect(offers(row('유기 민원'))).toMatchObject({ lines: [], same: 1, unread: [] })
})

test('another manual offers what is new and what differs; what only the own one has stays', () => {
  const theirs: ManualContent = {
    ...content,
    categories: [{ code: 'OTH', ko: '다른', en: 'Other' }],
    kinds: [
      { ...kind, code: 'SIM-01', result: '다른 결과' },
      { ...kind, code: 'OTH-01', category: 'OTH' },
    ],
  }
  const made = offersOf(content, theirs)
  expect(made.lines.map((l) => [l.part, l.what, l.needs])).toEqual([
    ['categories', 'changed', undefined],
    ['kinds/OTH-01', 'added', ['categories']],
    ['kinds/SIM-01', 'changed', undefined],
  ])
  expect(made.onlyHere.map((c) => c.part)).toEqual(['kinds/SIM-02'])
  // The own categories stay beside theirs.
  expect(JSON.parse(changesFor(made, ['categories'])[0]?.content ?? '')).toHaveLength(2)
})

test('more kinds are those that are not here yet; what is here stays', () => {
  const more = [
    { ...kind, code: 'SIM-01', result: '다른 결과' },
    { ...kind, code: 'SIM-50' },
  ]
  const made = offersOfMore(content, { kinds: more, categories: content.categories })
  expect(made.lines.map((l) => l.part)).toEqual(['kinds/SIM-50'])
  expect(made.same).toBe(1)
})
