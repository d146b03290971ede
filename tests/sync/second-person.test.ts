import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guidanceTopics } from '../../domain/case/intake.ts'
import { secondIn } from '../../domain/case/second-person.ts'
import type { Command, Event, EventOf } from '../../domain/hall.ts'
import { Proof } from '../../domain/people/sign-in.ts'
import type { Private } from '../../domain/record/private.ts'
import { kind } from '../simulation/fixture.ts'
import { type Machine, World } from '../simulation/world.ts'
import { heldIn, liarIn } from '../support/liar.ts'
import { proofAt, toyVerifier } from '../support/proofs.ts'

/** How far the hall believes a machine that somebody stands by an act that needs two people (docs/SYNC.md, A). */

let world: World
let one: Machine
let office: Machine
beforeEach(() => {
  world = new World(2, { isProven: true })
  one = world.machines[0] as Machine
  office = world.machines.at(-1) as Machine
  world.settle()
  one.submit({ type: 'signIn', clerk: 'clerk' })
  for (const id of ['k', 'l']) one.submit(receive(id))
  world.settle()
  world.pass(1)
})
afterEach(() => world.close())

const receive = (id: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: kind.code,
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
})
const hallNow = () => world.hall.record.hall
const outcome = (id = 'k') => hallNow().cases.get(id)?.outcome

type Told<E extends Event> = { event: E; private: Private }
const voiding = (id = 'k', reasons = '잘못 접수함', approvedBy = 'chief'): Told<EventOf<'caseVoided'>> => ({
  event: {
    type: 'caseVoided',
    at: world.now(),
    by: { machine: 'counter-1', clerk: 'clerk' },
    case: id,
    tenure: 1,
    act: 2,
    approvedBy,
  },
  private: { reasons, salt: 'salt' },
})
const signs = ({ event, private: apart }: Told<Event>, by = 'chief'): Proof | undefined =>
  proofAt(hallNow(), { machine: 'counter-1', clerk: by, at: world.now(), about: secondIn(event, apart)?.about })
function signed<E extends EventOf<'caseVoided' | 'decisionCorrected'>>(told: Told<E>, proof = signs(told)): Told<E> {
  return { ...told, event: { ...told.event, ...(proof && { secondProof: proof }) } }
}
const corrected = (act = 2): Told<EventOf<'decisionCorrected'>> => ({
  event: {
    type: 'decisionCorrected',
    at: world.now(),
    by: { machine: 'counter-1', clerk: 'clerk' },
    case: 'k',
    tenure: 1,
    act,
    confirmedBy: 'chief',
    told: 'letter',
  },
  private: { before: '홍길둥', after: '홍길동', salt: 'salt' },
})

describe('[A9] the second person of an act', () => {
  test('signs it at an honest PC, with its text: the hall takes it, and keeps the salt with the text alone', () => {
    one.submit({ type: 'voidCase', case: 'k', reason: '잘못 접수함', approvedBy: 'chief' })
    world.settle()
    const told = [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })].find((e) => e.event.type === 'caseVoided')
    expect([heldIn(world), outcome(), told?.private]).toEqual([[], 'voided', { reasons: '잘못 접수함', salt: 'salt' }])
    expect(JSON.stringify(told?.event)).not.toContain('salt')
  })

  test('has signed neither another case, nor another text, salt or sort of act, nor as somebody else', () => {
    const ours = voiding()
    const pc = liarIn(world, 'counter-1')
    const proofs = [
      signs(voiding('l')),
      signs(voiding('k', '다른 사유')),
      signs({ ...ours, private: { ...ours.private, salt: 'other' } }),
      signs(corrected()),
      signs(ours, 'clerk'),
      proofAt(hallNow(), { machine: 'counter-1', clerk: 'chief', at: world.now(), about: 'k' }),
      proofAt(hallNow(), { machine: 'counter-1', clerk: 'chief', at: world.now() }),
    ]
    pc.tell(ours, ...proofs.map((proof) => signed(ours, proof)))
    expect(heldIn(world)).toEqual(Array.from({ length: 8 }, () => 'caseVoided notProven'))
    pc.tell(signed(ours))
    expect(outcome()).toBe('voided')
  })

  test('has signed it once: the same correction is not told again', () => {
    const pc = liarIn(world, 'counter-1')
    const first = signed(corrected())
    pc.tell(first, { ...first, event: { ...first.event, act: 3 } })
    expect(heldIn(world)).toEqual(['decisionCorrected notProven'])
    // The last letter has bits that are no part of the signature.
    const proof = first.event.secondProof
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.indexOf(proof?.signature.at(-1) ?? '')
    const respelt = { at: 0, ...proof, signature: `${proof?.signature.slice(0, -1)}${letters.charAt(last ^ 1)}` }
    expect([Proof.safeParse(proof).success, Proof.safeParse(respelt).success]).toEqual([true, false])
    pc.tell({ ...first, event: { ...first.event, act: 3, secondProof: respelt } })
    expect(heldIn(world).at(-1)).toBe('decisionCorrected malformed')
  })

  test('has signed it once, also where the act came late and waits in the tray of the case', () => {
    const first = signed(corrected())
    office.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
    office.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
    world.settle()
    liarIn(world, 'counter-1').tell(first, { ...first, event: { ...first.event, act: 3 } })
    expect(hallNow().cases.get('k')?.late).toHaveLength(1)
    expect(heldIn(world)).toEqual(['decisionCorrected notProven'])
  })

  test('counts where the act got a new number and is told after a later proof: the record was put back from an older copy', () => {
    one.keepCopy()
    one.submit(receive('m'))
    world.settle()
    one.putBack()
    world.pass(1)
    one.submit({ type: 'voidCase', case: 'k', reason: '잘못 접수함', approvedBy: 'chief' })
    world.pass(1)
    one.submit({ type: 'unlockSession' })
    world.settle()
    expect([heldIn(world), outcome(), hallNow().cases.has('m')]).toEqual([[], 'voided', true])
  })

  test('is somebody else, and of a voiding a supervisor, also one who has left since', () => {
    const pc = liarIn(world, 'counter-1')
    pc.tell(signed(voiding('k', '잘못 접수함', 'clerk'), signs(voiding('k', '잘못 접수함', 'clerk'), 'clerk')))
    const byEditor = voiding('k', '잘못 접수함', 'editor')
    pc.tell(signed(byEditor, signs(byEditor, 'editor')))
    const byAdmin = voiding('k', '잘못 접수함', 'admin')
    pc.tell(signed(byAdmin, signs(byAdmin, 'admin')))
    expect(heldIn(world)).toEqual(Array.from({ length: 3 }, () => 'caseVoided notProven'))

    const byChief = voiding('l')
    const proof = signs(byChief)
    const staff = world.profile.staff.filter((s) => s.id !== 'chief')
    void world.hall.submit('hall', { type: 'setUpHall', profile: { ...world.profile, staff } }, world.now())
    world.turn()
    pc.tell(signed(byChief, proof))
    expect([heldIn(world).length, outcome('l')]).toEqual([3, 'voided'])
  })

  test('signs without the line as well, with a password that was replaced meanwhile', () => {
    one.drop(false)
    one.submit({ type: 'voidCase', case: 'k', reason: '잘못 접수함', approvedBy: 'chief' })
    void world.hall.submit('hall', { type: 'setPassword', staff: 'chief', verifier: toyVerifier('new') }, world.now())
    world.settle()
    expect([heldIn(world), outcome()]).toEqual([[], 'voided'])
  })
})
