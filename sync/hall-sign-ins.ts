import { HALL } from '../domain/actor.ts'
import type { Command, Event } from '../domain/hall.ts'
import { personIn } from '../domain/permissions.ts'
import type { Record } from '../domain/record.ts'
import { sessionTimes } from '../domain/session.ts'
import { aboutPassword, secondIn, signedWith, type IsSignedBy, type Proof } from '../domain/sign-in.ts'
import type { Instant } from '../domain/time.ts'
import type { Sitting } from './protocol.ts'

/** A proof that the hall has looked at: when it heard of it first, and what was kept of the password then. */
type Looked = { signature: string; verifier: string; heardAt: Instant }

/**
 * 로그인 확인: how far the hall believes a machine who sits at it (docs/decisions/0020). Without `isSignedBy` it believes every
 * name, as a record without passwords does.
 */
export function hallSignIns(record: Record, isSignedBy: IsSignedBy | undefined) {
  const looked = new Map<string, Looked>()

  /** Whether the key in force signed it, which is good for asking; a former one is good for what was done without the line. */
  function signed(machine: string, clerk: string, proof: Proof, by: IsSignedBy, at: Instant) {
    const key = signedWith(record.hall, { machine, clerk, at: proof.at }, proof.signature, by)
    const verifier = record.hall.verifiers.get(clerk)?.verifier
    if (key === 'current' && verifier !== undefined)
      looked.set(machine, { signature: proof.signature, verifier, heardAt: at })
    return key
  }

  /** A session begins, or its person is back at it. */
  function isBegun(machine: string, { by: { clerk }, proof }: Begun, check: IsSignedBy, at: Instant): boolean {
    if (clerk === undefined || proof === undefined) return false
    const last = record.hall.counters.get(machine)?.provenAt ?? 0
    return proof.at > last && signed(machine, clerk, proof, check, at) !== undefined
  }

  function isStoodBy(machine: string, event: Event, check: IsSignedBy): boolean {
    const said = secondIn(event)
    if (!said) return true
    const { clerk, about, proof } = said
    return (
      proof !== undefined &&
      // Nobody stands by what they do themselves.
      clerk !== event.by.clerk &&
      signedWith(record.hall, { machine, clerk, about, at: proof.at }, proof.signature, check) !== undefined
    )
  }

  return {
    /** Whether a machine tells an event in the name of who has proven to sit there; what is about a case or a visit somebody did. */
    accepts(machine: string, event: Event, at: Instant): boolean {
      if (!isSignedBy) return true
      const { clerk } = event.by
      if (event.type === 'clerkSignedIn') return event.clerk === clerk && isBegun(machine, event, isSignedBy, at)
      if (event.type === 'sessionUnlocked' && event.proof) return isBegun(machine, event, isSignedBy, at)
      // Whoever goes takes nothing along.
      if (event.type === 'clerkSignedOut') return true
      if (clerk === undefined) return !('case' in event) && !('visit' in event)
      return clerk === record.hall.counters.get(machine)?.clerk && isStoodBy(machine, event, isSignedBy)
    },
    /** Whether somebody has proven to sit at a machine, of whom the record of a restored hall does not know yet. */
    sits(machine: string, { clerk, proof }: Sitting, at: Instant): boolean {
      if (!isSignedBy) return true
      const isRecent = Math.abs(at - proof.at) <= sessionTimes(record.hall.profile?.signIn).lastsFor
      const said = { machine, clerk, at: proof.at }
      return isRecent && signedWith(record.hall, said, proof.signature, isSignedBy) === 'current'
    },
    /** Whether whoever chooses a new password of their own has signed it with the one in force: being signed in is not enough. */
    mayReplace(machine: string, command: Command & { type: 'setPassword' }): boolean {
      const { clerk, provenAt = 0 } = record.hall.counters.get(machine) ?? {}
      if (!isSignedBy || machine === HALL || clerk !== command.staff) return true
      const { staff, verifier, proof } = command
      if (!proof || proof.at <= provenAt) return false
      const said = { machine, clerk, at: proof.at, about: aboutPassword(staff, verifier) }
      return signedWith(record.hall, said, proof.signature, isSignedBy) === 'current'
    },
    /** Whether who is signed in at a machine may ask the hall in their name: proven with the password in force, within the hours of a session. */
    mayAsk(machine: string, at: Instant): boolean {
      if (!isSignedBy) return true
      const { clerk, proof } = record.hall.counters.get(machine) ?? {}
      if (clerk === undefined) return true
      const kept = record.hall.verifiers.get(clerk)
      if (!kept || !proof || !personIn(record.hall, clerk)) return false
      const known = looked.get(machine)
      const isKnown = known?.signature === proof.signature
      if (isKnown && at - known.heardAt > sessionTimes(record.hall.profile?.signIn).lastsFor) return false
      // A password that its person has just chosen here ends nothing; one of an administrator, or of another PC, does.
      if (isKnown) return known.verifier === kept.verifier || kept.chosenAt === machine
      return signed(machine, clerk, proof, isSignedBy, at) === 'current'
    },
  }
}

type Begun = { by: { clerk?: string | undefined }; proof?: Proof | undefined }
