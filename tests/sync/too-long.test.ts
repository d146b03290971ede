import { beforeEach, expect, test } from 'vitest'
import type { Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { largestMessage } from '../../server/line.ts'
import { liarIn } from '../support/liar.ts'
import { inHallOfTwo, one, receive, world } from './hall-of-two.ts'

/** [O5] What a machine tells that is longer than any act is: a restored hall has to be told it again, each in one message. */

inHallOfTwo()
let pc: ReturnType<typeof liarIn>
beforeEach(() => {
  pc = liarIn(world, 'counter-2')
})

const long = '"'.repeat(3_500_000)
const act = () => ({ at: world.now(), by: { machine: 'counter-2', clerk: 'clerk' }, case: 'k' })
const note = (more: object) => ({ ...act(), type: 'noteAdded', tenure: 1, act: 1, ...more }) as unknown as Event

/** What the hall placed of the liar last. */
const placed = (): Entry | undefined => world.hallLog.since(0, 1000).findLast((e) => e.origin === 'counter-2')
const restoredIn = (entry: Entry | undefined): number =>
  Buffer.byteLength(JSON.stringify({ say: 'restore', entries: [entry] }))

test('is held with its short fields alone, whether the hall could read it or not, and blocks nothing', () => {
  for (const told of [note({ text: long }), { ...act(), type: 'visitFilmed', film: long } as unknown as Event]) {
    pc.tell(told)
    const { type } = told
    expect(restoredIn(placed())).toBeLessThan(largestMessage)
    const event = placed()?.event
    expect(event).toMatchObject({ type: 'entryHeld', what: type, why: 'malformed' })
    const kept: unknown = event?.type === 'entryHeld' ? JSON.parse(event.content) : undefined
    expect(kept).toEqual(type === 'noteAdded' ? note({}) : { ...act(), type })
  }
  one.submit(receive('mine'))
  world.settle()
  expect(world.hall.record.hall.cases.has('mine')).toBe(true)
})

test('stays with its teller where it is kept apart', () => {
  pc.tell({ event: note({}), private: { form: Object.fromEntries([['f1', long.slice(0, 4000)]]) } })
  expect(placed()?.private).toBeDefined()
  const form = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`f${i}`, long.slice(0, 4000)]))
  pc.tell({ event: note({ act: 2 }), private: { form } })
  expect(placed()).toMatchObject({ event: { type: 'entryHeld', why: 'malformed' } })
  expect(placed()?.private).toBeUndefined()
})

test('and what is just not too long fits into a message, whatever its characters are', () => {
  const film = '\u0001'.repeat(1_048_000)
  pc.tell({ ...act(), type: 'visitFilmed', film } as unknown as Event)
  expect(placed()?.event).toMatchObject({ film })
  pc.tell(note({ text: film }))
  expect(placed()?.event).toMatchObject({ type: 'entryHeld', content: expect.stringContaining('u0001') as string })
  expect(restoredIn(placed())).toBeLessThan(largestMessage)
})
