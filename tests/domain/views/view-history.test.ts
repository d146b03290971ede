import { beforeEach, describe, expect, test } from 'vitest'
import { readPart } from '../../../db/manual/manual-part.ts'
import type { Question, ViewOf } from '../../../domain/desk.ts'
import { amendment, draft, editions, made, presence, publish } from '../../support/edited-manual.ts'
import { openFloor, today, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: '1' })
})
const sees = <Q extends Question>(question: Q, machine = 'desk'): ViewOf<Q> =>
  floor.sees(machine, question, { manualOf: (edition = 1) => editions[edition - 1], readPart, presence })

describe('editions and the history of a kind', () => {
  beforeEach(() => {
    floor.editing = { assemble: () => made, bringBack: () => made }
    floor.does('desk', ...draft, { type: 'offerAmendment', amendment })
    const approve = { type: 'reviewAmendment', amendment, verdict: 'approved', offeredAt: floor.now } as const
    floor.at('10:00').does('supervisor', approve, publish)
  })

  test('name who published them and why', () => {
    const reason = '잘못 고침'
    floor.at('11:00').does('supervisor', { type: 'bringBackEdition', edition: 1, effectiveDate: '2026-12-01', reason })
    expect(sees({ of: 'editions' })).toMatchObject([
      {
        edition: 3,
        isInForce: false,
        isNewest: true,
        isHere: false,
        origin: { of: 'broughtBack', edition: 1, reason },
      },
      { edition: 2, isInForce: true, isHere: true, origin: { of: 'amendment', title: '수수료 확인' } },
      { edition: 1, isInForce: false, origin: { of: 'folder' } },
    ])
  })

  test('say of the one in force which counters have it, and which of the others is not heard', () => {
    const lacks = { machine: 'counter-2', number: 2, isHeard: false }
    const heard = { machine: 'counter-1', number: 1, isHeard: true }
    expect(sees({ of: 'editions' })[0]?.receipt).toEqual({ all: 2, has: 0, lacking: [heard, lacks] })
    expect(sees({ of: 'editions' })[1]).not.toHaveProperty('receipt')
    const now = presence.map((p) => (p.machine === 'counter-1' ? { ...p, editions: ['h'] } : p))
    const told = floor.sees('desk', { of: 'editions' }, { presence: now })
    expect(told[0]?.receipt).toEqual({ all: 2, has: 1, lacking: [lacks] })
  })

  test('are compared field by field where their contents are here', () => {
    expect(sees({ of: 'editionDiff', from: 2, to: 1 })).toMatchObject({
      parts: [
        { part: 'kinds/SIM-01', what: 'changed' },
        { part: 'kinds/SIM-02', what: 'added' },
      ],
    })
    expect(sees({ of: 'editionDiff', from: 2, to: 7 })).toEqual({ missing: 7 })
  })

  test('tell of a kind what changed it, the newest first', () => {
    floor.at('11:00').does('desk', { type: 'openAmendment', amendment: 'a2', title: '둘째', reason: '까닭' })
    const changes = [{ part: 'kinds/SIM-01', content: null }]
    floor.does('desk', { type: 'changeAmendment', amendment: 'a2', changes })
    expect(sees({ of: 'kindHistory', code: 'SIM-01' })).toMatchObject([
      { of: 'amendment', title: '둘째', done: { clerk: '편집자' } },
      { of: 'edition', edition: 2, what: 'changed', origin: { of: 'amendment', reason: '미확정 금액' } },
    ])
    expect(sees({ of: 'kindHistory', code: 'SIM-02' })).toEqual([])
  })
})
