import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { makeFinder, type Hit } from '../../../domain/find/find.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { kind as simulated } from '../../simulation/fixture.ts'

const shipped = readManual(join(import.meta.dirname, '../../../manual'))
const kinds = 'faults' in shipped ? [] : shipped.content.kinds
const words = 'faults' in shipped ? [] : shipped.content.words
const find = makeFinder(kinds, words)
const codes = (text: string, limit?: number) => find(text, limit).map((h) => h.code)
const named = (code: string) => kinds.find((k) => k.code === code)?.name.ko ?? ''

/** The letters that a hit marks in its name. */
const marked = (hit: Hit | undefined, name = named(hit?.code ?? '')) => hit?.marks.map(([a, b]) => name.slice(a, b))

const like = (code: string, ko: string, synonyms: string[] = []): Kind => ({
  ...simulated,
  code,
  name: { ko, en: `kind ${code}` },
  synonyms,
})
const few = makeFinder([
  like('Z-06', '가나다', []),
  like('Z-05', '가나다 등록'),
  like('Z-04', '새 가나다 등록'),
  like('Z-03', '새가나다 등록'),
  like('Z-02', '마바사 등록', ['가나다']),
  like('Z-01', '마바사 신고', ['새 가나다업']),
  like('A-01', '새로운 가나다 신고'),
])

describe('the ranking', () => {
  test('is exact, exact synonym, start, start of a word and of a synonym, inside; more of it covered is better', () => {
    expect(few('가나다').map((h) => h.code)).toEqual(['Z-06', 'Z-05', 'Z-02', 'Z-04', 'A-01', 'Z-01', 'Z-03'])
  })

  test('is the same whatever the order of the kinds, and for every letter typed again', () => {
    const turned = makeFinder(kinds.toReversed(), words)
    for (const text of ['등록', '신문', '자동차 등록', 'ㅈㄷㅊ', '변경신고'])
      expect(turned(text).map((h) => h.code)).toEqual(codes(text))
  })

  test('is by the name where the name begins with what was typed: a shorter name of its sister does not pass it by', () => {
    const sisters = makeFinder([
      like('A-01', '가나다업 폐업신고', ['가나다 폐업']),
      like('A-02', '가나다업 등록', ['가나다업체 등록']),
    ])
    for (const text of ['가나', '가나다', '가나다ㅇ', '가나다업', '가나다업 ㄷ'])
      expect([text, sisters(text)[0]?.code]).toEqual([text, 'A-02'])
    expect(sisters('가나다 폐업')[0]?.code).toBe('A-01')
  })

  test('has the kind that begins a thing before its sisters whose other names only go on to another act', () => {
    for (const text of ['상조', '상조 차리려고요', '문화재'])
      expect(codes(text)[0]).toBe(text === '문화재' ? 'CUL-09' : 'CON-08')
    // What was typed means the act itself.
    expect(codes('폐차')[0]).toBe('TRN-22')
  })

  test('gives at most ten, or as many as are wanted', () => {
    expect(codes('등록')).toHaveLength(10)
    expect(codes('등록', 3)).toEqual(codes('등록').slice(0, 3))
  })
})

describe('a kind is found', () => {
  test('first of all by its own name, in every one of the 129 kinds', () => {
    expect(kinds.filter((k) => codes(k.name.ko)[0] !== k.code).map((k) => k.code)).toEqual([])
  })

  test('by its name without spaces, with spaces elsewhere, with another middle dot or none', () => {
    expect(codes('공인 중개사 자격증 재교부')[0]).toBe('QUA-01')
    expect(codes('먹는샘물등수입판매업등록')[0]).toBe('ENV-07')
    for (const text of ['박물관ㆍ미술관 등록', '박물관・미술관 등록', '박물관 미술관 등록', '박물관미술관등록'])
      expect(codes(text)[0]).toBe('CUL-01')
  })

  test('before one whose word only ends so, by words typed apart that are one word in its name', () => {
    const apart = makeFinder([like('A-01', '건설폐기물 처리업 폐업신고'), like('A-02', '폐기물처리업 폐업신고')])
    expect(apart('폐기물 처리업 폐업').map((h) => h.code)).toEqual(['A-02', 'A-01'])
  })

  test('before its sisters, if its name has the act that was asked for', () => {
    const sisters = makeFinder([like('A-01', '신문사업 등록', ['신문사']), like('A-02', '신문사업 폐업신고')], words)
    for (const text of ['신문사를 접으려고요', '신문사 문을 닫습니다', '신문사 폐업했어요', '신문 접었어요'])
      expect([text, sisters(text)[0]?.code]).toEqual([text, 'A-02'])
  })

  test('in English before one that is about something narrower or about another act', () => {
    expect(codes('newspaper registration')[0]).toBe('PRS-01')
    expect(codes('newspaper change')[0]).toBe('PRS-02')
    expect(codes('registration of a museum')[0]).toBe('CUL-01')
  })

  test('by words that are far from each other', () => {
    expect(codes('신문 폐업')[0]).toBe('PRS-08')
    expect(codes('자동차 이전')[0]).toBe('TRN-21')
  })

  test('by what citizens call it, and the hit says so', () => {
    expect(find('명의이전')[0]).toMatchObject({ code: 'TRN-21', field: 'synonym', why: '명의이전' })
    expect(codes('노조 만들기')[0]).toBe('ORG-15')
  })

  test('by its code, in small letters too and without the hyphen', () => {
    expect(codes('TRN-21')).toEqual(['TRN-21'])
    expect(codes('trn21')).toEqual(['TRN-21'])
    expect(codes('prs', 8).every((code) => code.startsWith('PRS'))).toBe(true)
    expect([codes('ㅁㅎㄱ')[0], codes('agr')[0]]).toEqual(['CUL-05', 'AGR-01'])
  })

  test('by its law, by the usual short name of it, and by the article', () => {
    expect(find('물류정책기본법')[0]).toMatchObject({ code: 'TRN-01', field: 'law', why: '물류정책기본법' })
    expect(codes('신문법 제9조', 6)).toEqual(['PRS-01', 'PRS-02', 'PRS-03', 'PRS-04', 'PRS-05', 'PRS-06'])
    expect(find('신문법 제9조')[0]?.why).toBe('신문 등의 진흥에 관한 법률 제9조')
    for (const text of ['신문법 9조', '신문법9조', '신문법 9', '신문 등의 진흥에 관한 법률 제9조 제1항'])
      expect(codes(text, 6)).toEqual(codes('신문법 제9조', 6))
  })

  test('by its English name, whatever the case', () => {
    expect(codes('Freight Forwarder', 2).toSorted()).toEqual(['TRN-01', 'TRN-02'])
    expect(find('INTERNATIONAL freight')[0]).toMatchObject({ code: 'TRN-01', field: 'english' })
  })

  test('by a document that it requires', () => {
    expect(find('자동차제작증')[0]).toMatchObject({ code: 'TRN-19', field: 'document' })
  })

  test('by initial consonants', () => {
    expect(codes('ㄱㅇㅈㄱㅅ')[0]).toBe('QUA-01')
    expect(marked(find('ㄱㅇㅈㄱ')[0])).toEqual(['공인중개'])
  })

  test('by initial consonants that leave words of its name out, after the kinds in which they stand together', () => {
    for (const text of ['ㄷㅂㅇㅍㅇ', 'ㄷㅂㅇ ㅍㅇ']) expect(codes(text)).toEqual(['CON-17'])
    expect(codes('ㅅㅁ ㅈㅇㅅㄱ')).toEqual(['PRS-07'])
    const [hit] = find('ㄷㅂㅇㅍㅇ')
    expect(marked(hit)).toEqual(['대부업', '폐업'])
    const found = find('ㅈㄷㅊㄷㄹ')
    expect(found.findIndex((h) => h.code === 'TRN-09')).toBeGreaterThan(found.findIndex((h) => h.code === 'TRN-23'))
  })

  test('by the first initial of each of its words', () => {
    expect([codes('ㄷㄷㅍ')[0], codes('ㅅㅇㅇㅍ')[0]]).toEqual(['CON-17', 'PRS-08'])
    expect(marked(find('ㄷㄷㅍ')[0])).toEqual(['대', '대', '폐'])
  })

  test('not by initials of single words here and there', () => {
    expect(codes('ㄷㅍㅅㄱ')).not.toContain('CON-17')
  })

  test('while its last syllable is still being typed', () => {
    for (const text of ['공인ㅈ', '공인중ㄱ', '공인중개사 ㅈ']) expect(codes(text)[0]).toBe('QUA-01')
  })

  test('in spite of a slip or another ending, if nothing is found as it was typed', () => {
    expect(codes('국제물류주선엄')[0]).toBe('TRN-01')
    expect(codes('협동조합 만들고 싶어요')[0]).toBe('ORG-10')
    expect(codes('나무병원')).toEqual(['AGR-01'])
  })

  test('if the Hangul is decomposed, as some systems store it', () => {
    expect(codes('인터넷신문'.normalize('NFD'))).toEqual(codes('인터넷신문'))
  })
})

describe('what was found', () => {
  test('is marked in the name as it is written there', () => {
    expect(marked(find('미술관등록').find((h) => h.code === 'CUL-01'))).toEqual(['미술관 등록'])
    expect(marked(find('신문 폐업')[0])).toEqual(['신문', '폐업'])
    expect(
      marked(
        few('가나다').find((h) => h.code === 'Z-04'),
        '새 가나다 등록',
      ),
    ).toEqual(['가나다'])
  })

  test('is marked in order and without overlaps, inside the name', () => {
    for (const text of ['신문 신문사업', '등록 자동차', '국제물류주선엄', '기부금품 모짐등록'])
      for (const { code, marks } of find(text)) {
        const flat = marks.flat()
        expect(flat).toEqual(flat.toSorted((a, b) => a - b))
        expect(flat.at(-1) ?? 0).toBeLessThanOrEqual(named(code).length)
      }
  })

  test('is nothing for an empty text, for signs alone and for what is nowhere', () => {
    for (const text of ['', '   ', '·…!?', 'zzzzzz', '뷁뷁뷁']) expect(find(text)).toEqual([])
  })
})

test('a key press is answered in less than 5 ms, even for the longest text that may be sent', () => {
  const texts = ['등록', '신', 'ㅈ', '공인중개사 자격즘 재발급', 'car ownership transfer', '가나다라'.repeat(50)]
  const times = texts.flatMap((text) =>
    Array.from({ length: 20 }, () => {
      const start = performance.now()
      find(text)
      return performance.now() - start
    }),
  )
  const median = times.toSorted((a, b) => a - b)[times.length / 2] ?? Infinity
  expect(median).toBeLessThan(5)
})
