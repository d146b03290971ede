import { z } from 'zod'
import { Id } from '../actor.ts'
import type { Instant } from '../time.ts'
import type { PasswordFlaw } from './password-rules.ts'

/**
 * 로그인과 잠금: what a PC does about who sits at it. Passwords and codes go this way and no other: the PC looks at them, and
 * they are in no event, no view and no message of an error.
 */

const password = z.string().min(1).max(400)
/** Six digits, for a session that its own person unlocks at this PC. */
const Pin = z.string().regex(/^\d{6}$/)

export const sessionCommands = [
  z.strictObject({ type: z.literal('enter'), clerk: Id, password }),
  /** A temporary password is replaced before anything else is done with it. */
  z.strictObject({ type: z.literal('renew'), clerk: Id, password, fresh: password }),
  z.strictObject({ type: z.literal('changePassword'), password, fresh: password }),
  /** The administrator gives it on paper or by word, with the own password; the screen that made it up shows it once. */
  z.strictObject({ type: z.literal('giveTemporary'), staff: Id, password, own: password }),
  z.strictObject({ type: z.literal('claim'), staff: Id, code: z.string().min(1).max(40), password }),
  z.strictObject({ type: z.literal('lock') }),
  z.strictObject({ type: z.literal('unlock'), password: password.optional(), pin: Pin.optional() }),
  /** With the own password: whoever passes by a PC that stands open must not come back by a PIN of theirs. */
  z.strictObject({ type: z.literal('setPin'), pin: Pin, password }),
  /** 근무 마침 of a locked session: whoever is at the counter waits on hold. */
  z.strictObject({ type: z.literal('endLocked') }),
] as const

/** Why a PC lets somebody not in, or not yet. */
export type SessionRefusal =
  | PasswordFlaw
  | ('passwordWrong' | 'waitToRetry' | 'noPassword' | 'offlineTooLong' | 'passwordTemporary' | 'passwordSame')
  | ('sessionLocked' | 'notLocked' | 'pinWrong' | 'pinWeak' | 'pinGone' | 'proofMissing' | 'signInUnproven')

/** What a PC knows of its session beside the record. */
export type SessionState = { locked: boolean; hasPin: boolean }

/** Hours and minutes of a session, as `hall.yaml` may set them. */
export const SessionSettings = z.strictObject({
  /** After so many minutes without a touch a PC locks itself. */
  lockMinutes: z.int().min(1).max(60).optional(),
  /** How long one may sign in while the PC does not hear the hall. */
  offlineHours: z.int().min(1).max(720).optional(),
  /** How long a session lasts at most. */
  sessionHours: z.int().min(1).max(24).optional(),
})

const minute = 60_000
const hour = 60 * minute

/** The settings of a hall in milliseconds: 10 minutes, 72 hours and 12 hours where it says nothing. */
export function sessionTimes(said: z.infer<typeof SessionSettings> | undefined) {
  return {
    lockAfter: (said?.lockMinutes ?? 10) * minute,
    offlineFor: (said?.offlineHours ?? 72) * hour,
    lastsFor: (said?.sessionHours ?? 12) * hour,
  }
}

/** A PIN that everybody tries first: one digit only, or a run. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(
    Array.from(pin)
      .slice(1)
      .map((digit, i) => Number(digit) - Number(pin[i])),
  )
  return steps.size === 1 && [0, 1, -1].some((step) => steps.has(step))
}

/** How far a clock may be put right backwards: more than that, and nobody knows how long ago the hall was heard. */
const putRight = 5 * minute

/** Whether the record's verifiers may still be trusted: the hall says who has left. A clock set back does not prolong it. */
export const isHeardRecently = (heardAt: Instant, at: Instant, offlineFor: number): boolean =>
  at - heardAt <= offlineFor && heardAt - at <= putRight
