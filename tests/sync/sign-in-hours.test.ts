import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command, Event } from '../../domain/hall.ts'
import { nextProof } from '../../domain/people/sign-in.ts'
import { type Machine, World } from '../simulation/world.ts'
import { heldIn, liarIn } from '../support/liar.ts'
import { proofAt, toyVerifier } from '../support/proofs.ts'

/** How long the hall believes a machine who sits at it, and what its clock has to do with it (docs/SYNC.md, A). */

const hour = 3_600_000

let world: World
let office: Machine
beforeEach(() => {
  world = new World(1, { isProven: true })
  office = world.machines[1] as Machine
  world.settle()
})
afterEach(() => world.close())

const liar = (machine: string) => liarIn(world, machine)
const heldNow = () => heldIn(world)
const hallSays = (command: Command) => {
  void world.hall.submit('hall', command, world.now())
  world.settle()
}
const reminder: Command = { type: 'checkMonth', month: '2026-10' }

describe('[A4] a session asks the hall', () => {
  const ask = (): unknown => liar('supervisor').ask(reminder)
  beforeEach(() => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
  })

  test('for twelve hours, whatever its machine says of the time', () => {
    expect(ask()).not.toBe('signInUnproven')
    world.pass(12 * hour + 1)
    expect(ask()).toBe('signInUnproven')
    office.drop(false)
    office.submit({ type: 'unlockSession' })
    world.settle()
    expect(ask()).not.toBe('signInUnproven')
  })

  test('no longer once an administrator has given the person another password', () => {
    hallSays({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('given'), temporary: true })
    expect(ask()).toBe('signInUnproven')
  })

  test('on, after its person has chosen another password at this PC', async () => {
    office.submit({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('chosen') })
    world.settle()
    await Promise.all(world.answers)
    expect(world.told.at(-1)?.outcome).toBe('done')
    expect(ask()).not.toBe('signInUnproven')
  })

  test('no longer once its person has chosen another password at another PC', () => {
    const other = world.machines[0] as Machine
    other.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    other.submit({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('chosen there') })
    world.settle()
    expect(world.hall.record.hall.verifiers.get('chief')).toMatchObject({ chosenAt: other.id })
    expect(ask()).toBe('signInUnproven')
  })

  test('and is shown nothing of a case where it may not ask', () => {
    world.pass(12 * hour + 1)
    const pc = liar('supervisor')
    expect(pc.ask({ type: 'lookUpCase', about: 'k', reason: '진행을 물음' })).toBe('signInUnproven')
    expect(pc.heard.map(({ say }) => say)).not.toContain('shown')
  })

  test('on, after the hall was started again, also where its person has chosen another password here', async () => {
    world.restartHall()
    world.settle()
    expect(ask()).not.toBe('signInUnproven')
    office.drop(false)
    office.submit({ type: 'unlockSession' })
    world.settle()
    office.submit({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('chosen') })
    world.settle()
    await Promise.all(world.answers)
    world.restartHall()
    world.settle()
    expect(world.told.at(-1)?.outcome).toBe('done')
    expect(ask()).not.toBe('signInUnproven')
    hallSays({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('given'), temporary: true })
    world.restartHall()
    world.settle()
    expect(ask()).toBe('signInUnproven')
  })

  test('for twelve hours, however often the hall is started in them', () => {
    for (let i = 0; i < 4; i++) {
      world.pass(3 * hour)
      world.restartHall()
      world.settle()
      expect(ask()).not.toBe('signInUnproven')
    }
    world.pass(1)
    world.restartHall()
    world.settle()
    expect(ask()).toBe('signInUnproven')
  })

  test('of a hall that was restored by the time that the proof says, and not by one to come', () => {
    world.copyHall()
    office.submit({ type: 'unlockSession' })
    world.settle()
    world.pass(2 * hour)
    world.restoreHall(false)
    world.settle()
    expect(ask()).not.toBe('signInUnproven')
    world.pass(10 * hour)
    expect(ask()).not.toBe('signInUnproven')
    world.pass(1)
    expect(ask()).toBe('signInUnproven')
  })
})

describe('[A8] a clock that was ahead once', () => {
  const year = 365 * 24 * hour
  const unlocks = (at: number, nth?: number): Event => {
    const who = { machine: 'supervisor', clerk: 'chief' }
    const proof = proofAt(world.hall.record.hall, { ...who, at, ...(nth !== undefined && { nth }) })
    return { type: 'sessionUnlocked', at, by: who, ...(proof && { proof }) }
  }

  test('leaves the numbers of proofs ahead, and not their times: the next one counts, and each still once', () => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    const ahead = world.now() + year
    const [now, pc] = [world.now() + 1, liar('supervisor')]
    pc.tell(unlocks(ahead))
    expect(pc.ask(reminder)).not.toBe('signInUnproven')
    const next = nextProof(world.hall.record.hall.counters.get('supervisor'), now)
    expect(next).toEqual({ at: now, nth: ahead + 1 })
    pc.tell(unlocks(now), unlocks(now, ahead), unlocks(now, ahead + 1), unlocks(now, ahead + 1))
    expect(heldNow()).toEqual(Array.from({ length: 3 }, () => 'sessionUnlocked notProven'))
    expect(world.hall.record.hall.counters.get('supervisor')?.proof).toMatchObject(next)
    // The first clock tick after the numbers are caught up needs no number of its own.
    expect(nextProof(world.hall.record.hall.counters.get('supervisor'), ahead + 2)).toEqual({ at: ahead + 2 })
  })

  test('gives nobody hours to come at a hall that was started again', () => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    world.copyHall()
    liar('supervisor').tell(unlocks(world.now() + hour))
    for (const m of world.machines) m.connect()
    world.settle()
    world.restoreHall(false)
    world.settle()
    expect(world.hall.record.hall.counters.get('supervisor')?.proof?.at).toBe(world.now() + hour)
    expect(liar('supervisor').ask(reminder)).toBe('signInUnproven')
  })
})
