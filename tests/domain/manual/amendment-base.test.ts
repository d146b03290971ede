import { beforeEach, expect, test } from 'vitest'
import { readPart } from '../../../db/manual/manual-part.ts'
import { kind } from '../../simulation/fixture.ts'
import { amendment, approve, change, giveBack, made, offer, open, publish } from '../../support/amendment.ts'
import { openFloor, today, tomorrow, type Floor } from '../../support/floor.ts'

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

test('what an edition changed that was withdrawn does not come back with an amendment that was written on it', () => {
  floor.editing = { assemble: () => made }
  const published = { type: 'publishEdition', effectiveDate: tomorrow, hash: 'y', changes: made.changes } as const
  floor.does('hall', { ...published, edition: 1, effectiveDate: today }, { ...published, edition: 2 })
  const on = (base: number) => ({ ...change, changes: [{ part: 'kinds/SIM-01', content: '{}', base }] })
  const elsewhere = { ...change, changes: [{ part: 'words', content: '[]', base: 2 }] }
  floor.does('desk', open, on(2), elsewhere, offer)
  floor.does('supervisor', approve)
  const caution = () => floor.sees('desk', { of: 'amendment', amendment }, { newestHere: () => 1 })?.changes[0]
  expect(caution()).not.toHaveProperty('revives')
  floor.at('10:00').does('supervisor', { type: 'withdrawEdition', edition: 2, reason: '아직 아님' })
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  expect(caution()).toMatchObject({ revives: 2, again: 1 })
  expect(caution()).not.toHaveProperty('overtakes')
  floor.at('11:00').does('supervisor', giveBack)
  const offered = { ...approve, offeredAt: floor.now }
  // What was typed on it and saved only now is no better; an edition that was put together without it does not help either.
  floor.does('desk', on(2), offer)
  floor.does('supervisor', offered)
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  const without = { added: [], changed: ['style'], removed: [] }
  floor.does('hall', { ...published, edition: 3, effectiveDate: today, changes: without })
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  floor.does('supervisor', { ...offered, verdict: 'returned', note: '다시' })
  floor.does('desk', on(3), offer)
  floor.does('supervisor', offered)
  expect(floor.refusal('supervisor', publish)).toBe('allowed')
  expect(caution()).not.toHaveProperty('revives')
})

test('a text without an edition of its own rests on the newest that was not withdrawn when it was written', () => {
  floor.editing = { assemble: () => made }
  const published = { type: 'publishEdition', effectiveDate: tomorrow, hash: 'y', changes: made.changes } as const
  floor.does('hall', { ...published, edition: 1, effectiveDate: today }, { ...published, edition: 2 })
  floor.at('10:00').does('desk', open, change, offer)
  floor.does('supervisor', { ...approve, offeredAt: floor.now })
  floor.at('11:00').does('supervisor', { type: 'withdrawEdition', edition: 2, reason: '아직 아님' })
  expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
  floor
    .at('12:00')
    .does('supervisor', { ...giveBack, offeredAt: floor.hall.amendments.get(amendment)?.offered?.at ?? 0 })
  floor.does('desk', change, offer)
  floor.does('supervisor', { ...approve, offeredAt: floor.now })
  expect(floor.refusal('supervisor', publish)).toBe('allowed')
})

test('a part was said last when the edition that changed it was withdrawn: who typed on it is told', () => {
  const part = 'kinds/SIM-01'
  const manual = { categories: [], kinds: [kind], words: [], documents: {}, style: '' }
  const published = { type: 'publishEdition', effectiveDate: tomorrow, hash: 'y', changes: made.changes } as const
  floor.does('hall', { ...published, edition: 1, effectiveDate: today }, { ...published, edition: 2 })
  const stand = () => floor.sees('desk', { of: 'manualPart', part }, { manualOf: () => manual, readPart })?.stand
  expect(stand()).toMatchObject({ of: 'edition', edition: 2, rests: 2 })
  floor.at('10:00').does('supervisor', { type: 'withdrawEdition', edition: 2, reason: '아직 아님' })
  expect(stand()).toMatchObject({ of: 'withdrawal', edition: 2, rests: 1, at: floor.now })
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

test('a text goes only over the one that its writer had before him in the amendment; without that, over whatever is there', () => {
  const over = (at: number | undefined, content = '{}') => ({
    ...change,
    changes: [{ part: 'kinds/SIM-01', content, ...(at !== undefined && { over: at }) }],
  })
  floor.does('desk', open, over(0))
  const first = floor.now
  floor.at('10:00')
  expect(floor.refusal('supervisor', over(0))).toBe('partMovedOn')
  floor.does('supervisor', over(first, '{"a":1}'))
  expect(floor.refusal('desk', over(first))).toBe('partMovedOn')
  expect(floor.hall.amendments.get(amendment)?.parts['kinds/SIM-01']).toMatchObject({ content: '{"a":1}' })
  expect(floor.last('amendmentChanged').changes[0]).not.toHaveProperty('over')
  expect([floor.refusal('desk', over(floor.now)), floor.refusal('desk', over(undefined))]).toEqual([
    'allowed',
    'allowed',
  ])
})
