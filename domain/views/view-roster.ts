import { sortOf } from '../machine/machine-sort.ts'
import type { HallProfile } from '../manual/manual.ts'
import { waitUntil } from '../people/people.ts'
import { hasRole } from '../people/permissions.ts'
import { visitAt } from '../queue/queue.ts'
import type { TicketLabel } from '../queue/ticket.ts'
import { isHeld } from '../queue/visit.ts'
import type { Seat } from '../seat.ts'
import type { Hall } from '../state.ts'
import type { Instant } from '../time.ts'

type Person = HallProfile['staff'][number]

/** Somebody of the hall as 관리 · 직원 shows them; of a password only whether there is one. */
export type RosterLine = {
  person: Person
  password: 'none' | 'temporary' | 'own'
  setAt?: Instant
  /** Set with a code of the hall's own computer, not by its person or an administrator who was signed in. */
  byCode?: true
  /** The PCs where wrong passwords make them wait. */
  waits: { machine: string; until: Instant }[]
  /** Where they are signed in now. */
  at: string[]
  /** What they are in the middle of there, which others have to go on with should they leave. */
  busy: BusyAt[]
}

/**
 * A counter with the number that is called or served there, as the boards show it, and how many visits wait on hold and open
 * petitions lie there: numbers alone, since an administrator is told nothing of visitors and of petitions.
 */
export type BusyAt = { machine: string; visit?: { label?: TicketLabel }; held: number; cases: number }

export type RosterView = {
  teams: { id: string; name: string }[]
  staff: RosterLine[]
  former: { id: string; name: string; leftAt: Instant }[]
  /** Who looks: nobody gives a temporary password to themself. */
  me: string
}

/** 관리 · 직원: the roster; undefined unless an administrator sits at a supervisor's PC. What they may not read is counted in the `whole` hall. */
export function rosterView(seat: Seat, whole: Hall): RosterView | undefined {
  const { hall, machine } = seat
  const me = hall.counters.get(machine)?.clerk
  if (sortOf(hall, machine) !== 'supervisorPc' || me === undefined || !hasRole(hall, me, ['administrator']))
    return undefined
  return {
    teams: (hall.profile?.teams ?? []).map(({ id, name }) => ({ id, name })),
    staff: (hall.profile?.staff ?? []).map((person) => lineOf(seat, whole, person)),
    former: [...hall.formerStaff.values()]
      .map(({ id, name, leftAt }) => ({ id, name, leftAt }))
      .toSorted((a, b) => b.leftAt - a.leftAt),
    me,
  }
}

function lineOf({ hall, at }: Seat, whole: Hall, person: Person): RosterLine {
  const kept = hall.verifiers.get(person.id)
  const waits = [...hall.failures.keys()].flatMap((key) => {
    const machine = key.slice(0, key.indexOf(' '))
    const until = key.endsWith(` ${person.id}`) ? waitUntil(hall, machine, person.id, at) : undefined
    return until !== undefined && until > at ? [{ machine, until }] : []
  })
  const here = [...hall.counters.values()].filter((c) => c.clerk === person.id).map((c) => c.counter)
  return {
    person,
    password: kept ? (kept.temporary ? 'temporary' : 'own') : 'none',
    ...(kept && { setAt: kept.at, ...(kept.byCode && { byCode: kept.byCode }) }),
    waits,
    at: here,
    busy: here.map((machine) => busyAt(whole, machine)).filter((b) => b.visit !== undefined || b.held + b.cases > 0),
  }
}

function busyAt(hall: Hall, machine: string): BusyAt {
  const visit = visitAt(hall, machine)
  return {
    machine,
    ...(visit && { visit: visit.label ? { label: visit.label } : {} }),
    held: [...hall.visits.values()].filter((v) => isHeld(v) && v.counter === machine).length,
    cases: [...hall.cases.values()].filter((c) => c.holder === machine && c.state !== 'closed').length,
  }
}
