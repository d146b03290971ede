import { z } from 'zod'
import { HALL } from './actor.ts'
import { machineName } from './machine/invitation.ts'
import { KIOSK } from './machine/machine-sort.ts'
import { SUPERVISOR } from './machine/machines.ts'
import { repeated, twice, type Flaw } from './manual/manual-flaws.ts'
import type { HallProfile } from './manual/manual.ts'
import { endOfDay } from './time.ts'

/**
 * What is wrong with the settings of a hall, which their shape alone allows. The shape stays as wide as it was, so that every
 * record can be read; what a folder says anew must be without these.
 */

export type HallFlawName =
  | ('numberTwice' | 'teamUnknown' | 'ticketsNever' | 'clockUnknown' | 'hoursReversed' | 'lunchFills')
  | ('nightTooEarly' | 'endBeforeTell' | 'machineUnnamable' | 'machineReserved' | 'hostMalformed')

type Settings = Partial<HallProfile>

/** What is wrong inside a hall's profile; a field that is not known is not judged. */
export const flawsOfHall = (settings: Settings): Flaw[] => [
  ...placeFlaws(settings),
  ...machineFlaws(settings),
  ...twice(settings.kiosks, 'kiosks'),
  ...printerFlaws(settings),
  ...twice(settings.boards, 'boards'),
  ...twice(settings.priorityReasons, 'priorityReasons'),
  ...clockFlaws(settings),
  ...hourFlaws(settings),
  ...ticketFlaws(settings),
  ...interviewFlaws(settings),
]

/** Teams, counters and people: each once, and in a team that there is. */
const placeFlaws = ({ teams, counters, staff }: Settings): Flaw[] => [
  ...twice(teams, 'teams'),
  ...repeated((counters ?? []).map((c) => String(c.number))).map(([i, about]): Flaw => ({
    field: ['counters', i, 'number'],
    problem: 'numberTwice',
    about,
  })),
  ...twice(staff, 'staff'),
  ...Object.entries({ counters, staff }).flatMap(([list, things = []]) =>
    things.flatMap(({ team }, i): Flaw[] => {
      const isKnown = teams?.some((t) => t.id === team) ?? true
      return isKnown ? [] : [{ field: [list, i, 'team'], problem: 'teamUnknown', about: team }]
    }),
  ),
]

/** Names under which others speak on the line of a hall. */
const reserved: readonly string[] = [HALL, KIOSK, SUPERVISOR]

/** The id of a counter or of a guide's tablet is the name of a machine: one that can be invited, and of one machine only. */
function machineFlaws({ counters = [], guides = [] }: Settings): Flaw[] {
  const machines = Object.entries({ counters, guides }).flatMap(([list, things]) =>
    things.map(({ id }, i) => ({ id, field: [list, i, 'id'] })),
  )
  const before = new Set<string>()
  return machines.flatMap(({ id: about, field }): Flaw[] => {
    const isTwice = before.has(about)
    before.add(about)
    if (isTwice) return [{ field, problem: 'idTwice', about }]
    if (reserved.includes(about)) return [{ field, problem: 'machineReserved', about }]
    return machineName.test(about) ? [] : [{ field, problem: 'machineUnnamable', about }]
  })
}

/** Printers at what is no address: without scheme, port and spaces it is an IP address or the name of a computer. */
const printerFlaws = ({ kiosks = [] }: Settings): Flaw[] =>
  kiosks.flatMap(({ printer }, i): Flaw[] =>
    printer === undefined || isHost(printer.host)
      ? []
      : [{ field: ['kiosks', i, 'printer', 'host'], problem: 'hostMalformed', about: printer.host }],
  )

const hostLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u

function isHost(host: string): boolean {
  if (host.includes(':')) return z.ipv6().safeParse(host.replace(/%[\w.-]+$/, '')).success
  if (/^[\d.]+$/.test(host)) return z.ipv4().safeParse(host).success
  return host
    .replace(/\.$/, '')
    .split('.')
    .every((label) => hostLabel.test(label))
}

/** Clock times that no day has. */
function clockFlaws({ hours, lunch, night, tickets }: Settings): Flaw[] {
  const clocks = { hours, lunch, night: night && { until: night.until }, tickets: tickets && clocksOf(tickets) }
  return Object.entries(clocks).flatMap(([part, said = {}]) =>
    Object.entries(said).flatMap(([field, about]): Flaw[] =>
      about !== undefined && about > endOfDay ? [{ field: [part, field], problem: 'clockUnknown', about }] : [],
    ),
  )
}

const clocksOf = ({ from, until, nightUntil }: NonNullable<HallProfile['tickets']>) => ({ from, until, nightUntil })

/** Hours in which nobody works, and an evening that ends before it begins: no period would end, or it would end wrongly. */
function hourFlaws({ hours, lunch, night }: Settings): Flaw[] {
  const reversed = Object.entries({ hours, lunch }).flatMap(([part, span]): Flaw[] =>
    span && span.to <= span.from
      ? [{ field: [part, 'to'], problem: 'hoursReversed', about: `${span.from}–${span.to}` }]
      : [],
  )
  const isFilled = hours && lunch && lunch.from <= hours.from && lunch.to >= hours.to
  const isEarly = hours && night && night.until <= hours.to
  return [
    ...reversed,
    ...(reversed.length === 0 && isFilled
      ? [{ field: ['lunch'], problem: 'lunchFills' as const, about: `${lunch.from}–${lunch.to}` }]
      : []),
    ...(isEarly
      ? [{ field: ['night', 'until'], problem: 'nightTooEarly' as const, about: `${hours.to}–${night.until}` }]
      : []),
  ]
}

/** Hours of the tickets that end before they begin: nobody would ever get one. */
function ticketFlaws({ tickets, hours, night }: Settings): Flaw[] {
  const from = tickets?.from ?? hours?.from
  const isNever = (until: string | undefined) => from !== undefined && until !== undefined && until <= from
  const flaw = (field: string, about: string): Flaw => ({ field: ['tickets', field], problem: 'ticketsNever', about })
  if (!tickets) return []
  const until = tickets.until ?? hours?.to
  const atNight = tickets.nightUntil ?? night?.until
  return [
    ...(isNever(until) ? [flaw(tickets.until === undefined ? 'from' : 'until', `${from}–${until}`)] : []),
    ...(night && isNever(atNight)
      ? [flaw(tickets.nightUntil === undefined ? 'from' : 'nightUntil', `${from}–${atNight}`)]
      : []),
  ]
}

/** An interview that may be ended for its length before its length was told. */
const interviewFlaws = ({ interview }: Settings): Flaw[] =>
  interview && interview.end < interview.tell
    ? [{ field: ['interview', 'end'], problem: 'endBeforeTell', about: `${interview.tell}–${interview.end}` }]
    : []
