import { expect, test } from 'vitest'
import type { ManualParts } from '../../../domain/manual/manual-diff.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { takenBack } from '../../../domain/manual/taken-back.ts'
import { kind, profile } from '../../simulation/fixture.ts'

const manual = (kinds: Kind[], style = ''): ManualParts => ({
  profile: profile(1),
  holidays: [],
  content: { categories: [], kinds, documents: {}, style, words: [] },
})
const files = (...manuals: [ManualParts, ManualParts, ManualParts]) => takenBack(...manuals).map((d) => d.file)

const base = { ...kind, result: '등록증', appeal: '이의신청' }
const newest = { ...base, result: '신고증' }
const file = `kinds/${kind.code}.yaml`
const other = { ...kind, code: 'ZZZ-01' }

test('a folder takes back what it still says as before, and nothing else', () => {
  expect(files(manual([base]), manual([newest]), manual([base]))).toEqual([file])
  expect(files(manual([base]), manual([newest]), manual([{ ...base, appeal: '행정심판' }]))).toEqual([file])
  expect(files(manual([base]), manual([newest]), manual([{ ...newest, appeal: '행정심판' }]))).toEqual([])
  expect(files(manual([base]), manual([newest]), manual([{ ...base, result: '허가증' }]))).toEqual([])
  expect(files(manual([base]), manual([base]), manual([newest, other]))).toEqual([])
})

test('a kind that came is taken back by a folder without it, one that went by a folder that has it', () => {
  expect(files(manual([base]), manual([base, other]), manual([newest]))).toEqual(['kinds/ZZZ-01.yaml'])
  expect(files(manual([base, other]), manual([base]), manual([newest, other]))).toEqual(['kinds/ZZZ-01.yaml'])
  expect(files(manual([base]), manual([base, other]), manual([newest, other]))).toEqual([])
})

test('a text is taken back line by line', () => {
  const of = (...lines: string[]) => manual([base], lines.join('\n'))
  expect(files(of('a', 'b'), of('a', 'c'), of('x', 'b'))).toEqual(['documents/style.css'])
  expect(files(of('a', 'b'), of('a', 'c'), of('x', 'c'))).toEqual([])
  expect(files(of('a'), of('a', 'c'), of('a', 'x'))).toEqual(['documents/style.css'])
})

test('what both have changed in their own way is no taking back: an exported word or line that is corrected again', () => {
  const said = (...synonyms: string[]) => manual([{ ...base, synonyms }])
  expect(files(said('p'), said('q'), said('r'))).toEqual([])
  expect(files(said('p'), said('q'), said('p', 'r'))).toEqual([file])
  expect(files(said('p'), said('p', 'q'), said('p', 'r'))).toEqual([file])
  const font = (size: number) => manual([base], `a\nfont ${size}`)
  expect(files(font(10), font(12), font(13))).toEqual([])
  expect(files(font(10), font(12), font(10))).toEqual(['documents/style.css'])
})
