import { expect, onTestFinished, test, vi } from 'vitest'
import type { CaseLooks } from '../../electron/case-looks.ts'
import { openCore } from '../../electron/desk-core.ts'
import { coalesced, deskOf } from '../../electron/desk-of.ts'
import { newFolder } from '../support/core.ts'
import { openFloor } from '../support/floor.ts'
import { testKey } from '../support/record.ts'

test('who watches what is not for him hears so at once, and once', async () => {
  const dataFolder = newFolder((clean) => onTestFinished(() => void clean()))
  const core = openCore({ machine: 'supervisor', dataFolder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  const told: unknown[] = []
  core.desk.watch({ of: 'roster' }, (view) => told.push(view))
  expect(told).toEqual([undefined])
  core.end.online({ send() {} }, Date.now())
  await new Promise(setImmediate)
  expect(told).toEqual([undefined])
  core.close()
})

test('a view whose first answer fails is still watched, told once it can be, and let go of', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const floor = openFloor(1)
  let isBroken = true
  let holds = 0
  const looks = {
    hold() {
      holds += 1
      return () => (holds -= 1)
    },
    seatFor() {
      if (isBroken) throw new Error('broken')
      return floor.seat('counter-1')
    },
  } as unknown as CaseLooks
  const changes = coalesced()
  const desk = deskOf(
    { seat: () => floor.seat('counter-1'), looks },
    () => Promise.reject(new Error()),
    changes,
    async () => [],
  )
  let told = 0
  const stop = desk.watch({ of: 'bell' }, () => (told += 1))
  expect([told, holds, said.mock.calls.length]).toEqual([0, 1, 1])
  isBroken = false
  changes.ring()
  await new Promise(setImmediate)
  expect(told).toBe(1)
  stop()
  changes.ring()
  await new Promise(setImmediate)
  expect([told, holds]).toEqual([1, 0])
})
