import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command, Event } from '../../domain/hall.ts'
import type { Proof } from '../../domain/people/sign-in.ts'
import { protocol } from '../../sync/protocol.ts'
import { kind } from '../simulation/fixture.ts'
import { type Machine, World } from '../simulation/world.ts'
import { heldIn, liarIn } from '../support/liar.ts'
import { proofAt, toyProof, toyVerifier } from '../support/proofs.ts'

/** How far the hall believes a machine who sits at it (docs/SYNC.md, A). */

const hour = 3_600_000

let world: World
let one: Machine
let office: Machine
beforeEach(() => {
  world = new World(1, { isProven: true })
  ;[one, office] = world.machines as [Machine, Machine]
  world.settle()
})
afterEach(() => world.close())

const receive = (id: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: kind.code,
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
})
const hallSays = (command: Command) => {
  void world.hall.submit('hall', command, world.now())
  world.settle()
}
const heldNow = () => heldIn(world)
const clerkAt = (machine: string) => world.hall.record.hall.counters.get(machine)?.clerk

const liar = (machine: string) => liarIn(world, machine)
const signsIn = (machine: string, clerk: string, proof?: Proof): Event => ({
  type: 'clerkSignedIn',
  at: world.now(),
  by: { machine, clerk },
  clerk,
  ...(proof && { proof }),
})
const reminder: Command = { type: 'checkMonth', month: '2026-10' }

describe('[A1] a sign-in counts when the person has signed it', () => {
  test('and then the person may tell and ask', () => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    expect([clerkAt('supervisor'), heldNow()]).toEqual(['chief', []])
    office.submit(reminder)
    world.settle()
    expect(world.told.at(-1)?.outcome).not.toEqual({ refused: 'signInUnproven' })
  })

  test('not without a signature, with that of somebody else, of another machine, or of another person', () => {
    const pc = liar('supervisor')
    const at = world.now()
    const chief = { machine: 'supervisor', clerk: 'chief', at }
    const { hall } = world.hall.record
    pc.tell(signsIn('supervisor', 'chief'))
    pc.tell(signsIn('supervisor', 'chief', toyProof(toyVerifier('guessed'), chief)))
    pc.tell(signsIn('supervisor', 'chief', proofAt(hall, { ...chief, machine: 'counter-1' })))
    pc.tell(signsIn('supervisor', 'chief', proofAt(hall, { ...chief, clerk: 'clerk' })))
    const borrowed = proofAt(hall, chief)
    pc.tell({ ...signsIn('supervisor', 'chief', borrowed), by: { machine: 'supervisor', clerk: 'clerk' } })
    expect(heldNow()).toEqual(Array.from({ length: 5 }, () => 'clerkSignedIn notProven'))
    expect(clerkAt('supervisor')).toBeUndefined()
    expect(pc.ask(reminder)).toBe('nobodySignedIn')
  })

  test('once: what was recorded does not open a second session', () => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    const proof = world.hall.record.hall.counters.get('supervisor')?.proof
    office.submit({ type: 'signOut' })
    world.settle()
    liar('supervisor').tell(signsIn('supervisor', 'chief', proof))
    expect(heldNow()).toEqual(['clerkSignedIn notProven'])
  })
})

describe('[A2] what a machine tells in the name of somebody who has not signed in there is held', () => {
  test('also by nobody, where it is about a case or a visit', () => {
    const pc = liar('counter-1')
    const on = { at: world.now(), case: 'k', tenure: 1 }
    pc.tell({ ...on, type: 'noteAdded', by: { machine: 'counter-1', clerk: 'chief' }, act: 1 })
    pc.tell({ ...on, type: 'noteAdded', by: { machine: 'counter-1' }, act: 1 })
    pc.tell({ type: 'monthChecked', at: world.now(), by: { machine: 'counter-1', clerk: 'chief' }, month: '2026-10' })
    pc.tell({ type: 'counterPaused', at: world.now(), by: { machine: 'counter-1', clerk: 'chief' }, reason: 'meal' })
    expect(heldNow()).toEqual([
      ...['noteAdded notProven', 'noteAdded notProven', 'monthChecked notOwner', 'counterPaused notProven'],
    ])
  })
})

describe('[A3] without the line', () => {
  test('a person signs in and works, and the hall sees by the same signature that it was they', () => {
    one.drop(false)
    world.pass(20 * hour)
    one.submit({ type: 'signIn', clerk: 'clerk' })
    one.submit(receive('k'))
    world.settle()
    expect([heldNow(), clerkAt('counter-1')]).toEqual([[], 'clerk'])
    expect(world.hall.record.hall.cases.has('k')).toBe(true)
  })

  test('a password that was replaced meanwhile proves what was done, and asks for nothing', async () => {
    one.drop(false)
    hallSaysAway({ type: 'setPassword', staff: 'clerk', verifier: toyVerifier('new') })
    one.submit({ type: 'signIn', clerk: 'clerk' })
    one.submit(receive('k'))
    world.settle()
    expect([heldNow(), world.hall.record.hall.cases.has('k')]).toEqual([[], true])
    one.submit({ type: 'callNext', visit: 'v' })
    world.settle()
    await Promise.all(world.answers)
    expect(world.told.at(-1)?.outcome).toEqual({ refused: 'signInUnproven' })
    one.submit({ type: 'unlockSession' })
    one.submit({ type: 'callNext', visit: 'v' })
    world.settle()
    await Promise.all(world.answers)
    expect(world.told.at(-1)?.outcome).toEqual({ refused: 'queueEmpty' })
  })

  test('a password that was replaced four days before proves nothing', () => {
    hallSays({ type: 'setPassword', staff: 'clerk', verifier: toyVerifier('new') })
    world.pass(97 * hour)
    const old = toyProof(toyVerifier('clerk'), { machine: 'counter-1', clerk: 'clerk', at: world.now() })
    liar('counter-1').tell(signsIn('counter-1', 'clerk', old))
    expect(heldNow()).toEqual(['clerkSignedIn notProven'])
  })

  test('a password that was replaced proves nothing later by a time of before and a number of now', () => {
    const before = world.now()
    hallSays({ type: 'setPassword', staff: 'clerk', verifier: toyVerifier('new') })
    world.pass(97 * hour)
    one.submit({ type: 'signIn', clerk: 'clerk' })
    world.settle()
    const said = { machine: 'counter-1', clerk: 'clerk', at: before, nth: world.now() + 1 }
    liar('counter-1').tell(signsIn('counter-1', 'clerk', toyProof(toyVerifier('clerk'), said)))
    expect(heldNow()).toEqual(['clerkSignedIn notProven'])
  })

  /** The hall does something that a PC without the line does not hear. */
  function hallSaysAway(command: Command): void {
    void world.hall.submit('hall', command, world.now())
    world.turn()
  }
})

test('[A5] whoever unlocks a record that was put back from an older copy sits there, whoever signed in after the copy', () => {
  one.submit({ type: 'signIn', clerk: 'clerk' })
  world.settle()
  one.keepCopy()
  world.settle()
  one.submit({ type: 'signOut' })
  one.submit({ type: 'signIn', clerk: 'chief' })
  world.settle()
  world.pass(hour)
  one.putBack()
  one.submit({ type: 'unlockSession' })
  one.submit(receive('k'))
  world.settle()
  expect([heldNow(), clerkAt('counter-1'), world.hall.record.hall.cases.has('k')]).toEqual([[], 'clerk', true])
})

test('[A5] and the work of the morning that follows counts, though the hall has given the number of the unlocking to the sign-out of the evening', () => {
  one.submit({ type: 'signIn', clerk: 'clerk' })
  world.settle()
  one.keepCopy()
  world.settle()
  one.submit({ type: 'signOut' })
  world.settle()
  world.pass(12 * hour)
  one.putBack()
  one.submit({ type: 'unlockSession' })
  for (const id of ['k', 'l', 'm']) one.submit(receive(id))
  one.submit({ type: 'addNote', case: 'k', text: '비고' })
  world.settle()
  expect([heldNow(), [...world.hall.record.hall.cases.keys()]]).toEqual([[], ['k', 'l', 'm']])
  expect(world.hall.record.hall.strays).toEqual([])
})

test('[A6] a supervisor who signed in after the copy of a restored hall ends its wait, and nobody without a proof does', async () => {
  for (const m of [one, office]) m.submit({ type: 'signIn', clerk: m === one ? 'clerk' : 'chief' })
  for (const m of [one, office]) m.submit({ type: 'signOut' })
  world.settle()
  world.copyHall()
  office.submit({ type: 'signIn', clerk: 'chief' })
  one.submit({ type: 'signIn', clerk: 'clerk' })
  world.settle()
  world.restoreHall()
  const { machine, proof } = { machine: 'supervisor', proof: office.record.hall.counters.get('supervisor')?.proof }
  const end: Command = { type: 'endRecovery', reason: '창구 1 고장' }
  const answers: unknown[] = []
  const wire = world.hall.connect({ send: (m) => void (m.say === 'answer' && answers.push(m.refused)) })
  wire.hear({ say: 'hello', protocol, machine, seen: 0 }, world.now())
  const forged = proof && { clerk: 'chief', proof: { ...proof, at: proof.at + 1 } }
  wire.hear({ say: 'ask', ask: 1, command: end }, world.now())
  if (forged) wire.hear({ say: 'ask', ask: 2, command: end, sitting: forged }, world.now())
  world.turn()
  expect(answers).toEqual(['nobodySignedIn', 'nobodySignedIn'])

  const round = () => {
    office.connect()
    office.carryUp(Infinity)
    world.turn()
    office.carryDown(Infinity)
  }
  for (let i = 0; i < 3; i++) round()
  const outcome = office.end.submit(end, world.now())
  for (let i = 0; i < 3; i++) round()
  expect(await outcome).toBe('done')
  expect(world.hall.record.hall.recoveries).toMatchObject([{ by: { machine, clerk: 'chief' }, awaited: ['counter-1'] }])
  world.settle()
  expect(heldNow()).toEqual([])
})
