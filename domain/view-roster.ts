import type { HallProfile } from './manual.ts'
import { waitUntil } from './people.ts'
import { sortOf } from './machine-sort.ts'
import { hasRole } from './permissions.ts'
import type { Seat } from './seat.ts'
import type { Instant } from './time.ts'

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
}

export type RosterView = {
  teams: { id: string; name: string }[]
  staff: RosterLine[]
  former: { id: string; name: string; leftAt: Instant }[]
  /** Who looks: nobody gives a temporary password to themself. */
  me: string
}

/** 관리 · 직원: the roster; undefined unless an administrator sits at a supervisor's PC. */
export function rosterView(seat: Seat): RosterView | undefined {
  const { hall, machine } = seat
  const me = hall.counters.get(machine)?.clerk
  if (sortOf(hall, machine) !== 'supervisorPc' || me === undefined || !hasRole(hall, me, ['administrator']))
    return undefined
  return {
    teams: (hall.profile?.teams ?? []).map(({ id, name }) => ({ id, name })),
    staff: (hall.profile?.staff ?? []).map((person) => lineOf(seat, person)),
    former: [...hall.formerStaff.values()]
      .map(({ id, name, leftAt }) => ({ id, name, leftAt }))
      .toSorted((a, b) => b.leftAt - a.leftAt),
    me,
  }
}

function lineOf({ hall, at }: Seat, person: Person): RosterLine {
  const kept = hall.verifiers.get(person.id)
  const waits = [...hall.failures.keys()].flatMap((key) => {
    const machine = key.slice(0, key.indexOf(' '))
    const until = key.endsWith(` ${person.id}`) ? waitUntil(hall, machine, person.id, at) : undefined
    return until !== undefined && until > at ? [{ machine, until }] : []
  })
  return {
    person,
    password: kept ? (kept.temporary ? 'temporary' : 'own') : 'none',
    ...(kept && { setAt: kept.at, ...(kept.byCode && { byCode: kept.byCode }) }),
    waits,
    at: [...hall.counters.values()].filter((c) => c.clerk === person.id).map((c) => c.counter),
  }
}
