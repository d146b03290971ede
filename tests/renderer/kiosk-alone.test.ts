import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../../domain/desk.ts'
import { instantOf } from '../../domain/time.ts'
import { openDesk } from '../../renderer/common/store.ts'
import { issuing } from '../../renderer/kiosk/issue.ts'
import { ownSeriesOf } from '../../renderer/kiosk/own-series.ts'
import { openFloor, today } from '../support/floor.ts'

/** What a kiosk shows of the hall, and of a ticket that it gave by itself. */

const morning = instantOf(today, '09:00')
const floor = () => openFloor(1, { tickets: { until: '18:00' } })

beforeEach(() => {
  vi.useFakeTimers({ now: morning })
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a kiosk that asks again shows that it is nine, though nothing has happened in the hall', async () => {
  const hall = floor().at('08:00')
  const question = { of: 'kiosk' } as const
  const desk = {
    view: () => Promise.resolve(hall.sees('kiosk', question)),
    watch(_: unknown, listener: (view: unknown) => void) {
      listener(hall.sees('kiosk', question))
      return () => undefined
    },
  } as unknown as Desk
  const handle = openDesk(() => desk)
  const closed = () => (handle.store.getState().views['{"of":"kiosk"}'] as { closed?: unknown }).closed
  const stop = handle.hold(question)
  expect(closed()).toMatchObject({ why: 'ticketsNotYet' })
  hall.at('09:00')
  await handle.refresh(question)
  expect(closed()).toBeUndefined()
  // What is no longer shown is not kept.
  stop()
  hall.at('18:00')
  await handle.refresh(question)
  expect(closed()).toBeUndefined()
})

test.each([
  ['kiosk-1', 'the printer of the hall cannot be reached', true],
  ['kiosk-2', 'its own browser prints', undefined],
] as const)('of a ticket that %s gave by itself %s', (id, _what, isUnprintable) => {
  const kept = new Map<string, string>()
  const own = ownSeriesOf(id, { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => void kept.set(k, v) })
  own.hear(floor().at('09:00').sees('kiosk', { of: 'kiosk', kiosk: id }), morning)
  const issue = issuing({} as Desk, { id, own })
  issue.press('ordinary', true)
  const shown = issue.store.getState()
  expect(shown).toMatchObject({ step: 'issued', slip: { label: { series: '다' } } })
  expect(shown.step === 'issued' && shown.slip.isUnprintable).toBe(isUnprintable)
})
