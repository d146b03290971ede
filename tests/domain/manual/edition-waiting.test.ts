import { beforeEach, describe, expect, test } from 'vitest'
import { coming, inForce } from '../../../domain/manual/edition.ts'
import { amendment, approve, change, made, offer, open, publish } from '../../support/amendment.ts'
import { openFloor, today, tomorrow, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
})

describe('an edition that waits for its day', () => {
  const waits = '2027-05-01'
  const withdraw = { type: 'withdrawEdition', edition: 2, reason: '시행일을 잘못 적음' } as const
  beforeEach(() => {
    floor.editing = { assemble: () => made, bringBack: () => made }
    floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' })
    floor.does('hall', { type: 'publishEdition', edition: 2, effectiveDate: waits, hash: 'y' })
  })

  test('is withdrawn by a supervisor, so that an urgent correction takes effect at once', () => {
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve)
    expect(floor.refusal('supervisor', publish)).toBe('effectiveInPast')
    expect(floor.refusal('desk', withdraw)).toBe('notSupervisor')
    floor.does('supervisor', withdraw)
    expect(floor.hall.edition).toMatchObject({ edition: 1, hash: 'x' })
    expect(coming(floor.hall, today)).toEqual([])
    expect(inForce(floor.hall, waits)?.edition).toBe(1)
    floor.does('supervisor', publish)
    // Its number is not given again, and it stays on record.
    expect(floor.hall.edition).toMatchObject({ edition: 3, effectiveDate: today })
    expect(floor.hall.editions.get(2)).toMatchObject({ hash: 'y', withdrawn: { reason: '시행일을 잘못 적음' } })
  })

  test('that was withdrawn leaves its amendment a draft with all that was in it', () => {
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve, { ...publish, effectiveDate: waits })
    expect(floor.hall.amendments.get(amendment)).toMatchObject({ state: 'published', edition: 3 })
    // A third edition after it does not take its words away.
    const other = { amendment: 'a2' }
    floor.does('desk', { ...open, ...other }, { ...change, ...other }, { ...offer, ...other })
    floor.does('supervisor', { ...approve, ...other }, { ...publish, ...other, effectiveDate: waits })
    floor.does('supervisor', { ...withdraw, edition: 4 }, { ...withdraw, edition: 3 })
    const known = floor.hall.amendments.get(amendment)
    expect(known).toMatchObject({ state: 'draft', withdrawn: { edition: 3, reason: '시행일을 잘못 적음' } })
    expect(known?.parts).toHaveProperty('kinds/SIM-01.content', '{}')
    expect(known).not.toHaveProperty('edition')
    floor.does('desk', offer)
    floor.does('supervisor', approve, { ...publish, effectiveDate: waits })
    expect(floor.hall.amendments.get(amendment)).toMatchObject({ state: 'published', edition: 5 })
    expect(floor.hall.amendments.get(amendment)).not.toHaveProperty('withdrawn')
  })

  test('keeps the contents of its amendment no longer than until its day', () => {
    floor.does('desk', open, change, offer)
    floor.does('supervisor', approve, { ...publish, effectiveDate: waits })
    floor.at('09:00', waits).does('hall', { type: 'publishEdition', edition: 4, effectiveDate: waits, hash: 'z' })
    expect(floor.hall.amendments.get(amendment)?.parts).toEqual({})
  })

  test('comes back for another day once it was withdrawn', () => {
    floor.does('supervisor', withdraw)
    floor.does('supervisor', { type: 'bringBackEdition', edition: 2, effectiveDate: tomorrow, reason: '바른 날' })
    expect(floor.hall.edition).toMatchObject({ edition: 3, effectiveDate: tomorrow, broughtBack: 2 })
  })

  test('is withdrawn once, before its day, and only while nothing follows it', () => {
    const refused = (edition: number) => floor.refusal('supervisor', { ...withdraw, edition })
    expect([refused(1), refused(9)]).toEqual(['editionInForce', 'editionUnknown'])
    floor.does('hall', { type: 'publishEdition', edition: 3, effectiveDate: waits, hash: 'z' })
    expect([refused(2), refused(3)]).toEqual(['editionNotNewest', 'allowed'])
    floor.does('supervisor', { ...withdraw, edition: 3 })
    expect([refused(3), refused(2)]).toEqual(['editionUnknown', 'allowed'])
    floor.at('09:00', waits)
    expect(refused(2)).toBe('editionInForce')
  })
})
