import { beforeEach, expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import type { KioskView } from '../../domain/views/view-public.ts'
import { ownSeriesOf, placeOf, type OwnSeries } from '../../renderer/kiosk/own-series.ts'
import { today, tomorrow } from '../support/floor.ts'

/** What a kiosk gives by itself while it does not reach the hall. */

let kept: Map<string, string>
let own: OwnSeries
const place = () => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (k: string, v: string) => void kept.set(k, v),
})
const morning = instantOf(today, '09:00')
const view = (more: Partial<KioskView> = {}): KioskView => ({
  hallName: '모의 민원실',
  at: morning,
  waiting: 0,
  ahead: { ordinary: 0, priority: 0 },
  estimates: {},
  reasons: [],
  kiosk: { id: 'kiosk-2', prints: false, own: { first: 201, last: 203, taken: [] } },
  ...more,
})
const give = (touch: string, now = morning) => own.give({ touch, class: 'ordinary' }, now)

beforeEach(() => {
  kept = new Map()
  own = ownSeriesOf('kiosk-2', place())
})

test('a kiosk that has never heard the hall gives nothing', () => {
  expect(own.isReady(morning)).toBe(false)
  expect(give('a')).toBeUndefined()
})

test('it gives its own numbers in turn, each once, also after a reload, until they are used up', () => {
  own.hear(view(), morning)
  expect(give('a')?.label).toEqual({ day: today, series: '다', number: 201 })
  own = ownSeriesOf('kiosk-2', place())
  own.hear(view(), morning)
  expect([give('b')?.label.number, give('c')?.label.number]).toEqual([202, 203])
  expect(own.isReady(morning)).toBe(false)
  expect(give('d')).toBeUndefined()
})

test('it begins anew with a new day, of which it must have heard', () => {
  own.hear(view(), morning)
  give('a')
  const next = instantOf(tomorrow, '09:00')
  expect(own.isReady(next)).toBe(false)
  expect(give('b', next)).toBeUndefined()
  own.hear(view({ at: instantOf(tomorrow, '00:10') }), instantOf(tomorrow, '00:10'))
  expect(give('b', next)?.label).toEqual({ day: tomorrow, series: '다', number: 201 })
})

test.each(['dayClosed', 'issueStopped', 'ticketLimitReached', 'ticketsOver', 'dayOff'] as const)(
  'it gives nothing where the hall gave nothing when it was last heard: %s',
  (why) => {
    own.hear(view(), morning)
    own.hear(view({ at: morning + 1, closed: { why } }), morning + 1)
    expect(own.isReady(morning + 2)).toBe(false)
    expect(give('a', morning + 2)).toBeUndefined()
    own.hear(view({ at: morning + 3 }), morning + 3)
    expect(own.isReady(morning + 4)).toBe(true)
  },
)

test('it opens by itself at the time of which the hall spoke', () => {
  const hours = { from: morning, until: instantOf(today, '18:00') }
  const early = instantOf(today, '08:00')
  own.hear(view({ at: early, hours, closed: { why: 'ticketsNotYet', from: morning } }), early)
  expect(own.isReady(instantOf(today, '08:59'))).toBe(false)
  expect(own.isReady(morning)).toBe(true)
})

test('what it heard before a silent spell does not set its clock back', () => {
  own.hear(view(), morning)
  own.hear(view(), morning + 600_000)
  expect(give('a', morning + 600_000)?.issuedAt).toBe(morning + 600_000)
})

test('it passes over numbers that the hall knows, also with a storage that was wiped', () => {
  own.hear(
    view({ kiosk: { id: 'kiosk-2', prints: false, own: { first: 201, last: 203, taken: [201, 203] } } }),
    morning,
  )
  expect(give('a')?.label.number).toBe(202)
  expect(own.isReady(morning)).toBe(false)
})

test('it remembers whether its slips come from the printer of the hall', () => {
  expect(own.isPrintedByHall()).toBe(false)
  own.hear(view({ kiosk: { id: 'kiosk-2', prints: true, own: { first: 201, last: 203, taken: [] } } }), morning)
  expect(ownSeriesOf('kiosk-2', place()).isPrintedByHall()).toBe(true)
})

test('it goes by the clock of the hall, and by its hours as far as it knows them', () => {
  const hours = { from: instantOf(today, '09:00'), until: instantOf(today, '18:00') }
  // This machine is ten minutes behind.
  own.hear(view({ hours }), morning - 600_000)
  expect(give('a', morning)?.issuedAt).toBe(morning + 600_000)
  expect(own.isReady(instantOf(today, '17:49'))).toBe(true)
  expect(own.isReady(instantOf(today, '17:50'))).toBe(false)
})

test('what the hall took is forgotten; what it would not take is kept for the guide', () => {
  own.hear(view(), morning)
  give('a')
  give('b')
  expect(own.untold().map((t) => t.touch)).toEqual(['a', 'b'])
  own.told('a', true)
  own.told('b', false)
  expect(own.untold()).toEqual([])
  expect(own.refused()).toEqual([{ day: today, series: '다', number: 202 }])
})

test('a kiosk whose browser lacks a storage gives no numbers of its own, and one whose storage cannot be read neither', () => {
  const denied = () => {
    throw new Error('denied')
  }
  for (const bare of [placeOf({ localStorage: null }), { getItem: denied, setItem: denied }]) {
    own = ownSeriesOf('kiosk-2', bare)
    own.hear(view(), morning)
    expect([own.isReady(morning), give('a'), own.untold(), own.refused()]).toEqual([false, undefined, [], []])
  }
})

test('a kiosk whose storage is full shows no number that it could give again, and goes on once there is room', () => {
  let isFull = false
  const setItem = (k: string, v: string) => {
    if (isFull) throw new Error('QuotaExceededError')
    kept.set(k, v)
  }
  own = ownSeriesOf('kiosk-2', { ...place(), setItem })
  own.hear(view(), morning)
  give('a')
  isFull = true
  expect(give('b')).toBeUndefined()
  own.hear(view({ at: morning + 1 }), morning + 1)
  own.told('a', true)
  expect(own.untold()).toHaveLength(1)
  isFull = false
  expect(give('b')?.label.number).toBe(202)
})
