import { expect, test } from 'vitest'
import {
  dropDrafts,
  hasMoved,
  keepMine,
  setDraft,
  typedName,
  useDrafts,
} from '../../renderer/supervisor/manual/drafts.ts'

const part = 'kinds/SIM-01'
const draft = () => useDrafts.getState().drafts[`editor ${part}`]

test('what is typed is behind as soon as another has said the part anew, until one chooses', () => {
  setDraft('editor', part, { typed: 'a', base: 10, rests: 2 })
  expect(hasMoved(draft(), 10)).toBe(false)
  // Typing on does not hide it: the base is that of the first word, and so is the edition on which it was typed.
  setDraft('editor', part, { typed: 'ab', base: 20, rests: 3 })
  expect([draft(), hasMoved(draft(), 20)]).toEqual([{ typed: 'ab', base: 10, rests: 2 }, true])
  keepMine('editor', part, { base: 20, rests: 3 })
  expect([draft(), hasMoved(draft(), 20)]).toEqual([{ typed: 'ab', base: 20, rests: 3 }, false])
  dropDrafts('editor', [part])
  expect(hasMoved(draft(), 20)).toBe(false)
})

test('a kind that nobody had before has nothing to be behind of', () => {
  setDraft('editor', part, { typed: 'a' })
  expect(hasMoved(draft(), 20)).toBe(false)
  dropDrafts('editor', [part])
})

test('a kind that is only typed so far is called what its form says', () => {
  const name = () => typedName(useDrafts.getState().drafts, 'editor', part)
  setDraft('editor', part, { data: { name: { ko: '새 민원', en: '' } } })
  expect(name()).toEqual({ ko: '새 민원' })
  setDraft('editor', part, { data: { name: { ko: '', en: 'New' } } })
  expect(name()).toBeUndefined()
  setDraft('editor', part, { typed: 'name: { ko: 글 }' })
  expect(name()).toBeUndefined()
  dropDrafts('editor', [part])
})
