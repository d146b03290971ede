import { beforeEach, expect, test } from 'vitest'
import type { KioskView } from '../../domain/view-public.ts'
import { instantOf } from '../../domain/time.ts'
import { ownSeriesOf, type OwnSeries } from '../../renderer/kiosk/own-series.ts'
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
  ...{
    hallName: '모의 민원실',
    at: morning,
    waiting: 0,
    ahead: { ordinary: 0, priority: 0 },
    estimates: {},
    reasons: [],
  },
  kiosk: { id: 'kiosk-2', prints: false, own: { first: 201, last: 203 } },
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

test('it begins anew with a new day', () => {
  own.hear(view(), morning)
  give('a')
  expect(give('b', instantOf(tomorrow, '09:00'))?.label).toEqual({ day: tomorrow, series: '다', number: 201 })
})

test('it goes by the clock of the hall, and by its hours as far as it knows them', () => {
  const hours = { from: instantOf(today, '09:00'), until: instantOf(today, '18:00') }
  // This machine is ten minutes behind.
  own.hear(view({ hours }), morning - 600_000)
  expect(give('a', morning)?.issuedAt).toBe(morning + 600_000)
  expect(own.isReady(instantOf(today, '17:49'))).toBe(true)
  expect(own.isReady(instantOf(today, '17:50'))).toBe(false)
  expect(own.isReady(instantOf(tomorrow, '07:00'))).toBe(true)
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
