import { isMachineOf, SUPERVISOR } from '../domain/machine/machines.ts'
import type { Hall } from '../domain/state.ts'

export const isSupervisor = (machine: string): boolean => machine === SUPERVISOR

/** Machines that hall.yaml names no more while a computer is still paired for them. */
export const leftBehind = (hall: Hall): string[] =>
  [...hall.machines].flatMap(([machine, { device }]) => (device && !isMachineOf(hall, machine) ? [machine] : []))
