import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import type { Entry } from '../../../domain/record/log.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { issue, openFloor, type Floor } from '../../support/floor.ts'

/** A number that was called and whose visitor does not come, while no board can call it again. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
  issue(floor, 'a')
  floor.does('counter-1', { type: 'callNext', visit: 'v' })
})

const recall: Command = { type: 'recall', visit: 'v' }
const missing: Command = { type: 'markNoShow', visit: 'v' }
const calledAloud: Command = { ...missing, aloud: true }
const offline = { state: 'offline', since: 0, unsent: 0 } as const

describe('without the hall', () => {
  beforeEach(() => {
    floor.online = false
  })

  test('a recall is refused, as no board would call: the clerk is told to call aloud', () => {
    expect(floor.refusal('counter-1', recall)).toBe('callAloud')
  })

  test('nobody is a no-show before the clerk has said that the number was called aloud, and the record says it too', () => {
    expect(floor.refusal('counter-1', missing)).toBe('callAloud')
    expect(floor.does('counter-1', calledAloud)).toMatchObject([{ type: 'visitorMissing', visit: 'v', aloud: true }])
    expect(floor.hall.visits.get('v')?.state).toBe('noShow')
  })

  test.each<Command>([
    { type: 'welcome', visit: 'v' },
    { type: 'returnToQueue', visit: 'v' },
  ])('a called visit goes on or is given back as ever: %o', (command) => {
    expect(floor.refusal('counter-1', command)).toBe('allowed')
  })

  test('whom the board has called again is a no-show without a word of the clerk', () => {
    floor.online = true
    floor.does('counter-1', recall)
    floor.online = false
    const [event] = floor.does('counter-1', missing)
    expect(event).toMatchObject({ type: 'visitorMissing' })
    expect(event).not.toHaveProperty('aloud')
  })

  test('where the queue is set to no recalls there is nothing to call again', () => {
    floor.does('supervisor', { type: 'setQueue', settings: { recalls: 0 }, reason: '혼잡' })
    expect(floor.refusal('counter-1', missing)).toBe('allowed')
  })
})

test('with the hall a call aloud takes the place of no recall', () => {
  expect(floor.refusal('counter-1', calledAloud)).toBe('recallFirst')
})

test('the counter finds these acts closed by its line, and a recall that did not reach the hall counts for nothing', () => {
  const closed = (more: Parameters<Floor['sees']>[2] = {}): CounterView['closedActs'] =>
    floor.sees('counter-1', { of: 'counter' }, more).closedActs
  expect(closed()).toMatchObject({ markNoShow: 'recallFirst' })
  expect(closed({ line: offline })).toMatchObject({ recall: 'callAloud', markNoShow: 'callAloud' })
  const [event] = floor.does('counter-1', recall)
  expect(closed({ line: offline })).not.toHaveProperty('markNoShow')
  const unsent: Entry[] = event ? [{ origin: 'counter-1', originSeq: 9, hallSeq: null, event }] : []
  expect(closed({ line: offline, unsent })).toMatchObject({ markNoShow: 'callAloud' })
})
