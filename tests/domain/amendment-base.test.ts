import { beforeEach, expect, test } from 'vitest'
import { readPart } from '../../db/manual-part.ts'
import { kind } from '../simulation/fixture.ts'
import { amendment, approve, change, giveBack, made, offer, open, publish } from '../support/amendment.ts'
import { openFloor, today, type Floor } from '../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
})

test('an amendment is not published while an edition changed a part that its writer had not before him, whenever it was saved', () => {
  floor.editing = { assemble: () => made }
  const published = { changes: made.changes }
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x', ...published })
  floor.does('hall', { type: 'publishEdition', edition: 2, effectiveDate: today, hash: 'y', ...published })
  const on = (base: number) => ({ ...change, changes: [{ part: 'kinds/SIM-01', content: '{}', base }] })
  floor.does('desk', open, on(1), offer)
  floor.does('supervisor', approve)
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  floor.does('supervisor', giveBack)
  // To save the old words again does not help; to say that the newer edition was looked at does.
  floor.does('desk', on(1), offer)
  floor.does('supervisor', approve)
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  floor.does('supervisor', giveBack)
  expect(floor.refusal('desk', on(3))).toBe('editionUnknown')
  floor.does('desk', on(2), offer)
  floor.does('supervisor', approve)
  expect(floor.refusal('supervisor', publish)).toBe('allowed')
})

test('a part that is opened rests on the edition before its editor, and in an amendment on that of who wrote there', () => {
  const part = 'kinds/SIM-01'
  const manual = { categories: [], kinds: [kind], words: [], documents: {}, style: '' }
  const seat = { manualOf: () => manual, readPart, newestHere: () => 2 }
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' })
  floor.does('desk', open, { ...change, changes: [{ part, content: JSON.stringify(kind) }] })
  floor.at('10:00').does('hall', { type: 'publishEdition', edition: 2, effectiveDate: today, hash: 'y' })
  expect(floor.sees('desk', { of: 'manualPart', part }, seat)?.rests).toBe(2)
  // To open an old text and save it anew must not hide what an edition said since.
  expect(floor.sees('desk', { of: 'manualPart', part, amendment }, seat)?.rests).toBe(1)
})

test('what is typed of a part is back when it says what its editor found, be it the edition or what the amendment says', () => {
  const part = 'kinds/SIM-01'
  const manual = { categories: [], kinds: [kind], words: [], documents: {}, style: '' }
  const amended = { ...kind, authority: '다른 행정기관' }
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' })
  floor.does('desk', open, { ...change, changes: [{ part, content: JSON.stringify(amended) }] })
  const isBack = (typed: object | undefined, more: object) =>
    floor.sees(
      'desk',
      { of: 'manualPart', part, ...(typed && { text: JSON.stringify(typed) }), ...more },
      { manualOf: () => manual, readPart },
    )?.isBack
  expect([isBack(kind, {}), isBack(amended, {})]).toEqual([true, undefined])
  expect([isBack(kind, { amendment }), isBack(amended, { amendment })]).toEqual([undefined, true])
  expect(isBack(undefined, {})).toBeUndefined()
})
