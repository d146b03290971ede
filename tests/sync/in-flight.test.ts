import { expect, test, vi } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { check } from '../simulation/checks.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** The hall commits the next turn while it passes on the one before: what is on its way to the disk may be lost. */

inHallOfTwo()

const toTheHall = (machine: Machine, command: Command): void => {
  machine.submit(command)
  machine.carryUp(Infinity)
}
const seizedFor = (to: string): Command => ({ type: 'seizeCase', case: 'k', to, reason: '자리를 비움' })

/** Passes on the turn that holds one act while the turn of the next is on its way; then the power is cut. */
function cutAfter(first: () => void, next: () => void): void {
  first()
  const due = world.hall.commit()
  world.hallLog.write()
  world.copyHall()
  next()
  world.hall.commit()
  world.hall.pass(due, world.now(), 'now')
  for (const machine of world.machines) machine.carryDown(Infinity)
  world.restoreHall(false)
}

test('[P2] who is given a case hears what is kept apart of it, though it is handed on again in a turn that is lost', () => {
  inTurn(one, receive('k'))
  cutAfter(
    () => toTheHall(supervisor, seizedFor('counter-2')),
    () => toTheHall(supervisor, seizedFor('counter-1')),
  )
  world.settle()
  expect(two.record.hall.cases.get('k')?.holder).toBe('counter-2')
  expect(two.record.privates.get('k')).toEqual(world.hall.record.privates.get('k'))
  check(world)
})

test('[P1] who is given a case in a turn that is lost hears nothing that is kept apart of it', () => {
  inTurn(one, receive('k'))
  cutAfter(
    () => toTheHall(one, { type: 'addNote', case: 'k', text: '신청인이 다시 오기로 함' }),
    () => toTheHall(supervisor, seizedFor('counter-2')),
  )
  expect(two.record.privates.get('k')).toBeUndefined()
})

test('an act that the disk of a PC does not take is told to nobody, and its number is free for the next one', () => {
  const last = one.record.lastOriginSeq(one.id)
  const append = vi.spyOn(one.log, 'append').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  expect(() => one.submit({ type: 'pauseCounter', reason: 'meal' })).toThrow('the disk is full')
  expect(one.up).toEqual([])
  expect(one.record.lastOriginSeq(one.id)).toBe(last)
  append.mockRestore()
  one.submit(receive('k'))
  expect(one.up).toMatchObject([{ say: 'tell', entries: [{ originSeq: last + 1, event: { type: 'caseReceived' } }] }])
  world.settle()
  expect(world.hall.record.hall.counters.get(one.id)?.paused).toBeUndefined()
  check(world)
})

test('[P4] who looks a case up is shown what the disk has by then, and nothing of the turn that is on its way', () => {
  inTurn(one, receive('k'))
  toTheHall(two, { type: 'lookUpCase', about: 'k', reason: '신청인이 전화로 물음' })
  const due = world.hall.commit()
  toTheHall(one, { type: 'addNote', case: 'k', text: '신청인이 다시 오기로 함' })
  world.hall.commit()
  world.hall.pass(due, world.now(), 'now')
  const shown = two.down.flatMap((message) => (message.say === 'shown' ? message.entries : []))
  expect(shown.map(({ event }) => event.type)).toEqual(['caseReceived'])
})
