import { HALL } from '../domain/actor.ts'
import { secondIn } from '../domain/case/second-person.ts'
import type { Command, Happening } from '../domain/hall.ts'
import { anyoneIn, personIn, rolesOf } from '../domain/people/permissions.ts'
import { sessionTimes } from '../domain/people/session.ts'
import { aboutPassword, isNextProof, signedWith, type Proof } from '../domain/people/sign-in.ts'
import type { Record } from '../domain/record/record.ts'
import type { Instant } from '../domain/time.ts'
import type { Proofs } from './hall-surroundings.ts'
import type { Sitting } from './protocol.ts'

/** How far ahead of the hall's clock a proof may be that the hall does not remember: nobody has hours to come. */
const clockMayBeAhead = 5 * 60_000

/**
 * 로그인 확인: how far the hall believes a machine who sits at it (docs/decisions/0020). */
export function hallSignIns(record: Record, proofs: Proofs) {
  if (proofs === 'believed') return believed
  const { isSignedBy, looked } = proofs

  /** Whether the key in force signed it, which is good for asking; a former one is good for what was done without the line. */
  function signed(machine: string, clerk: string, proof: Proof, at: Instant) {
    const key = signedWith(record.hall, { machine, clerk }, proof, isSignedBy)
    const verifier = record.hall.verifiers.get(clerk)?.verifier
    if (key === 'current' && verifier !== undefined)
      looked.keep(machine, { signature: proof.signature, verifier, heardAt: at })
    return key
  }

  /** A session begins, or its person is back at it. */
  function isBegun(machine: string, { by: { clerk }, proof }: Begun, at: Instant): boolean {
    if (clerk === undefined || proof === undefined) return false
    return isNextProof(record.hall.counters.get(machine), proof) && signed(machine, clerk, proof, at) !== undefined
  }

  /**
   * Whether the second person is another one, of the role that it takes, and has signed this act and its text, for once. An
   * act that got a new number is told after later ones (S14): its proof need not be the newest, unless it is by a former key.
   */
  function isStoodBy(machine: string, { event, private: apart }: Happening): boolean {
    const second = secondIn(event, apart)
    if (!second) return true
    const { clerk, about, proof, roles } = second
    if (!proof || clerk === event.by.clerk || isUsed(second.case, proof)) return false
    const person = anyoneIn(record.hall, clerk)
    const isFit = person !== undefined && rolesOf(person).some((role) => roles.includes(role))
    const key = signedWith(record.hall, { machine, clerk, about }, proof, isSignedBy)
    return isFit && (key === 'current' || (key === 'former' && isNextProof(record.hall.counters.get(machine), proof)))
  }

  /** Also by an act that came late: it waits in the tray of the case, and may still be taken over. */
  function isUsed(id: string, { signature }: Proof): boolean {
    const { history = [], late = [] } = record.hall.cases.get(id) ?? {}
    const acts = [...history, ...late.map((l) => l.event)]
    return acts.some((e) => 'secondProof' in e && e.secondProof?.signature === signature)
  }

  return {
    /** Whether a machine tells an event in the name of who has proven to sit there; what is about a case or a visit somebody did. */
    accepts(machine: string, happening: Happening, at: Instant): boolean {
      const { event } = happening
      const { clerk } = event.by
      if (event.type === 'clerkSignedIn') return event.clerk === clerk && isBegun(machine, event, at)
      if (event.type === 'sessionUnlocked' && event.proof) return isBegun(machine, event, at)
      // Whoever goes takes nothing along.
      if (event.type === 'clerkSignedOut') return true
      if (clerk === undefined) return !('case' in event) && !('visit' in event)
      return clerk === record.hall.counters.get(machine)?.clerk && isStoodBy(machine, happening)
    },
    /** Whether somebody has proven to sit at a machine, of whom the record of a restored hall does not know yet. */
    sits(machine: string, { clerk, proof }: Sitting, at: Instant): boolean {
      const isRecent = Math.abs(at - proof.at) <= sessionTimes(record.hall.profile?.signIn).lastsFor
      return isRecent && signedWith(record.hall, { machine, clerk }, proof, isSignedBy) === 'current'
    },
    /** Whether whoever sets a password has signed it with their own in force: being signed in is not enough. */
    mayReplace(machine: string, command: Command & { type: 'setPassword' }): boolean {
      const counter = record.hall.counters.get(machine)
      const { staff, verifier, proof } = command
      if (machine === HALL) return true
      if (counter?.clerk === undefined || !proof || !isNextProof(counter, proof)) return false
      const said = { machine, clerk: counter.clerk, about: aboutPassword(staff, verifier) }
      return signedWith(record.hall, said, proof, isSignedBy) === 'current'
    },
    /** Whether who is signed in at a machine may ask the hall in their name: proven with the password in force, within the hours of a session. */
    mayAsk(machine: string, at: Instant): boolean {
      const { clerk, proof } = record.hall.counters.get(machine) ?? {}
      if (clerk === undefined) return true
      const kept = record.hall.verifiers.get(clerk)
      if (!kept || !proof || !personIn(record.hall, clerk)) return false
      const known = looked.of(machine)
      const { lastsFor } = sessionTimes(record.hall.profile?.signIn)
      if (known?.signature === proof.signature) {
        // A password that its person has just chosen here ends nothing; one of an administrator, or of another PC, does.
        return at - known.heardAt <= lastsFor && (known.verifier === kept.verifier || kept.chosenAt === machine)
      }
      // A hall that was restored does not remember this one: its hours are by the time that it says itself.
      if (proof.at > at + clockMayBeAhead || at - proof.at > lastsFor) return false
      return signed(machine, clerk, proof, Math.min(at, proof.at)) === 'current'
    },
  }
}

const yes = (): boolean => true
const believed = { accepts: yes, sits: yes, mayReplace: yes, mayAsk: yes }

type Begun = { by: { clerk?: string | undefined }; proof?: Proof | undefined }
