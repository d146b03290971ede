import { inviteLasts } from './invitation.ts'
import type { Device } from './machines.ts'
import { notPermitted } from './permissions.ts'
import { doneView, personOf, type Seat } from './seat.ts'
import type { Instant } from './time.ts'
import type { CounterRef, DoneView, LineView } from './views.ts'

/** A machine of the hall as the page 관리 shows it. */
export type MachineLine = {
  machine: string
  /** Absent for the supervisor's PC. */
  counter?: CounterRef
  /** Whether it is the PC that asks. */
  isOwn: boolean
  connected: boolean
  /** When the hall last heard it; absent where it has not heard it since it was started. */
  lastHeardAt?: Instant
  /** The computer that is paired; absent where there is none yet, or no more. */
  device?: DeviceView
  /** An invitation that may still be used. */
  invited?: DoneView
  /** The last computers that were shut out, the newest first. */
  past: (DeviceView & { revoked: DoneView & { reason?: string; isReplaced: boolean } })[]
}

export type DeviceView = {
  device: string
  fingerprint: string
  name: string
  pairedAt: Instant
  /** Who invited it; absent where that was done on the hall's own computer. */
  invitedBy?: string
}

const shownPast = 3

/** 관리 · PC: the machines that belong to the hall. */
export type MachinesView = { line: LineView; machines: MachineLine[] }

/** The machines of the hall; undefined where nobody sits who looks after them. */
export function machinesView(seat: Seat): MachinesView | undefined {
  if (!managesMachines(seat)) return undefined
  const heard = new Map(seat.presence.map((p) => [p.machine, p]))
  const counters = seat.hall.profile?.counters ?? []
  const lines = [
    ...counters.map(({ id, number, team }): Pick<MachineLine, 'machine' | 'counter'> => ({
      ...{ machine: id, counter: { id, number, team } },
    })),
    { machine: 'supervisor' },
  ]
  return {
    line: seat.line,
    machines: lines.map((line) => {
      const known = heard.get(line.machine)
      return {
        ...{ ...line, isOwn: line.machine === seat.machine, connected: known?.connected ?? false },
        ...(known && { lastHeardAt: known.lastHeardAt }),
        ...devicesOf(seat, line.machine),
      }
    }),
  }
}

function devicesOf(seat: Seat, machine: string): Pick<MachineLine, 'device' | 'invited' | 'past'> {
  const { device, invited, past } = seat.hall.machines.get(machine) ?? { past: [] }
  const isWaiting = invited && invited.at + inviteLasts > seat.at && invited.invite !== device?.invite
  return {
    ...(device && { device: deviceView(seat, device) }),
    ...(isWaiting && { invited: doneView(seat, invited) }),
    past: past.slice(0, shownPast).map((gone) => {
      const { revoked } = gone
      const why = { ...(revoked.reason !== undefined && { reason: revoked.reason }) }
      const isReplaced = revoked.replacedBy !== undefined
      return { ...deviceView(seat, gone), revoked: { ...doneView(seat, revoked), ...why, isReplaced } }
    }),
  }
}

function deviceView(seat: Seat, { device, fingerprint, name, pairedAt, invitedBy }: Device): DeviceView {
  const by = personOf(seat, invitedBy?.clerk)?.name
  return { device, fingerprint, name, pairedAt, ...(by !== undefined && { invitedBy: by }) }
}

/** Whether a supervisor or an administrator sits at the supervisor's PC. */
export function managesMachines(seat: Seat): boolean {
  const { hall, machine } = seat
  const clerk = hall.counters.get(machine)?.clerk
  return (
    notPermitted(hall, { type: 'revokeMachine', machine, device: '', reason: '' }, { machine, clerk }) === undefined
  )
}
