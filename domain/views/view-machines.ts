import { inviteLasts } from '../machine/invitation.ts'
import { machinesOf, type Device } from '../machine/machines.ts'
import { notPermitted } from '../people/permissions.ts'
import { doneView, personOf, type Seat } from '../seat.ts'
import type { Instant } from '../time.ts'
import type { LineView } from './view-line.ts'
import type { CounterRef, DoneView } from './views.ts'

/** A machine of the hall as the page 관리 shows it. */
export type MachineLine = {
  machine: string
  /** Absent for a guide's tablet and for the supervisor's PC. */
  counter?: CounterRef
  /** 안내도우미의 태블릿. */
  isGuide?: true
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
  return {
    line: seat.line,
    machines: machinesOf(seat.hall).map((machine) => {
      const known = heard.get(machine)
      return {
        machine,
        ...whatIs(seat, machine),
        isOwn: machine === seat.machine,
        connected: known?.connected ?? false,
        ...(known && { lastHeardAt: known.lastHeardAt }),
        ...devicesOf(seat, machine),
      }
    }),
  }
}

/** Whether a machine of the hall is a counter, a guide's tablet, or the supervisor's PC. */
function whatIs({ hall }: Seat, machine: string): Pick<MachineLine, 'counter' | 'isGuide'> {
  const counter = hall.profile?.counters.find((c) => c.id === machine)
  if (counter) return { counter: { id: counter.id, number: counter.number, team: counter.team } }
  return hall.profile?.guides?.some((g) => g.id === machine) ? { isGuide: true } : {}
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
