import { describe, expect, test } from 'vitest'
import { bodyOf, memoryBodies, openBodyIndex } from '../../../domain/find/find-body.ts'
import { makeCandidateFinder } from '../../../domain/find/find-candidates.ts'
import { nearest, slipsAllowed } from '../../../domain/find/find-distance.ts'
import { subjectOf } from '../../../domain/find/find-family.ts'
import { foldText, hangulOf, keyed, keysIn } from '../../../domain/find/find-keys.ts'
import { articleOf, lawIn, nearnessOfLaw } from '../../../domain/find/find-law.ts'
import { makeLines, splitClosing } from '../../../domain/find/find-lines.ts'
import { makeParts, partsOf } from '../../../domain/find/find-parts.ts'
import { eachPosting, pairCounts, withPosting, type Postings } from '../../../domain/find/find-postings.ts'
import { readAsHangul, understand } from '../../../domain/find/find-query.ts'
import { isIdle, stemOf } from '../../../domain/find/find-speech.ts'
import { flawsOfWords, meaningsOf, SaidWords } from '../../../domain/find/find-words.ts'
import { makeFinder, openFinder } from '../../../domain/find/find.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { kind as simulated } from '../../simulation/fixture.ts'

const like = (code: string, ko: string, synonyms: string[] = []): Kind => ({
  ...simulated,
  code,
  name: { ko, en: `kind ${code}` },
  synonyms,
})

describe('a text in keys', () => {
  test('is what a typist presses, without spaces and signs', () => {
    expect(keysIn('신문')).toBe('tlsans')
    expect(keyed('박물관·미술관 등록').keys).toBe(keysIn('박물관미술관등록'))
    expect(keyed('과학').keys).toBe('rhkgkr')
  })

  test('makes a half-composed syllable the start of the whole one, and a cluster its two consonants', () => {
    for (const half of ['공인ㅈ', '공인주', '공인중', '공인중ㄱ']) expect(keysIn('공인중개사')).toContain(keysIn(half))
    expect(keysIn('술')).toBe(keysIn('수리').slice(0, 3))
    expect(keysIn('ㄳ')).toBe(keysIn('ㄱㅅ'))
  })

  test('keeps compatibility jamo what they are, and writes wide letters as narrow ones', () => {
    expect(foldText('ㅅㅁ ＡＢ①')).toBe('ㅅㅁ ab1')
    expect(foldText('박물관ㆍ미술관')).toBe('박물관 미술관')
  })

  test('comes back from Latin letters as the keyboard would have composed it', () => {
    expect(hangulOf('tlsans')).toBe('신문')
    expect(hangulOf('dhksWk')).toBe('완짜')
    expect(hangulOf('ekfrrl')).toBe('닭기')
    expect(hangulOf('ekfrl')).toBe('달기')
    expect(hangulOf('rt')).toBe('ㄱㅅ')
  })

  test('is read as Hangul only if it makes syllables; Caps Lock does not matter', () => {
    expect(readAsHangul('tlsans')).toBe('신문')
    expect(readAsHangul('TLSANS')).toBe('신문')
    expect(readAsHangul('tad')).toBe('ㅅㅁㅇ')
    for (const text of ['newspaper', '신문', '123', '', 'newspaper 신문']) expect(readAsHangul(text)).toBeUndefined()
  })
})

describe('the distance of keys', () => {
  const distance = (typed: string, text: string) =>
    nearest(keysIn(typed), keyed(text).keys, keyed(text).flags, 9)?.distance

  test('is less for a neighbouring key, ㅐ for ㅔ, a wrong order and a doubled key than for another key', () => {
    expect(distance('신문', '신문사업')).toBe(0)
    expect(distance('다단개', '다단계')).toBeCloseTo(0.4)
    expect(nearest('tlaans', 'tlsans', keyed('신문').flags, 9)?.distance).toBeCloseTo(0.7)
    expect(nearest('tlsnas', 'tlsans', keyed('신문').flags, 9)?.distance).toBeCloseTo(0.7)
    expect(nearest('tllsans', 'tlsans', keyed('신문').flags, 9)?.distance).toBeCloseTo(0.5)
    expect(nearest('tlpans', 'tlsans', keyed('신문').flags, 9)?.distance).toBe(1)
  })

  test('gives the stretch, begun at a syllable, and nothing beyond the limit', () => {
    const { keys, flags } = keyed('승강기 유지관리업 등록')
    expect(nearest(keysIn('유지관리엄'), keys, flags, 2)).toMatchObject({
      from: 8,
      to: 8 + keysIn('유지관리업').length,
    })
    expect(nearest(keysIn('박물관'), keys, flags, 1)).toBeUndefined()
    expect([4, 5, 8, 14, 22].map(slipsAllowed)).toEqual([0, 1, 1.8, 2.6, 3.2])
  })
})

describe('what is said', () => {
  test('loses its particles and endings, not the word', () => {
    expect(['자격증을', '휴업하려고요', '등록하려면', '민원실에서는', '이의'].map(stemOf)).toEqual([
      ...['자격증', '휴업', '등록', '민원실', '이의'],
    ])
    expect(['싶어요', '등록'].map(isIdle)).toEqual([true, false])
  })

  test('is understood by the words that matter, but for nothing but idle words', () => {
    expect(understand('협동조합을 만들고 싶어요')?.words).toEqual(['협동조합', '만들고'])
    expect(understand('신청 방법')?.words).toEqual(['신청', '방법'])
    expect(understand(' ·…! ')).toBeUndefined()
  })

  test('means what the words of the manual say, by the beginning or the whole of a word', () => {
    const means = meaningsOf(SaidWords.parse([{ begins: ['잃어'], is: ['다시'], means: { 재발급: 100, 재교부: 90 } }]))
    expect(means('잃어버렸어요')).toEqual([
      ['재발급', 1],
      ['재교부', 0.9],
    ])
    expect([means('다시')?.length, means('다시마')]).toEqual([2, undefined])
  })

  test('begins so with more keys on the last letter, and needs as many letters as were asked for', () => {
    const means = meaningsOf(SaidWords.parse([{ begins: ['합치', '다시열'], means: { 합병: 100 } }]))
    expect(['합칩니다', '합친', '합계', '합'].map((word) => means(word)?.length)).toEqual([1, 1, undefined, undefined])
    expect([means('다시열려고', 3), means('합치려고', 3)].map((found) => found?.length)).toEqual([1, undefined])
  })

  test('tells nothing if it is said to mean nothing, and is no said word if it means only itself', () => {
    const means = meaningsOf(
      SaidWords.parse([
        { is: ['회사'], means: {} },
        { is: ['변경'], means: { 변경: 100 } },
      ]),
    )
    expect([means('회사'), means('변경'), means('정육점')]).toEqual([[], undefined, undefined])
  })

  test('finds by what matters, in one word or two, with its particle or without', () => {
    const said = SaidWords.parse([
      { is: ['우리', '회사'], means: {} },
      { begins: ['건축쓰레기'], means: { 건설폐기물: 95 } },
      { is: ['차', '돈놀이'], means: { 자동차: 95 } },
    ])
    const kinds = [like('AAA-01', '건설폐기물 처리업'), like('AAA-02', '자동차 등록'), like('AAA-03', '회사채 등록')]
    const find = makeFinder(kinds, said)
    expect(['우리 건축 쓰레기', '차를 우리 회사', '돈놀이 등록', '회사'].map((text) => find(text)[0]?.code)).toEqual([
      ...['AAA-01', 'AAA-02', 'AAA-02', 'AAA-03'],
    ])
  })

  test('that stands nowhere weighs little in a sentence, and who asks for a licence has not lost one', () => {
    const kinds = [like('AAA-01', '안마사 자격증 재발급'), like('AAA-02', '안마사 자격인정')]
    expect(makeFinder(kinds)('쉬엄쉬엄 배운 안마사 자격 원합니다')[0]?.code).toBe('AAA-02')
  })

  test('is faulty without a word, or with one that stands twice', () => {
    const words = SaidWords.parse([{ means: { 폐업: 100 } }, { begins: ['닫'], is: ['닫'], means: { 폐업: 100 } }])
    expect(flawsOfWords(words).map((f) => [f.problem, ...f.field])).toEqual([
      ['wordUnsaid', 0],
      ['wordTwice', 1, 'is', 0],
    ])
  })
})

describe('a law', () => {
  test('is read with its article in all the ways in which one is named', () => {
    for (const text of ['신문법 제9조', '신문법9조', '신문법 9', '신문법 제9조 제1항 제2호'])
      expect(lawIn(text)).toEqual({ name: '신문법', article: '9' })
    expect(lawIn('산림보호법 21조의9')).toEqual({ name: '산림보호법', article: '21-9' })
    expect(lawIn('축산법')).toEqual({ name: '축산법' })
    for (const text of ['신문사업 등록', '9조', '법']) expect(lawIn(text)).toBeUndefined()
    expect(['제39조의2', '39조의 2', '제4조'].map(articleOf)).toEqual(['39-2', '39-2', '4'])
  })

  test('is meant most surely by its name, then its start, its usual short name, letters of it, and not by another', () => {
    const law = '신문등의진흥에관한법률'
    const sure = ['신문등의진흥에관한법률', '신문등의진흥', '신문법', '신진법'].map((text) => nearnessOfLaw(text, law))
    expect(sure).toEqual(sure.toSorted((a, b) => b - a))
    expect(nearnessOfLaw('노조법', '노동조합및노동관계조정법')).toBeGreaterThan(0.5)
    expect(nearnessOfLaw('축산법', law)).toBe(0)
  })

  test('names its decree by itself, and the decree is not the act', () => {
    expect(nearnessOfLaw('신문법시행령', '신문등의진흥에관한법률')).toBe(0)
    expect(nearnessOfLaw('신문법', '신문등의진흥에관한법률시행령')).toBeLessThan(
      nearnessOfLaw('신문법', '신문등의진흥에관한법률'),
    )
  })
})

describe('the short texts', () => {
  test('have their closing words learnt, so that they are taken off what is typed without spaces', () => {
    const lines = makeLines()
    for (const [i, name] of ['측량업 변경신고', '소방업 변경신고', '측량업 등록증 변경신고'].entries())
      lines.add(i, 'name', name)
    expect(splitClosing(lines, '소방시설업변경신고')).toEqual(['소방시설업', '변경신고'])
    expect(splitClosing(lines, '변경신고')).toEqual(['변경신고'])
    expect(subjectOf(lines, '측량업(지적) 등록증 변경신고')).toBe('측량업')
  })

  test('count a pair of letters once for a kind, though its lines were put in at different times', () => {
    const lines = makeLines()
    lines.add(0, 'name', '승강기 등록')
    lines.add(1, 'name', '승강장 등록')
    lines.add(0, 'family', '승강설비')
    const query = understand('승강기')
    const cover = query && makeCandidateFinder(lines)(query, () => []).cover
    expect(cover?.get(0)).toBeCloseTo(1)
    expect(cover?.get(1)).toBeLessThan(1)
  })

  test('are in the index under every stretch of their letters, each once, and under no other', () => {
    const texts = ['승강기 승강기', '승강장', '가', '漢字승강', 'ㅅㅁㅇ2']
    for (const length of [2, 3] as const) {
      const parts = makeParts(length)
      for (const [at, text] of texts.entries()) parts.add(text, at)
      for (const part of new Set(texts.flatMap((text) => partsOf(text, length))))
        expect(parts.of(part)).toEqual(texts.flatMap((text, at) => (text.includes(part) ? [at] : [])))
      for (const part of ['', '가', '강승', '없는말', '승강기 승강']) expect(parts.of(part)).toEqual([])
    }
  })

  test('are all found by three keys even with more letters than the index has numbers for', () => {
    const parts = makeParts(3)
    const texts = Array.from({ length: 2000 }, (_, i) => String.fromCharCode(0x4e00 + i, 0x4e01 + i, 0x4e02 + i))
    for (const [at, text] of texts.entries()) parts.add(text, at)
    expect(texts.filter((text, at) => !parts.of(text).includes(at))).toEqual([])
  })

  test('are those of the next edition after it has come: by new names, not by old, by those of new sisters', () => {
    const before = [
      like('AAA-01', '승강기 등록', ['엘리베이터 등록']),
      like('AAA-02', '승강기 폐업'),
      like('BBB-01', '온천 개발'),
    ]
    const finder = openFinder({ name: 'one', kinds: before, words: [] }, memoryBodies())
    const codes = (text: string) => finder.find(text).map((h) => h.code)
    expect(codes('엘리베이터').toSorted()).toEqual(['AAA-01', 'AAA-02'])
    const after = [
      like('AAA-01', '승강기 등록', ['리프트 등록']),
      like('AAA-02', '승강기 폐업'),
      like('CCC-01', '광업 등록'),
    ]
    finder.renew({ name: 'two', kinds: after, words: [] })
    expect([codes('엘리베이터'), codes('온천'), codes('광업')]).toEqual([[], [], ['CCC-01']])
    expect(codes('리프트').toSorted()).toEqual(['AAA-01', 'AAA-02'])
    finder.put(like('CCC-01', '광산 등록'))
    expect([codes('광업 등록')[0] === 'CCC-01', codes('광산')]).toEqual([true, ['CCC-01']])
  })
})

describe('the bodies', () => {
  const listed = (postings: Postings) => {
    const list: number[][] = []
    eachPosting(postings, (id, times) => list.push([id, times]))
    return list
  }

  test('keep for a pair of letters which bodies have it and how often, in few bytes', () => {
    const postings = [
      [70_000, 3],
      [5, 1],
      [300, 9],
    ].reduce<Postings | undefined>((list, [id = 0, times = 0]) => withPosting(list, id, times), undefined)
    expect(postings && listed(postings)).toEqual([
      [5, 1],
      [300, 8],
      [70_000, 3],
    ])
    expect(postings && listed(withPosting(withPosting(postings, 300, 0), 5, 2))).toEqual([
      [5, 2],
      [70_000, 3],
    ])
    expect(postings?.bytes.length).toBeLessThan(8)
  })

  test('have no pair over the end of a part', () => {
    expect([...pairCounts('가나\n나가나').keys()].toSorted()).toEqual(['가나', '나가'])
  })

  test('find a phrase first, then all its words, and say in which part', () => {
    const index = openBodyIndex(memoryBodies())
    const text = (document: string, condition: string) => `${document}\n${condition}\n\n`
    index.fill('one', () => [
      { code: 'A-01', text: text('원료배합비율표', '시설이있을것') },
      { code: 'B-01', text: text('비율을적은원료', '배합시설이있을것') },
      { code: 'C-01', text: text('사진', '나이가많을것') },
    ])
    expect(index.find(['원료', '배합'], 9).map((h) => [h.code, h.hasPhrase, h.hasAll, h.field])).toEqual([
      ['A-01', true, true, 'document'],
      ['B-01', false, true, 'document'],
    ])
    expect(index.find(['나이'], 9)).toMatchObject([{ code: 'C-01', field: 'condition' }])
    index.put('C-01', text('사진', '성년일것'))
    expect([index.find(['나이'], 9), index.find(['성년'], 9).length]).toEqual([[], 1])
  })

  test('are the long texts of a kind, a line for each part', () => {
    expect(bodyOf(simulated).split('\n')).toHaveLength(4)
  })
})

test('a number without a word finds no kind: it is of a case or a ticket', () => {
  const find = makeFinder([like('SIM-07', '1종 시설 등록 2026')])
  expect([find('2026-01-00001'), find('2026'), find('00001')]).toEqual([[], [], []])
  expect(find('1종')).toHaveLength(1)
})
