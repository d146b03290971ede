import type { Hall } from '../domain/state.ts'

/** Which machines belong to the hall. The one place where pairing will stand. */
export const isKnown = (hall: Hall, machine: string): boolean =>
  isSupervisor(machine) || (hall.profile?.counters.some((c) => c.id === machine) ?? false)

export const isSupervisor = (machine: string): boolean => machine === 'supervisor'
