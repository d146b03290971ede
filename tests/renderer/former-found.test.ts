import { expect, test } from 'vitest'
import { formerFound } from '../../renderer/counter/search/former-found.ts'

const line = { code: 'PRS-01', ko: '신문사업 등록', en: 'Newspaper registration', since: 2, day: '2026-11-30' }
const isFound = (text: string) => formerFound([line], text).length === 1

test('a kind that was taken out is found by its code and by a part of its names, however it is spaced', () => {
  expect(['PRS-01', 'prs', '신문사업', '신문 사업등록', 'newspaper', 'tlsans'].filter((t) => !isFound(t))).toEqual([])
  expect(['', ' ', '신', '여권', 'PRS-02'].filter(isFound)).toEqual([])
})
