import { z } from 'zod'
import { Id } from '../actor.ts'
import type { Instant } from '../time.ts'
import type { PairingRefusal } from './machines.ts'

/** 등록: what a PC says on screen of its bond to the hall, and what is done about it at the PC itself. */

/** Why a PC that has a hall is not let on its line, or does not go on it. */
export type Barred = {
  why: 'revoked' | 'unknownDevice' | 'impostor' | 'wrongName' | 'certExpired'
  at: Instant
}

/** Fingerprints (SHA-256, hex) to compare by eye; `updates` is absent while the hall has no key that signs updates. */
export type HallMarks = { hallId: string; authority: string; recovery: string; updates?: string }

export type PairingView = {
  /** False until the PC has a hall; then there is nothing to show but the way to it. */
  isPaired: boolean
  machine: string
  /** The address that the PC was told at its start, or the one that it has. */
  address?: string
  /** Addresses that servers announce on this network; a hint, and never trusted. */
  found: string[]
  isBusy: boolean
  /** Why the last try was refused. */
  refused?: PairingRefusal | 'machineUnknown'
  /** How often a code may still be tried, after a wrong one. */
  triesLeft?: number
  barred?: Barred
  /** What its hall is known by. */
  hall?: HallMarks
}

/** An invitation that was made at this PC, with its secret; shown once, and kept nowhere. */
export type InvitationView = {
  machine: string
  code: string
  address: string
  /** The whole as one line, for a QR code, a file or the clipboard. */
  text: string
  expiresAt: Instant
  /** The file on this PC that it was put into. */
  file?: string
}

export const pairingCommands = [
  z.strictObject({ type: z.literal('pairPc'), address: z.string().max(300), code: z.string().max(60) }),
  /** Invites a PC; the code is made here and shown here, and the hall is told only what it needs to know the code by. */
  z.strictObject({ type: z.literal('makeInvitation'), machine: Id }),
  /** Puts the invitation into a file on this PC, to be carried to the other. */
  z.strictObject({ type: z.literal('saveInvitation') }),
  /** The window with the invitation is closed: its code is forgotten. */
  z.strictObject({ type: z.literal('forgetInvitation') }),
] as const
export type PairingCommand = z.infer<(typeof pairingCommands)[number]>

export const pairingQuestions = [
  z.strictObject({ of: z.literal('pairing') }),
  z.strictObject({ of: z.literal('invitation') }),
] as const
