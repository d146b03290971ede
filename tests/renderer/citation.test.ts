import { expect, test } from 'vitest'
import { addressOf, citationOf } from '../../renderer/counter/manual/citation.ts'

test('a law is cited by its name, article and heading, and found at the short address of its article', () => {
  const law = { law: '문학진흥법 시행령', article: '제14조', heading: '문학관의 등록 절차' }
  expect(citationOf(law)).toBe('「문학진흥법 시행령」 제14조(문학관의 등록 절차)')
  expect(addressOf(law)).toBe('https://www.law.go.kr/법령/문학진흥법시행령/제14조')
})

test.each([
  ['제6조의2 제1항', '/제6조의2'],
  ['제20조제3항', '/제20조'],
  ['별표 1', ''],
])('the address goes to the article of %s and no deeper', (article, end) => {
  expect(addressOf({ law: '시험법', article, heading: '-' })).toBe(`https://www.law.go.kr/법령/시험법${end}`)
})
