import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { openFloor, today, type Floor } from '../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
})

describe('an edition of the folder', () => {
  test.each<Command>([
    { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' },
    { type: 'setEditionKey', key: 'x' },
  ])('is said by the hall alone, not even by a supervisor ($type)', (command) => {
    expect(floor.refusal('supervisor', command)).toBe('notForThisMachine')
    expect(floor.refusal('hall', command)).toBe('allowed')
  })
})
