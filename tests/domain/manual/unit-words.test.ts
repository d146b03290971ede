import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { answerText } from '../../../domain/guide/guide-words.ts'
import type { Question } from '../../../domain/manual/manual.ts'
import { unitIn } from '../../../domain/manual/unit-words.ts'

const days: Question = { id: 'days', ask: { ko: '며칠', en: 'Days' }, type: 'number', unit: '일', because: '법' }

test('the unit of a number is read in English too, and stays as it is written where no word is known', () => {
  expect([unitIn('ko', '일'), unitIn('en', '일'), unitIn('en', '㎡'), unitIn('en', '개비')]).toEqual([
    ...['일', 'days', '㎡', '개비'],
  ])
  expect([answerText(days, 3, 'ko'), answerText(days, 3, 'en')]).toEqual(['3일', '3 days'])
})

test('every unit of the shipped manual has its word in English', () => {
  const shipped = readManual(join(import.meta.dirname, '../../../manual'))
  const kinds = 'faults' in shipped ? [] : shipped.content.kinds
  const units = kinds.flatMap((kind) => [
    ...kind.questions.flatMap((q) => q.unit ?? []),
    ...kind.form.fields.flatMap((f) => f.unit ?? []),
  ])
  expect(units.length).toBeGreaterThan(50)
  expect([...new Set(units)].filter((unit) => /[가-힣]/.test(unitIn('en', unit)))).toEqual([])
})
