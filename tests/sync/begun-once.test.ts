import { beforeEach, describe, expect, test } from 'vitest'
import type { Event, EventOf } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { heldIn, liarIn } from '../support/liar.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** [O5] [P1] A PC that was taken over begins nothing that was there before, and gives no number of another counter. */

const name = '김영수'
const by = { machine: 'counter-2', clerk: 'clerk' }

inHallOfTwo()
let received: EventOf<'caseReceived'>
beforeEach(() => {
  inTurn(one, receive('k', name), { type: 'withdrawCase', case: 'k' })
  const known = one.record.hall.cases.get('k')
  if (!known) throw new Error('the petition was not received')
  ;({ received } = known)
})

const again = (more: Partial<EventOf<'caseReceived'>> = {}) => ({
  event: { ...received, receiptNo: '2026-02-00009', by, ...more } as Event,
  private: { petitioner: { name: '가짜' } },
})
const settles = (): Event => {
  const late = { lateTenure: 1, lateAct: 1, how: 'setAside' } as const
  return { type: 'lateSettled', at: world.now(), by, case: 'k', tenure: 1, act: 2, ...late }
}
const closesDay = () => ({ type: 'closeDay', day: dayOf(world.now()) }) as const
const archived = () => world.hallLog.archived('case', 'k')

describe('a petition that was put away is received by nobody anew', () => {
  test('so that nothing that was kept apart of it comes to the liar, and the register keeps what it says', () => {
    inTurn(supervisor, closesDay())
    const before = archived()
    const pc = liarIn(world, 'counter-2')
    const act = { at: world.now(), by, case: 'k', tenure: 1 }
    pc.tell(again(), settles(), { ...act, act: 3, type: 'caseWithdrawn' })
    world.settle()
    expect(JSON.stringify(pc.heard)).not.toContain(name)
    expect(heldIn(world)).toEqual(['caseReceived notOwner', 'lateSettled notOwner', 'caseWithdrawn notOwner'])
    expect(world.hall.record.hall.cases.has('k')).toBe(false)
    world.pass(86_400_000)
    inTurn(supervisor, closesDay())
    expect(archived()).toEqual(before)
  })

  test('nor in the turn in which the day is closed, before the disk has it', () => {
    const pc = liarIn(world, 'counter-2')
    void world.hall.submit('hall', closesDay(), world.now())
    pc.tell(again(), settles())
    world.settle()
    expect(JSON.stringify(pc.heard)).not.toContain(name)
    expect(heldIn(world)).toEqual(['caseReceived notOwner', 'lateSettled notOwner'])
  })
})

test('a petition that was put away has acts from those alone who held it: nobody else says what was kept apart of one', () => {
  inTurn(one, receive('c'), { type: 'tickCheck', case: 'c', check: 's1.2', mark: 'met' })
  const ticked = one.record.hall.cases.get('c')?.history.at(-1)
  if (!ticked) throw new Error('nothing was ticked')
  inTurn(one, { type: 'withdrawCase', case: 'c' })
  inTurn(supervisor, closesDay())
  const forged = { event: { ...ticked, by } as Event, private: { finding: '위조' } }
  liarIn(world, 'counter-2').tell(forged)
  expect(heldIn(world)).toEqual(['checkTicked notOwner'])
  inTurn(one, { type: 'takeOutCase', case: 'c' })
  expect(JSON.stringify([...one.record.privates])).not.toContain('위조')
  expect(JSON.stringify([...supervisor.record.privates])).not.toContain('위조')
})

test('what its holder still tells of it comes, and changes nothing', () => {
  inTurn(supervisor, closesDay())
  const late = { ...received, type: 'noteAdded', act: 3, at: world.now() } as const
  const { case: id, tenure, act, at } = late
  liarIn(world, 'counter-1').tell({ type: 'noteAdded', at, by: received.by, case: id, tenure, act })
  expect(heldIn(world)).toEqual([])
  expect(world.hall.record.hall.strays).toMatchObject([{ origin: 'counter-1', what: 'noteAdded', about: 'k' }])
})

test('a visit that was put away is begun by nobody anew', () => {
  inTurn(one, { type: 'serveWithoutTicket', visit: 'v' }, { type: 'completeVisit', visit: 'v' })
  inTurn(supervisor, closesDay())
  liarIn(world, 'counter-2').tell({ type: 'visitWithoutTicket', at: world.now(), by, visit: 'v' })
  expect(heldIn(world)).toEqual(['visitWithoutTicket notOwner'])
})

describe('the next receipt number of a counter is not for another to say', () => {
  const numbers = () => [...one.record.hall.cases.values()].map((c) => c.received.receiptNo)

  test.each(['2026-01-99999', '2026-01-x', '2026-01', '2026-01-1e300', 'x', '2026-02-', '2026-02--5'])('%s', (no) => {
    liarIn(world, 'counter-2').tell(again({ case: 'z', receiptNo: no }))
    inTurn(one, receive('m'), receive('n'))
    expect(heldIn(world)).toEqual(['caseReceived notOwner'])
    expect(numbers()).toEqual(['2026-01-00001', '2026-01-00002', '2026-01-00003'])
  })

  test('and its own go on as ever', () => {
    inTurn(two, receive('m'), receive('n'))
    expect([heldIn(world), numbers().slice(1)]).toEqual([[], ['2026-02-00001', '2026-02-00002']])
  })
})
