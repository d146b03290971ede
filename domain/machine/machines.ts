import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import type { Done } from '../case/case.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'

/** The machines of the hall: who was invited, who is paired, and who was shut out. Only public keys are in the record. */

const Name = z.string().trim().min(1).max(60)
const deviceFields = {
  machine: Id,
  device: Id,
  /** The public key of the device: Ed25519, SPKI, DER, base64. */
  key: z.string().min(1).max(200),
  /** SHA-256 of that key, in hexadecimal digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the computer calls itself. */
  name: Name,
  invite: Id,
}

export const machineCommands = [
  /** The verifier is the code as scrypt stretched it (base64): the hall keeps it outside the record; it is good for ten minutes. */
  z.strictObject({
    type: z.literal('inviteMachine'),
    machine: Id,
    invite: Id,
    verifier: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  }),
  /** The hall's own: a device has proved that it has the code. */
  z.strictObject({ ...deviceFields, type: z.literal('pairMachine') }),
  z.strictObject({ type: z.literal('revokeMachine'), machine: Id, device: Id, reason: Text }),
] as const

const act = { at: Instant, by: Actor }
export const machineEvents = [
  z.strictObject({ ...act, type: z.literal('machineInvited'), machine: Id, invite: Id }),
  z.strictObject({ ...act, ...deviceFields, type: z.literal('machinePaired') }),
  z.strictObject({
    ...act,
    type: z.literal('machineRevoked'),
    machine: Id,
    device: Id,
    reason: Text.optional(),
    /** By the device that was paired in its place; then there is no reason. */
    replacedBy: Id.optional(),
  }),
] as const

type MachineCommand = z.infer<(typeof machineCommands)[number]>
export type MachineEvent = z.infer<(typeof machineEvents)[number]>
export type MachineRefusal = 'machineUnknown' | 'deviceUnknown'

/** Why a PC was not paired with its hall, or does nothing any more. */
export type PairingRefusal =
  | 'shutOut'
  | 'pairAddress'
  | 'pairCode'
  | 'pairUnreachable'
  | 'pairOther'
  | 'pairOtherHall'
  | 'pairedAlready'
  | 'pairNotProven'
  | 'pairRecovering'
  | 'inviteNone'
  | 'inviteWrong'
  | 'inviteSpent'
  | 'inviteExpired'
  | 'inviteUsed'
  | 'pairTooOften'
  | 'pairFailed'

/** A computer that stands, or stood, for a machine of the hall. */
export type Device = {
  device: string
  key: string
  fingerprint: string
  name: string
  invite: string
  pairedAt: Instant
  /** Who invited it on screen; absent where the invitation was made on the hall's own computer. */
  invitedBy?: Actor
}
type RevokedDevice = Device & { revoked: Done & { reason?: string; replacedBy?: string } }

/** What is known of a machine: the one device that may speak for it, and the last ones that may no longer. */
export type KnownMachine = {
  device?: Device
  invited?: Done & { invite: string }
  /** The newest first. */
  past: RevokedDevice[]
}

/** Devices that are shut out are told so for as long as they are remembered. */
const mostPast = 20

/** The name of the supervisor's PC. */
export const SUPERVISOR = 'supervisor'

/** Which machines belong to the hall: its counters, the guides' tablets, and the supervisor's PC. */
export const machinesOf = ({ profile }: Hall): string[] => [
  ...(profile?.counters ?? []).map((c) => c.id),
  ...(profile?.guides ?? []).map((g) => g.id),
  SUPERVISOR,
]

export const isMachineOf = (hall: Hall, machine: string): boolean => machinesOf(hall).includes(machine)

/** Which machine a device speaks for, for which it may no longer, or that the hall does not know it. */
export function standingOf(hall: Hall, device: string): Standing {
  let past: string | undefined
  for (const [machine, known] of hall.machines) {
    if (known.device?.device === device)
      return isMachineOf(hall, machine) ? { machine, device: known.device } : { revoked: machine }
    if (known.past.some((p) => p.device === device)) past ??= machine
  }
  return past === undefined ? 'unknown' : { revoked: past }
}

type Standing = { machine: string; device: Device } | { revoked: string } | 'unknown'

/** What is said of a machine, or why it may not be; the speaker has been looked at already (domain/people/permissions.ts). */
export function decideMachines(
  hall: Hall,
  command: MachineCommand,
  done: Done,
): { events: MachineEvent[] } | { refused: MachineRefusal } {
  const { machine } = command
  const known = hall.machines.get(machine)
  if (command.type === 'revokeMachine') {
    const { device: id, reason } = command
    if (known?.device?.device !== id) return { refused: 'deviceUnknown' }
    return { events: [{ ...done, type: 'machineRevoked', machine, device: id, reason }] }
  }
  if (!isMachineOf(hall, machine)) return { refused: 'machineUnknown' }
  if (command.type === 'inviteMachine')
    return { events: [{ ...done, type: 'machineInvited', machine, invite: command.invite }] }
  const before = known?.device
  const gone = before && { machine, device: before.device, replacedBy: command.device }
  const { type: _, ...paired } = command
  return {
    events: [
      ...(gone ? [{ ...done, type: 'machineRevoked', ...gone } as const] : []),
      { ...done, type: 'machinePaired', ...paired },
    ],
  }
}

/** Takes what was said of a machine into the state. */
export function evolveMachines(hall: Hall, event: MachineEvent): void {
  const { at, by } = event
  const known = hall.machines.get(event.machine) ?? { past: [] }
  switch (event.type) {
    case 'machineInvited':
      hall.machines.set(event.machine, { ...known, invited: { at, by, invite: event.invite } })
      return
    case 'machinePaired': {
      const { device: id, key, fingerprint, name, invite } = event
      const invitedBy = known.invited?.invite === invite ? known.invited.by : undefined
      const device = { device: id, key, fingerprint, name, invite, pairedAt: at, ...(invitedBy && { invitedBy }) }
      hall.machines.set(event.machine, { device, past: known.past })
      return
    }
    case 'machineRevoked': {
      const { device: gone, ...rest } = known
      if (gone?.device !== event.device) return
      const { reason, replacedBy } = event
      const revoked = {
        at,
        by,
        ...(reason !== undefined && { reason }),
        ...(replacedBy !== undefined && { replacedBy }),
      }
      hall.machines.set(event.machine, { ...rest, past: [{ ...gone, revoked }, ...known.past].slice(0, mostPast) })
      return
    }
  }
}
