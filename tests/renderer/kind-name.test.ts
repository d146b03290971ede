import { expect, test } from 'vitest'
import type { ContentsView } from '../../domain/manual/contents.ts'
import { caseName, kindName } from '../../renderer/common/kind-name.tsx'

const name = { ko: '공인중개사 자격증 재교부', en: 'Realtor license reissue' }
const contents: ContentsView = [
  { group: { code: 'QUA', ko: '자격', en: 'Qualifications' }, kinds: [{ code: 'QUA-01', ...name }] },
]

test('a petition has one name in a language, with and without a case', () => {
  expect(kindName(name, 'ko')).toBe('공인중개사 자격증 재교부')
  expect(kindName(name, 'en')).toBe('Realtor license reissue')
  expect(caseName(contents, 'QUA-01', name.ko)).toBe('Realtor license reissue')
})

test('a case keeps the name of its receipt where the manual has another one by now, or none', () => {
  expect(caseName(contents, 'QUA-01', '중개사 자격증 재교부')).toBe('중개사 자격증 재교부')
  expect(caseName(contents, 'OLD-01', name.ko)).toBe(name.ko)
})
