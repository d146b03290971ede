import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { aboutPassword, type Proof } from '../../domain/people/sign-in.ts'
import { type Machine, World } from '../simulation/world.ts'
import { liarIn } from '../support/liar.ts'
import { proofAt, toyProof, toyVerifier } from '../support/proofs.ts'

/** How far the hall believes a machine that somebody sets a password (docs/SYNC.md, A). */

let world: World
let office: Machine
beforeEach(() => {
  world = new World(1, { isProven: true })
  office = world.machines[1] as Machine
  world.settle()
})
afterEach(() => world.close())

const liar = (machine: string) => liarIn(world, machine)
const hallSays = (command: Command) => {
  void world.hall.submit('hall', command, world.now())
  world.settle()
}

describe('[A7] a new own password is signed by the one in force', () => {
  const own = toyVerifier('of the PC')
  const said = () => ({ machine: 'supervisor', clerk: 'chief', at: world.now() })
  const about = (staff: string, verifier = own) => ({ ...said(), about: aboutPassword(staff, verifier) })
  const set = (proof?: Proof) => ({
    ...({ type: 'setPassword', staff: 'chief', verifier: own } as const),
    ...(proof && { proof }),
  })
  const verifierNow = () => world.hall.record.hall.verifiers.get('chief')?.verifier
  beforeEach(() => {
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    world.pass(1)
  })

  test('a PC that was taken over while somebody is signed in sets none: without, with another, or with a borrowed proof', () => {
    const pc = liar('supervisor')
    const { hall } = world.hall.record
    const before = verifierNow()
    const session = hall.counters.get('supervisor')?.proof
    const answers = [
      ...[set(), set(session), set(toyProof(own, about('chief'))), set(proofAt(hall, said()))],
      ...[set(proofAt(hall, about('chief', toyVerifier('other')))), set(proofAt(hall, about('clerk')))],
      ...[set(proofAt(hall, { ...about('chief'), machine: 'counter-1' }))],
      { ...set(), temporary: true as const },
    ].map((command) => pc.ask(command))
    expect(answers).toEqual(Array.from({ length: 8 }, () => 'passwordUnproven'))
    expect(verifierNow()).toBe(before)
  })

  test('a proof is good once, also to come back to the password before', () => {
    const pc = liar('supervisor')
    const { hall } = world.hall.record
    const first = hall.verifiers.get('chief')?.verifier ?? ''
    const toOwn = set(proofAt(hall, about('chief')))
    expect(pc.ask(toOwn)).toBeUndefined()
    world.pass(1)
    const back: Command = { type: 'setPassword', staff: 'chief', verifier: first }
    expect(pc.ask({ ...back, proof: toyProof(own, about('chief', first)) })).toBeUndefined()
    expect([pc.ask(toOwn), verifierNow()]).toEqual(['passwordUnproven', first])
  })

  test('a temporary one signs as well, and one that an administrator has replaced meanwhile does not', () => {
    hallSays({ type: 'setPassword', staff: 'chief', verifier: toyVerifier('given'), temporary: true })
    office.submit({ type: 'unlockSession' })
    world.settle()
    world.pass(1)
    const pc = liar('supervisor')
    expect(pc.ask(set(toyProof(toyVerifier('chief'), about('chief'))))).toBe('passwordUnproven')
    expect(pc.ask(set(toyProof(toyVerifier('given'), about('chief'))))).toBeUndefined()
    expect(world.hall.record.hall.verifiers.get('chief')).toMatchObject({ verifier: own, chosenAt: 'supervisor' })
  })

  test('and so is a temporary one by the administrator who gives it: the session alone gives none', () => {
    office.submit({ type: 'signOut' })
    office.submit({ type: 'signIn', clerk: 'admin' })
    world.settle()
    world.pass(1)
    const pc = liar('supervisor')
    const give = (proof?: Proof) => pc.ask({ ...set(proof), temporary: true })
    const admin = { machine: 'supervisor', clerk: 'admin', at: world.now() }
    const { hall } = world.hall.record
    const signs = (staff: string) => proofAt(hall, { ...admin, about: aboutPassword(staff, own) })
    expect([give(), give(signs('clerk')), give(signs('chief'))]).toEqual([
      'passwordUnproven',
      'passwordUnproven',
      undefined,
    ])
    expect(hall.verifiers.get('chief')).toMatchObject({ verifier: own, temporary: true })
  })
})
