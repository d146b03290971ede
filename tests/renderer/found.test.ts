import { expect, test } from 'vitest'
import type { Hit } from '../../domain/find/find.ts'
import { shownFor, soughtIn } from '../../renderer/guide/found.ts'

/** What the guide's tablet says while it looks for what a visitor wants. */

const hit: Hit = { code: 'AAA-01', score: 1, field: 'name', marks: [] }

test('a tablet says that nothing is found only once that was answered', () => {
  expect(shownFor('공인', { text: '', hits: [] })).toEqual({ hits: [], says: 'looking' })
  expect(shownFor('공인', { text: '공인', hits: [] })).toEqual({ hits: [], says: 'notFound' })
})

test('what could not be looked up is not called not found', () => {
  expect(shownFor('공인', { text: '공인', hits: undefined })).toEqual({ hits: [], says: 'failed' })
})

test('what was found for the letters before stays until the next answer, and goes with the text', () => {
  expect(shownFor('공인중', { text: '공인', hits: [hit] })).toEqual({ hits: [hit] })
  expect(shownFor('', { text: '공인', hits: [hit] })).toEqual({ hits: [] })
})

test('of a letter that was pasted the first words are looked for', () => {
  expect(soughtIn(`  공인중개사 ${'가'.repeat(300)}`)).toHaveLength(200)
})
