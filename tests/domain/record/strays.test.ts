import { beforeEach, expect, test } from 'vitest'
import type { Command, Event } from '../../../domain/hall.ts'
import { heldEntries, mostStrays, namesOf } from '../../../domain/record/strays.ts'
import { hallFromJson, hallToJson, type Stray } from '../../../domain/state.ts'
import { type Floor, openFloor } from '../../support/floor.ts'

/** 적용하지 못한 기록: the supervisor sees what could not be applied until it has been looked into. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(2)
})

/** A note on a visit that nobody knows, of a moment of its own. */
const late = (seconds: number): Event => ({
  type: 'visitHeld',
  at: floor.now + seconds * 1000,
  by: { machine: 'counter-1' },
  visit: `v${seconds}`,
  reason: 'other',
})
const held = (): Event => ({
  type: 'entryHeld',
  at: floor.now,
  by: { machine: 'hall' },
  origin: 'counter-2',
  what: 'noteAdded',
  why: 'notOwner',
  content: '{}',
})
const seen = (): Stray[] => floor.sees('supervisor', { of: 'overview' }).strays
const checkStrays = (strays: readonly Stray[]): Command => ({ type: 'checkStrays', strays: namesOf(strays) })

test('what was looked into leaves the supervisor’s list, and stays in the state with who did and when', () => {
  floor.hears(late(1), held())
  expect(seen().map((s) => s.what)).toEqual(['noteAdded', 'visitHeld'])
  expect(heldEntries(floor.hall)).toBe(1)
  floor.does('supervisor', checkStrays(seen()))
  expect(floor.sees('supervisor', { of: 'overview' })).toMatchObject({ strays: [], strayCount: 0 })
  expect(heldEntries(floor.hall)).toBe(0)
  const checked = { at: floor.now, by: { machine: 'supervisor', clerk: 'chief' } }
  expect(floor.hall.checkedStrays).toMatchObject([{ checked }, { checked }])
  expect(hallFromJson(hallToJson(floor.hall)).checkedStrays).toEqual(floor.hall.checkedStrays)
})

test('what has come since the supervisor looked is not looked into with it, though it be older', () => {
  floor.hears(late(5))
  const command = checkStrays(seen())
  floor.hears(late(1), late(9))
  floor.does('supervisor', command)
  expect(seen().map((s) => s.about)).toEqual(['v1', 'v9'])
})

test('once looked into is enough: the second time is refused, and the first one stays on record', () => {
  floor.hears(late(1), late(2))
  const [first, second] = seen()
  if (!first || !second) throw new Error('nothing is shown')
  floor.does('supervisor', checkStrays([first]))
  const { checked } = floor.hall.checkedStrays[0] ?? {}
  expect(floor.refusal('supervisor', checkStrays([first]))).toBe('straysCheckedAlready')
  floor.at('10:00').does('supervisor', checkStrays([first, second]))
  expect(floor.last('straysChecked').strays.map((s) => s.about)).toEqual(['v2'])
  expect(floor.hall.checkedStrays.map((s) => s.checked.at)).toEqual([checked?.at, floor.now])
})

test('of many the newest are shown, and those before them once these have been looked into', () => {
  floor.hears(...Array.from({ length: mostStrays + 30 }, (_, i) => late(i)))
  expect(floor.sees('supervisor', { of: 'overview' }).strayCount).toBe(mostStrays + 30)
  expect(seen()).toHaveLength(mostStrays)
  expect(seen()[0]?.about).toBe('v30')
  floor.does('supervisor', checkStrays(seen()))
  expect(seen().map((s) => s.about)).toEqual(Array.from({ length: 30 }, (_, i) => `v${i}`))
})

test('of what has one name, because it came in one moment, only so many are looked into as were seen', () => {
  floor.hears(...Array.from({ length: mostStrays + 50 }, held))
  const command = checkStrays(seen())
  expect(command).toMatchObject({ strays: [{ count: mostStrays }] })
  floor.hears(held())
  floor.does('supervisor', command)
  expect(seen()).toHaveLength(51)
  floor.does('supervisor', checkStrays(seen()))
  expect(seen()).toEqual([])
  expect(floor.hall.checkedStrays).toHaveLength(mostStrays + 51)
})

test('it is for a supervisor, and for no counter', () => {
  floor.hears(late(1))
  expect(floor.refusal('counter-1', checkStrays(seen()))).toBe('notSupervisor')
})
