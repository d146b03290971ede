import { sortOf } from '../machine/machine-sort.ts'
import { hasAdministrator, waitUntil } from '../people/people.ts'
import { maySit } from '../people/permissions.ts'
import { personOf, type Seat } from '../seat.ts'
import { counterRef } from './view-floor.ts'
import type { SetupPerson, SetupView } from './views.ts'

/** The screen before the work: whose PC it is, who may sign in, who is signed in and whether it is locked. */
export function setupView(seat: Seat): SetupView {
  const { hall, machine, session } = seat
  const sort = sortOf(hall, machine)
  const about = { hallName: hall.profile?.name ?? '', machine, line: seat.line }
  // Who worked here long ago neither sits here nor may be chosen.
  if (!hall.profile || seat.line.record?.isFirst)
    return { ...about, ready: false, staff: [], firstAdministrator: false }
  const here = hall.counters.get(machine)
  const clerk = personOf(seat, here?.clerk)
  return {
    ...about,
    ready: true,
    staff: hall.profile.staff.map((s) => setupPerson(seat, s.id)).filter((p) => p !== undefined),
    ...(clerk && { session: { clerk, locked: session?.locked ?? false, hasPin: session?.hasPin ?? false } }),
    ...(!clerk && here?.ended === 'left' && { hasLeft: true as const }),
    firstAdministrator: sort === 'supervisorPc' && !hasAdministrator(hall),
    ...(sort === 'counter' && { counter: counterRef(seat, machine) }),
  }
}

function setupPerson(seat: Seat, id: string): SetupPerson | undefined {
  const { hall, machine, at } = seat
  const person = personOf(seat, id)
  const until = waitUntil(hall, machine, id, at)
  return (
    person && {
      ...person,
      sitsHere: maySit(hall, person, machine),
      hasPassword: hall.verifiers.has(id),
      ...(until !== undefined && until > at && { waitUntil: until }),
    }
  )
}
