import type { Actor } from '../actor.ts'
import { canonical } from '../canonical.ts'
import type { HallProfile } from '../manual/manual.ts'
import type { Hall } from '../state.ts'
import type { Instant } from '../time.ts'
import type { PeopleCommand, PeopleEvent } from './people.ts'
import { rolesOf } from './permissions.ts'

/** 직원 명단: from the folder of the hall, and from the administrator on screen in between (docs/decisions/0004, 0014). */

type Person = HallProfile['staff'][number]
type RosterCommand = Extract<PeopleCommand, { type: 'enlistPerson' | 'changePerson' | 'dismissPerson' }>
export type RosterEvent = Extract<PeopleEvent, { type: 'personEnlisted' | 'personChanged' | 'personLeft' }>
export type RosterRefusal = 'personKnown' | 'clerkUnknown' | 'teamUnknown' | 'lastAdministrator'

/** What an administrator did to a person on screen, last. */
export type PersonMark = { at: Instant; by: Actor }
/** Somebody who is no longer of the hall; the name stays for what was done. */
export type FormerPerson = Person & { leftAt: Instant }

/** How somebody was called, and of which team, until an instant. */
export type PersonPast = { name: string; team: string; until: Instant }

type Known = Pick<Hall, 'profile' | 'folderStaff' | 'personMarks' | 'formerStaff' | 'verifiers'>
/** Whom `keepPasts` looks at. */
type Remembering = Pick<Hall, 'profile' | 'formerStaff' | 'personPasts'>

/** What happens by a command on the roster. A hall keeps one administrator at least, and one who can sign in where one could. */
export function decideRoster(
  hall: Known,
  command: RosterCommand,
  done: { by: Actor; at: Instant },
): { event: RosterEvent } | { refused: RosterRefusal } {
  const staff = hall.profile?.staff ?? []
  if (command.type === 'dismissPerson') {
    if (!staff.some((s) => s.id === command.staff)) return { refused: 'clerkUnknown' }
    const staying = staff.filter((s) => s.id !== command.staff)
    if (!isAdministered(hall, staying)) return { refused: 'lastAdministrator' }
    return { event: { ...done, type: 'personLeft', staff: command.staff } }
  }
  const { person } = command
  if (!hall.profile?.teams.some((t) => t.id === person.team)) return { refused: 'teamUnknown' }
  const isKnown = staff.some((s) => s.id === person.id)
  if (command.type === 'enlistPerson')
    return isKnown ? { refused: 'personKnown' } : { event: { ...done, type: 'personEnlisted', person } }
  if (!isKnown) return { refused: 'clerkUnknown' }
  const after = staff.map((s) => (s.id === person.id ? person : s))
  if (!isAdministered(hall, after)) return { refused: 'lastAdministrator' }
  return { event: { ...done, type: 'personChanged', person } }
}

const isAdministrator = (person: Person): boolean => rolesOf(person).includes('administrator')

function isAdministered({ profile, verifiers }: Known, after: readonly Person[]): boolean {
  const canSignIn = (s: Person) => isAdministrator(s) && verifiers.has(s.id)
  return after.some(isAdministrator) && (after.some(canSignIn) || !profile?.staff.some(canSignIn))
}

/** Takes an act on the roster into the state. */
export function evolveRoster(hall: Known, event: RosterEvent): void {
  const { profile } = hall
  if (!profile) return
  const mark = { at: event.at, by: event.by }
  if (event.type === 'personLeft') {
    const person = profile.staff.find((s) => s.id === event.staff)
    hall.personMarks.set(event.staff, mark)
    if (!person) return
    hall.formerStaff.set(person.id, { ...person, leftAt: event.at })
    hall.profile = { ...profile, staff: profile.staff.filter((s) => s !== person) }
    return
  }
  const { person } = event
  hall.personMarks.set(person.id, mark)
  hall.formerStaff.delete(person.id)
  const isKnown = profile.staff.some((s) => s.id === person.id)
  const staff = isKnown ? profile.staff.map((s) => (s.id === person.id ? person : s)) : [...profile.staff, person]
  hall.profile = { ...profile, staff }
}

/** What everybody is called now, and of which team, by name: what `keepPasts` compares with afterwards. */
export const namesNow = ({ profile, formerStaff }: Remembering): ReadonlyMap<string, Omit<PersonPast, 'until'>> =>
  new Map(
    [...formerStaff.values(), ...(profile?.staff ?? [])].map(({ id, name, team }) => [
      id,
      { name, team: profile?.teams.find((t) => t.id === team)?.name ?? '' },
    ]),
  )

/** Keeps of everybody whose name or team has changed what they were before: the register of earlier months says that. */
export function keepPasts(hall: Remembering, before: ReturnType<typeof namesNow>, until: Instant): void {
  const now = namesNow(hall)
  for (const [id, { name, team }] of before) {
    const after = now.get(id)
    if (after && after.name === name && after.team === team) continue
    hall.personPasts.set(id, [...(hall.personPasts.get(id) ?? []), { name, team, until }])
  }
}

/** How somebody was called at a time, and of which team by name; undefined for who is not known. */
export function namesAt(hall: Remembering, id: string | undefined, at: Instant): Omit<PersonPast, 'until'> | undefined {
  if (id === undefined) return undefined
  return hall.personPasts.get(id)?.find(({ until }) => at < until) ?? namesNow(hall).get(id)
}

/**
 * The roster when the folder of the hall is read anew: what is new or different in the folder is followed, and so is who
 * left it; whoever the administrator has entered, changed or let go stays so until the folder says something new of them.
 */
export function followFolder(hall: Known, folder: readonly Person[], at: Instant): Person[] {
  const before = hall.profile?.staff ?? []
  const said = new Map((hall.folderStaff ?? []).map((s) => [s.id, s]))
  const fromFolder = folder.flatMap((person): Person[] => {
    const last = said.get(person.id)
    if (last && canonical(last) === canonical(person)) return before.filter((s) => s.id === person.id)
    hall.personMarks.delete(person.id)
    return [person]
  })
  const inFolder = new Set(folder.map((s) => s.id))
  const others = before.filter((s) => !inFolder.has(s.id))
  const staying = others.filter((s) => hall.personMarks.has(s.id))
  for (const gone of others.filter((s) => !staying.includes(s))) hall.formerStaff.set(gone.id, { ...gone, leftAt: at })
  for (const { id } of fromFolder) hall.formerStaff.delete(id)
  hall.folderStaff = [...folder]
  return [...fromFolder, ...staying]
}
