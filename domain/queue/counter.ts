import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import { countProof, Proof } from '../people/sign-in.ts'
import { Instant } from '../time.ts'

/** 창구. Who sits at a machine and whether it serves; written by that machine. */

export const PauseReason = z.enum(['meal', 'training', 'away', 'backOffice'])
export type PauseReason = z.infer<typeof PauseReason>

/** Why a session ended without its person: gone from the roster, handed over while locked, or its hours are over. */
export const SessionEnd = z.enum(['left', 'handedOver', 'tooLong'])
export type SessionEnd = z.infer<typeof SessionEnd>

export const counterCommands = [
  z.strictObject({ type: z.literal('signIn'), clerk: Id, proof: Proof.optional() }),
  z.strictObject({ type: z.literal('signOut') }),
  /** The PC's own: a session that ends without its person; who is at the counter is put on hold or back into the queue. */
  z.strictObject({ type: z.literal('endSession'), why: SessionEnd }),
  z.strictObject({ type: z.literal('pauseCounter'), reason: PauseReason }),
  z.strictObject({ type: z.literal('reopenCounter') }),
] as const

const act = { at: Instant, by: Actor }
export const counterEvents = [
  z.strictObject({ ...act, type: z.literal('clerkSignedIn'), clerk: Id, proof: Proof.optional() }),
  z.strictObject({ ...act, type: z.literal('clerkSignedOut'), why: SessionEnd.optional() }),
  z.strictObject({ ...act, type: z.literal('counterPaused'), reason: PauseReason }),
  z.strictObject({ ...act, type: z.literal('counterReopened') }),
] as const

export type CounterCommand = z.infer<(typeof counterCommands)[number]>
export type CounterEvent = z.infer<(typeof counterEvents)[number]>

export type Counter = {
  readonly counter: string
  clerk?: string
  paused?: PauseReason
  since: Instant
  /** When whoever sits there signed in. */
  signedInAt?: Instant
  /** What whoever sits there has proven it with, last. */
  proof?: Proof
  /** Why the last session here ended without its person, while nobody has signed in since. */
  ended?: SessionEnd
  /** The number of the newest proof of this machine, whoever gave it. */
  lastProof?: number
}

function counterAt(counters: Map<string, Counter>, machine: string, since: Instant): Counter {
  const known = counters.get(machine) ?? { counter: machine, since }
  counters.set(machine, known)
  return known
}

/** Takes an event of a counter into the state. */
export function evolveCounter(counters: Map<string, Counter>, event: CounterEvent): void {
  const known = counterAt(counters, event.by.machine, event.at)
  known.since = event.at
  switch (event.type) {
    case 'clerkSignedIn':
      known.clerk = event.clerk
      known.signedInAt = event.at
      delete known.paused
      delete known.ended
      return keepProof(known, event.proof)
    case 'clerkSignedOut':
      delete known.clerk
      delete known.proof
      delete known.signedInAt
      delete known.paused
      if (event.why) known.ended = event.why
      else delete known.ended
      return
    case 'counterPaused':
      known.paused = event.reason
      return
    case 'counterReopened':
      delete known.paused
  }
}

/**
 * A session that its person has unlocked. In a record that was put back from an older copy it may be somebody else's yet:
 * whoever has proven to sit there does.
 */
export function evolveUnlocked(counters: Map<string, Counter>, { at, by, proof }: Unlocked): void {
  if (by.clerk === undefined || proof === undefined) return
  const known = counterAt(counters, by.machine, at)
  if (known.clerk !== by.clerk) Object.assign(known, { clerk: by.clerk, since: at, signedInAt: at })
  keepProof(known, proof)
}

type Unlocked = { at: Instant; by: Actor; proof?: Proof | undefined }

function keepProof(known: Counter, proof: Proof | undefined): void {
  if (!proof) return void delete known.proof
  known.proof = proof
  countProof(known, proof)
}
