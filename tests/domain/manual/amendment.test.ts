import { beforeEach, describe, expect, test } from 'vitest'
import type { Command, Refusal } from '../../../domain/hall.ts'
import type { AmendmentCommand } from '../../../domain/manual/amendment.ts'
import { instantOf } from '../../../domain/time.ts'
import { amendment, approve, change, giveBack, made, offer, offeredAt, open, publish } from '../../support/amendment.ts'
import { openFloor, today, tomorrow, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
})

const drop: AmendmentCommand = { type: 'dropAmendment', amendment }
const leave: AmendmentCommand = { type: 'leavePart', amendment, part: 'kinds/SIM-01' }
const state = () => floor.hall.amendments.get(amendment)?.state

describe('an edition of the folder', () => {
  test.each<Command>([
    { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' },
    { type: 'readFolder', folder: 'x' },
    { type: 'setEditionKey', key: 'x' },
  ])('is said by the hall alone, not even by a supervisor ($type)', (command) => {
    expect(floor.refusal('supervisor', command)).toBe('notForThisMachine')
    expect(floor.refusal('hall', command)).toBe('allowed')
  })
})

describe('an amendment', () => {
  test('goes from an editor over a second person to an edition that names what changed', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change, offer)
    expect(state()).toBe('offered')
    floor.does('supervisor', approve, publish)
    expect(state()).toBe('published')
    expect(floor.hall.edition).toMatchObject({ edition: 1, effectiveDate: today, amendment, ...made })
    // The contents are in the edition from now on.
    expect(floor.hall.amendments.get(amendment)).toMatchObject({ parts: {}, edition: 1 })
  })

  test.each<[Refusal, AmendmentCommand]>([
    ['notEditor', open],
    ['notSupervisor', { type: 'bringBackEdition', edition: 1, effectiveDate: today, reason: '잘못' }],
  ])('is no work of a clerk at a counter: %s', (refused, command) => {
    expect(floor.refusal('counter-1', command)).toBe(refused)
  })

  test('is published by a supervisor, not by an editor', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    expect(floor.refusal('desk', publish)).toBe('notSupervisor')
    expect(floor.refusal('supervisor', publish)).toBe('allowed')
  })

  test('is opened once', () => {
    floor.does('desk', open)
    expect(floor.refusal('supervisor', open)).toBe('amendmentKnown')
  })

  test.each<AmendmentCommand>([change, leave, offer, approve, publish, drop])(
    'that nobody opened takes no act ($type)',
    (command) => {
      expect(floor.refusal('supervisor', command)).toBe('amendmentUnknown')
    },
  )

  test('without a change is not offered', () => {
    floor.does('desk', open)
    expect(floor.refusal('desk', offer)).toBe('amendmentEmpty')
    floor.does('desk', change, leave)
    expect(floor.refusal('desk', offer)).toBe('amendmentEmpty')
  })

  test('whose part an edition has changed meanwhile is published only after it was saved once more', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    floor.at('10:00').does('hall', {
      type: 'publishEdition',
      edition: 1,
      effectiveDate: today,
      hash: '1',
      changes: { added: [], changed: [], removed: ['kinds/SIM-01'] },
    })
    floor.at('11:00')
    expect(floor.refusal('supervisor', publish)).toBe('amendmentOvertaken')
    floor.does('supervisor', giveBack)
    floor.does('desk', change, offer)
    floor.does('supervisor', { ...approve, offeredAt: floor.now })
    expect(floor.refusal('supervisor', publish)).toBe('allowed')
  })

  test('is not held up by an edition that changed something else', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    floor.at('10:00').does('hall', {
      type: 'publishEdition',
      edition: 1,
      effectiveDate: today,
      hash: '1',
      changes: { added: [], changed: ['words'], removed: [] },
    })
    expect(floor.refusal('supervisor', publish)).toBe('allowed')
  })

  test.each<AmendmentCommand>([change, leave, offer])('under review stays as it was offered ($type)', (command) => {
    floor.does('desk', open, change, offer)
    expect(floor.refusal('supervisor', command)).toBe('amendmentUnderReview')
    floor.does('supervisor', approve)
    expect(floor.refusal('supervisor', command)).toBe('amendmentUnderReview')
  })

  test('is not reviewed before it is offered', () => {
    floor.does('desk', open, change)
    expect(floor.refusal('supervisor', approve)).toBe('notOffered')
    expect(floor.refusal('supervisor', giveBack)).toBe('notOffered')
  })

  test('is approved by none of its writers, whoever else wrote after them', () => {
    floor.does('desk', open)
    floor.does('supervisor', change)
    floor.does('desk', offer)
    expect(floor.refusal('supervisor', approve)).toBe('reviewByAuthor')
    expect(floor.refusal('desk', approve)).toBe('reviewByAuthor')
    // Its writer may take it back to go on with it.
    expect(floor.refusal('desk', giveBack)).toBe('allowed')
  })

  test('is not approved by who wrote what another has saved over, or left out since', () => {
    floor.does('desk', open)
    floor.does('supervisor', change)
    floor.does('desk', change, offer)
    expect(floor.refusal('supervisor', approve)).toBe('reviewByAuthor')
    floor.does('desk', giveBack, leave, { ...change, changes: [{ part: 'words', content: '[]' }] }, offer)
    expect(floor.refusal('supervisor', approve)).toBe('reviewByAuthor')
  })

  test('is not approved by who took a part out of it: what is left is his choice', () => {
    const words = { ...change, changes: [{ part: 'words', content: '[]' }] }
    floor.does('desk', open, change, words)
    floor.does('supervisor', leave)
    floor.does('desk', offer)
    expect(floor.refusal('supervisor', approve)).toBe('reviewByAuthor')
  })

  test('is reviewed as it was offered: what was offered anew since is read again', () => {
    floor.does('desk', open, change, offer)
    floor.at('10:00').does('desk', giveBack, change, offer)
    expect(floor.refusal('supervisor', approve)).toBe('amendmentMovedOn')
    expect(floor.refusal('supervisor', giveBack)).toBe('amendmentMovedOn')
    expect(floor.refusal('supervisor', { ...approve, offeredAt: instantOf(today, '10:00') })).toBe('allowed')
  })

  test.each([
    ['a kind that is no JSON', 'kinds/SIM-01', 'code: SIM-01'],
    ['a list that is no JSON', 'words', '- 등본'],
    ['no contents at all', 'categories', null],
    ['no style at all', 'style', null],
  ])('takes no %s', (_, part, content) => {
    floor.does('desk', open)
    expect(floor.refusal('desk', { ...change, changes: [{ part, content }] })).toBe('contentUnreadable')
  })

  test('takes no more text at once than goes in one message; each part alone fits', () => {
    floor.does('desk', open)
    const longest = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ part: `documents/${'abcdef'[i]}`, content: '가'.repeat(200_000) }))
    expect(floor.refusal('desk', { ...change, changes: longest(5) })).toBe('allowed')
    expect(floor.refusal('desk', { ...change, changes: longest(6) })).toBe('changeTooLong')
  })

  test('takes templates as they are written, and kinds out of the manual', () => {
    floor.does('desk', open)
    for (const said of [
      { part: 'documents/frame', content: '<p>' },
      { part: 'kinds/SIM-01', content: null },
    ])
      expect(floor.refusal('desk', { ...change, changes: [said] })).toBe('allowed')
  })

  test('is not offered while the manual would not be sound with it', () => {
    const asked: unknown[] = []
    floor.editing = { isSound: (changes) => asked.push(changes) === 0 }
    floor.does('desk', open, change)
    expect(floor.refusal('desk', offer)).toBe('manualFaulty')
    expect(asked).toEqual([[{ part: 'kinds/SIM-01', content: '{}' }]])
    floor.editing = { isSound: () => true }
    expect(floor.refusal('desk', offer)).toBe('allowed')
  })

  test('leaves out only what is in it', () => {
    floor.does('desk', open, change)
    expect(floor.refusal('desk', { ...leave, part: 'words' })).toBe('partNotIn')
  })

  test('is returned with a reason, also once it is approved, and is then written on', () => {
    floor.does('desk', open, change, offer)
    const silent = { type: 'reviewAmendment', amendment, verdict: 'returned', offeredAt } as const
    expect(floor.refusal('supervisor', silent)).toBe('returnReasonMissing')
    floor.does('supervisor', approve, giveBack)
    expect(state()).toBe('draft')
    expect(floor.refusal('desk', change)).toBe('allowed')
  })

  test('is published only when it is approved', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change)
    expect(floor.refusal('supervisor', publish)).toBe('notApproved')
    floor.does('desk', offer)
    expect(floor.refusal('supervisor', publish)).toBe('notApproved')
  })

  test('takes effect today or later, and never before the edition that it follows', () => {
    floor.editing = { assemble: () => made }
    floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: tomorrow, hash: 'x' })
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    const at = (effectiveDate: string) => floor.refusal('supervisor', { ...publish, effectiveDate })
    expect(at('2026-11-23')).toBe('effectiveInPast')
    expect(at(today)).toBe('effectiveInPast')
    expect(at(tomorrow)).toBe('allowed')
  })

  test('takes effect within 366 days, so that a wrong year is not taken', () => {
    floor.editing = { assemble: () => made }
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    const at = (effectiveDate: string) => floor.refusal('supervisor', { ...publish, effectiveDate })
    expect(at('2027-11-25')).toBe('allowed')
    expect(at('2027-11-26')).toBe('effectiveTooFar')
    expect(at('2062-12-01')).toBe('effectiveTooFar')
  })

  test.each(['manualFaulty', 'nothingChanges', 'editionNotHere'] as const)(
    'that the hall cannot put together is not published (%s)',
    (refused) => {
      if (refused !== 'editionNotHere') floor.editing = { assemble: () => ({ refused }) }
      floor.does('desk', open, change, offer)
      floor.does('supervisor', approve)
      expect(floor.refusal('supervisor', publish)).toBe(refused)
    },
  )

  test.each<AmendmentCommand>([change, leave, offer, approve, publish, drop])(
    'that was dropped takes no act any more ($type)',
    (command) => {
      floor.does('desk', open, change, drop)
      expect(floor.hall.amendments.get(amendment)?.parts).toEqual({})
      expect(floor.refusal('supervisor', command)).toBe('amendmentOver')
    },
  )
})

describe('an earlier edition', () => {
  const back = { type: 'bringBackEdition', edition: 1, effectiveDate: today, reason: '잘못 고침' } as const
  test('comes back by a supervisor as a new edition, with the reason', () => {
    floor.editing = { bringBack: () => made }
    floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' })
    floor.does('hall', { type: 'publishEdition', edition: 2, effectiveDate: today, hash: 'y' })
    expect(floor.refusal('desk', back)).toBe('notSupervisor')
    expect(floor.refusal('supervisor', { ...back, edition: 9 })).toBe('editionUnknown')
    expect(floor.refusal('supervisor', { ...back, effectiveDate: '2026-11-23' })).toBe('effectiveInPast')
    floor.does('supervisor', back)
    expect(floor.hall.edition).toMatchObject({ edition: 3, broughtBack: 1, reason: '잘못 고침' })
  })
})
