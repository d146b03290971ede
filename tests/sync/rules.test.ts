import { describe, expect, test } from 'vitest'
import { hallToJson } from '../../domain/state.ts'
import { type FromHall, FromMachine } from '../../sync/protocol.ts'
import type { Machine } from '../simulation/world.ts'
import { liarIn } from '../support/liar.ts'
import { inHallOfTwo, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** The rules of docs/SYNC.md, with real files and both real ends. */

inHallOfTwo()

const issue = (touch: string) =>
  void world.hall.submit('kiosk', { type: 'issueTicket', touch, class: 'ordinary' }, world.now())
const lastOutcome = async () => {
  await Promise.all(world.answers)
  return world.told.at(-1)?.outcome
}

describe('Who writes', () => {
  test('[O4] acts that the hall had not seen before a seizure come late and change nothing', () => {
    one.submit(receive('k'))
    world.settle()
    one.drop(false)
    one.submit({ type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' })
    supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
    world.settle()
    for (const machine of [...world.machines]) {
      const known = machine.record.hall.cases.get('k')
      expect(known?.holder).toBe('counter-2')
      expect(known?.checks).toEqual({})
      expect(known?.late.map((l) => l.event.type)).toEqual(['checkTicked'])
    }
    two.submit({ type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'takenOver' })
    world.settle()
    expect(world.hall.record.hall.cases.get('k')?.checks['s1.2']?.mark).toBe('met')
  })

  test('[O5] an entry about what is not its own is held with its content, and blocks nothing', () => {
    one.submit(receive('k'))
    world.settle()
    const at = world.now()
    const event = { type: 'noteAdded', at, by: { machine: 'counter-2' }, case: 'k', tenure: 1, act: 2 } as const
    two.record.stage([
      { origin: 'counter-2', originSeq: two.record.lastOriginSeq('counter-2') + 1, hallSeq: null, event },
    ])
    two.record.commit()
    two.drop(false)
    two.submit(receive('mine'))
    world.settle()
    expect(world.hall.record.hall.strays).toMatchObject([{ origin: 'counter-2', what: 'noteAdded', why: 'held' }])
    expect(two.log.countPending()).toBe(0)
    expect(two.record.hall.cases.get('k')?.acts).toBe(1)
    expect(world.hall.record.hall.cases.has('mine')).toBe(true)
  })
})

test('[O5] an entry that the hall cannot read is held too, and the ones after it arrive', () => {
  one.drop(false)
  const event = { type: 'visitorCame', at: world.now(), by: { machine: 'counter-1' }, visit: 'v', shoe: 43 } as never
  one.record.stage([
    { origin: 'counter-1', originSeq: one.record.lastOriginSeq('counter-1') + 1, hallSeq: null, event },
  ])
  one.record.commit()
  one.submit(receive('mine'))
  world.settle()
  expect(world.hall.record.hall.strays).toMatchObject([{ origin: 'counter-1', what: 'visitorCame', why: 'held' }])
  expect(one.log.countPending()).toBe(0)
  expect(world.hall.record.hall.cases.has('mine')).toBe(true)
  expect(hallToJson(one.record.hall) === hallToJson(world.hall.record.hall)).toBe(true)
})

describe('[O5] What the hall cannot read at all is held, and ends no line:', () => {
  const nextOf = (id: string) => ({ origin: id, originSeq: world.hallLog.lastOriginSeq(id) + 1, hallSeq: null })
  const told = () => ({ at: world.now(), by: { machine: 'counter-1' } })
  const say = (entry: object) =>
    one.up.push(FromMachine.parse({ say: 'tell', entries: [{ ...nextOf('counter-1'), ...entry }] }))
  const placed = () => world.hallLog.since(0, 1000).findLast((e) => e.origin === 'counter-1')

  test.each([
    { what: 'a case that is no name', event: { type: 'noteAdded', case: 7, tenure: 1, act: 1 } },
    { what: 'a tenure that is a word', event: { type: 'noteAdded', case: 'k', tenure: 'first', act: 1 } },
    { what: 'a later event about things without names', event: { type: 'visitFilmed', visit: [], case: null } },
    { what: 'an event of nobody', event: { type: 'visitorCame', visit: 'v', by: 'somebody' } },
    { what: 'an event without a time', event: { type: 'visitorCame', visit: 'v', at: 'noon' } },
  ])('$what', ({ event }) => {
    say({ event: { ...told(), ...event } })
    world.settle()
    expect(world.hall.record.hall.strays).toMatchObject([{ what: event.type, about: 'malformed', why: 'held' }])
    expect(placed()?.event).toMatchObject({ type: 'entryHeld', content: expect.stringContaining(event.type) as string })
    expect(one.end.line().state).toBe('online')
  })

  test('what is kept apart stays with its teller', () => {
    say({ event: { ...told(), type: 'visitFilmed' }, private: { petitioner: '김영수' } })
    world.settle()
    expect(placed()).toMatchObject({ event: { type: 'entryHeld', why: 'malformed' } })
    expect(JSON.stringify(placed())).not.toContain('김영수')
  })
})

describe('Being in step', () => {
  test('[S3] what is told twice is placed once', () => {
    one.submit(receive('k'))
    one.double()
    world.settle()
    expect(world.hall.record.hall.cases.get('k')?.acts).toBe(1)
    expect(world.hallLog.lastOriginSeq('counter-1')).toBe(2)
  })

  test('[S3] a machine that leaves one of its own out is told so and hears no more; nothing of it is placed', () => {
    const pc = liarIn(world, 'counter-1')
    const next = one.record.lastOriginSeq('counter-1') + 1
    const event = {
      type: 'visitorCame',
      at: world.now(),
      by: { machine: 'counter-1', clerk: 'clerk' },
      visit: 'v',
    } as const
    pc.tellAs(next + 1, event)
    expect(pc.heard.at(-1)).toEqual({ say: 'goodbye', why: 'gap' })
    expect(world.hall.record.lastOriginSeq('counter-1')).toBe(next - 1)
    expect(world.hall.presence().find((p) => p.machine === 'counter-1')?.connected).toBe(false)
  })

  test('[S9] what an old line still brings is not heard, nor news before the welcome', () => {
    one.drop(false)
    const heard: FromHall[] = []
    const seat = world.hall.connect({ send: (m) => void heard.push(m) })
    const hello = (m: FromMachine) => seat.hear(m, world.now())
    const old = one.end.online({ send: hello }, world.now())
    issue('a')
    world.turn()
    const [before, after] = [one.record.lastHallSeq(), one.end.line()]
    const line = one.end.online({ send: () => undefined }, world.now())
    for (const message of heard) old.hear(message, world.now())
    for (const message of heard.filter((m) => m.say === 'news')) line.hear(message, world.now())
    expect(heard.map((m) => m.say)).toEqual(expect.arrayContaining(['welcome', 'news']))
    expect([one.end.line().state, one.record.lastHallSeq()]).toEqual([after.state, before])
  })

  test('[S6] who has told or asked something hears at once, the others with the turn that is for all', () => {
    issue('touch')
    one.submit({ type: 'callNext', visit: 'v1' })
    one.carryUp(Infinity)
    world.turn('later')
    for (const machine of [one, two]) machine.carryDown(Infinity)
    expect(one.record.hall.visits.has('v1')).toBe(true)
    expect(two.record.hall.visits.has('v1')).toBe(false)
    two.submit(receive('k'))
    two.carryUp(Infinity)
    world.turn('later')
    for (const machine of [one, two]) machine.carryDown(Infinity)
    expect(two.record.hall.visits.has('v1')).toBe(true)
    expect(two.log.countPending()).toBe(0)
    expect(one.record.hall.cases.has('k')).toBe(false)
    world.turn()
    one.carryDown(Infinity)
    expect(one.record.hall.cases.has('k')).toBe(true)
    // Hearing of its own acts where they stand ends no line.
    for (const machine of [one, two]) expect(machine.end.line()).toMatchObject({ state: 'online', unsent: 0 })
  })

  test('[S4] one ticket and two calls: one counter gets it, the other hears that nobody waits', async () => {
    issue('touch')
    world.turn()
    one.submit({ type: 'callNext', visit: 'v1' })
    two.submit({ type: 'callNext', visit: 'v2' })
    world.settle()
    await Promise.all(world.answers)
    const outcomes = world.told.filter((t) => t.command.type === 'callNext').map((t) => t.outcome)
    expect(outcomes).toHaveLength(2)
    expect(outcomes).toContain('done')
    expect(outcomes).toContainEqual({ refused: 'queueEmpty' })
  })

  test('[S5] what the hall had not committed when it fell, it never answered', async () => {
    issue('touch')
    world.turn()
    one.submit({ type: 'callNext', visit: 'v1' })
    one.carryUp(1)
    one.carryDown(9)
    world.restartHall()
    expect(await lastOutcome()).toBe('unreachable')
    world.settle()
    expect(world.hall.record.hall.visits.size).toBe(0)
  })

  test('[S7] a question for the hall is unreachable at once without a line, and never asked later', async () => {
    issue('touch')
    world.settle()
    one.drop(false)
    one.submit({ type: 'callNext', visit: 'v1' })
    expect(await lastOutcome()).toBe('unreachable')
    world.settle()
    expect(world.hall.record.hall.visits.size).toBe(0)
  })

  test('[S8] what a machine decides itself survives its restart, and reaches the hall later', () => {
    one.drop(false)
    one.submit(receive('k'))
    one.restart(false)
    expect(one.record.hall.cases.get('k')?.holder).toBe('counter-1')
    expect(one.log.countPending()).toBe(1)
    world.settle()
    expect(one.log.countPending()).toBe(0)
    expect(world.hall.record.hall.cases.has('k')).toBe(true)
  })

  test('[S9] the late end of an old line does not end the new one', () => {
    one.drop(true)
    world.settle()
    for (const ghost of world.ghosts) ghost.leave(world.now())
    one.submit(receive('k'))
    world.settle()
    expect(world.hall.record.hall.cases.has('k')).toBe(true)
    expect(world.hall.presence().find((p) => p.machine === 'counter-1')?.connected).toBe(true)
  })
})

describe('Privacy', () => {
  const petitionerAt = (machine: Machine) => machine.record.privates.get('k')?.['1.1']?.petitioner?.name

  test('[P1] the private part goes to the holder and the supervisor, and to nobody else', () => {
    one.submit(receive('k'))
    world.settle()
    expect([one, two, supervisor].map(petitionerAt)).toEqual(['김영수', undefined, '김영수'])
    expect([...two.log.after({ hallSeq: 0, ownSeq: 0 })].filter((e) => e.private)).toEqual([])
  })

  test('[P2] a new holder gets the private parts of the earlier acts, also after a restart', () => {
    one.submit(receive('k'))
    one.submit({ type: 'passCase', case: 'k', to: 'counter-2' })
    world.settle()
    expect(petitionerAt(two)).toBe('김영수')
    two.restart(false)
    expect(petitionerAt(two)).toBe('김영수')
  })

  test('[P2] a case passed on after a day close keeps its private parts over a restart', () => {
    one.submit(receive('k'))
    world.settle()
    supervisor.submit({ type: 'closeDay', day: '2026-11-24' })
    world.settle()
    one.submit({ type: 'passCase', case: 'k', to: 'counter-2' })
    world.settle()
    two.restart(false)
    expect(petitionerAt(two)).toBe('김영수')
  })
})

describe('Growing older', () => {
  test('[V4] a day close puts away only what it names, whatever is still on its way', () => {
    one.submit(receive('k'))
    world.settle()
    one.drop(false)
    one.submit({ type: 'withdrawCase', case: 'k' })
    supervisor.submit({ type: 'closeDay', day: '2026-11-24' })
    world.settle()
    const final = hallToJson(world.hall.record.hall)
    for (const machine of world.machines) expect(hallToJson(machine.record.hall) === final).toBe(true)
    expect(one.record.hall.cases.get('k')?.outcome).toBe('withdrawn')
    expect(one.record.hall.closedDay).toBe('2026-11-24')
  })
})

test('a clock that is minutes off the hall’s is told while the line is up', () => {
  const hour = 3_600_000
  const line = one.end.online({ send: () => {} }, world.now())
  const welcome = { say: 'welcome', have: one.record.lastOriginSeq(one.id), last: one.record.lastHallSeq() } as const
  line.hear({ ...welcome, at: world.now() + 60_000 }, world.now())
  expect(one.end.line()).not.toHaveProperty('clockOff')
  line.hear({ ...welcome, at: world.now() - hour }, world.now())
  expect(one.end.line()).toMatchObject({ state: 'online', since: world.now(), clockOff: hour })
  line.lost(world.now())
  expect(one.end.line()).not.toHaveProperty('clockOff')
})

test('[S15] a recall is by the hall’s clock, as the calls beside it on the boards; what else the PC records is by its own', async () => {
  issue('t')
  world.settle()
  one.submit({ type: 'callNext', visit: 'v' })
  world.settle()
  const line = one.end.online({ send: () => {} }, world.now())
  const [have, last] = [one.record.lastOriginSeq(one.id), one.record.lastHallSeq()]
  const behind = 61_000
  line.hear({ say: 'welcome', have, last, at: world.now() + behind }, world.now())
  const now = world.now() + 40_000
  expect(await one.end.submit({ type: 'recall', visit: 'v' }, now)).toBe('done')
  expect(await one.end.submit({ type: 'returnToQueue', visit: 'v' }, now)).toBe('done')
  expect(one.end.unsent().map(({ event }) => event)).toMatchObject([
    { type: 'visitRecalled', at: now + behind },
    { type: 'visitReturned', at: now },
  ])
})
