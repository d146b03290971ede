import { z } from 'zod'
import { Actor, Id } from './actor.ts'
import { Instant } from './time.ts'

/** 창구. Who sits at a machine and whether it serves; written by that machine. */

export const PauseReason = z.enum(['meal', 'training', 'away', 'backOffice'])
export type PauseReason = z.infer<typeof PauseReason>

export const counterCommands = [
  z.strictObject({ type: z.literal('signIn'), clerk: Id }),
  z.strictObject({ type: z.literal('signOut') }),
  z.strictObject({ type: z.literal('pauseCounter'), reason: PauseReason }),
  z.strictObject({ type: z.literal('reopenCounter') }),
] as const

const act = { at: Instant, by: Actor }
export const counterEvents = [
  z.strictObject({ ...act, type: z.literal('clerkSignedIn'), clerk: Id }),
  z.strictObject({ ...act, type: z.literal('clerkSignedOut') }),
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
}

/** Takes an event of a counter into the state. */
export function evolveCounter(counters: Map<string, Counter>, event: CounterEvent): void {
  const known = counters.get(event.by.machine) ?? { counter: event.by.machine, since: event.at }
  counters.set(event.by.machine, known)
  known.since = event.at
  switch (event.type) {
    case 'clerkSignedIn':
      known.clerk = event.clerk
      delete known.paused
      return
    case 'clerkSignedOut':
      delete known.clerk
      delete known.paused
      return
    case 'counterPaused':
      known.paused = event.reason
      return
    case 'counterReopened':
      delete known.paused
  }
}
