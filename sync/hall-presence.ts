import type { HallKept } from '../domain/machine/kept.ts'
import type { FromHall, Presence } from './protocol.ts'

/** Which machines are on the line, when each was heard last, and what it has said of itself. */
export function hallPresence(kept: () => HallKept | undefined) {
  const present = new Map<string, Presence>()
  /** How many entries each machine had decided when it said hello last. */
  const own = new Map<string, number>()
  let isChanged = false

  return {
    all: () => [...present.values()],
    seen(machine: string, connected: boolean, at: number): void {
      if (present.get(machine)?.connected !== connected) isChanged = true
      present.set(machine, { ...present.get(machine), machine, connected, lastHeardAt: at })
    },
    /** A machine comes on the line, and says how many entries it has decided. */
    came(machine: string, entries: number, at: number): void {
      this.seen(machine, true, at)
      own.set(machine, entries)
      isChanged = true
    },
    /** How many entries each machine has still to tell, as far as is known. */
    unsent: (taken: (machine: string) => number): [string, number][] =>
      [...own].map(([machine, decided]) => [machine, Math.max(0, decided - taken(machine))]),
    /** A machine that was just heard says something of itself. */
    says(machine: string, said: Pick<Presence, 'editions'> | Pick<Presence, 'kept'>): void {
      const known = present.get(machine)
      if (known) present.set(machine, { ...known, ...said })
      isChanged = true
    },
    /** Which of these machines are not on the line, also of those that were not heard since the hall was opened. */
    away: (machines: Iterable<string>) => [...machines].filter((m) => present.get(m)?.connected !== true),
    changed: () => void (isChanged = true),
    /** What is new to tell; undefined if nothing is. */
    news(at: number): FromHall | undefined {
      if (!isChanged) return undefined
      isChanged = false
      const hall = kept()
      return { say: 'presence', machines: [...present.values()], at, ...(hall && { hall }) }
    },
  }
}
