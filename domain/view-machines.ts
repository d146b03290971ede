import { personOf, type Seat } from './seat.ts'
import type { Instant } from './time.ts'
import type { CounterRef, LineView } from './views.ts'

/** A machine of the hall as the page 관리 shows it. */
export type MachineLine = {
  machine: string
  /** Absent for the supervisor's PC. */
  counter?: CounterRef
  connected: boolean
  /** When the hall last heard it; absent where it has not heard it since it was started. */
  lastHeardAt?: Instant
}

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
        ...{ ...line, connected: known?.connected ?? false },
        ...(known && { lastHeardAt: known.lastHeardAt }),
      }
    }),
  }
}

/** Whether a supervisor or an administrator sits at the supervisor's PC. */
export function managesMachines(seat: Seat): boolean {
  const { hall, machine } = seat
  const isCounter = hall.profile?.counters.some((c) => c.id === machine) ?? false
  const role = personOf(seat, hall.counters.get(machine)?.clerk)?.role
  return !isCounter && (role === 'supervisor' || role === 'administrator')
}
