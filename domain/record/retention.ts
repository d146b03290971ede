import { z } from 'zod'
import type { Case } from '../case/case.ts'
import { editionsUntil, inForce } from '../manual/edition.ts'
import type { Kind } from '../manual/manual.ts'
import type { Hall } from '../state.ts'
import { dayOf, type Instant } from '../time.ts'
import type { Archive } from './archive.ts'

/**
 * 보존기간: how long what is kept apart of a closed case is kept, as the records schedule of the institution says. It runs
 * from 1 January of the year after the case ended.
 */
export const Retention = z.literal([1, 3, 5, 10, 30, 'semiPermanent', 'permanent'])
export type Retention = z.infer<typeof Retention>

type KindOf = (edition: number | undefined, code: string) => Pick<Kind, 'retention'> | undefined
type Known = { hall: Hall; at: Instant; kindOf: KindOf }

const yearOf = (at: Instant): number => Number(dayOf(at).slice(0, 4))

/** Whether the period of cases that ended in a year is over. What is permanent ends with no year. */
export const isPast = (year: number, retention: Retention, at: Instant): boolean =>
  typeof retention === 'number' && yearOf(at) > year + retention

/** The last year of which a case may be past its period at all. */
export const lastPastYear = (at: Instant): number => yearOf(at) - 2

/**
 * The period of a kind: what the newest edition that has the kind says of it, else that of the hall. Undefined in a hall
 * that names none: there nothing is ever past its period.
 */
export function retentionOf(code: string, { hall, at, kindOf }: Known): Retention | undefined {
  const whole = hall.profile?.retention
  if (whole === undefined) return undefined
  const newest = kindOf(undefined, code)
  if (newest) return newest.retention ?? whole
  for (const { edition } of editionsUntil(hall, dayOf(at))) {
    const kind = kindOf(edition, code)
    if (kind) return kind.retention ?? whole
  }
  return whole
}

/** Cases that ended in a year, of which something is kept apart and the period is over. */
export type PastGroup = { year: number; kind: string; retention: Retention; cases: number }
type Kept = Pick<Archive, 'kept' | 'of' | 'objections'>

/** 보존기간이 지난 민원, by year and kind, the oldest first; those that something hangs on are not among them. */
export function pastGroups(known: Known, archive: Kept): PastGroup[] {
  if (known.hall.profile?.retention === undefined) return []
  const periods = new Map<string, Retention | undefined>()
  const periodOf = (kind: string) => {
    if (!periods.has(kind)) periods.set(kind, retentionOf(kind, known))
    return periods.get(kind)
  }
  const groups = new Map<string, PastGroup>()
  for (const { year, kind, cases } of archive.kept(lastPastYear(known.at))) {
    const retention = periodOf(kind)
    if (retention !== undefined && isPast(year, retention, known.at))
      groups.set(`${year} ${kind}`, { year, kind, retention, cases })
  }
  if (groups.size === 0) return []
  for (const id of pinnedCases(known, archive)) {
    const found = archive.of(id)
    if (!found || Object.keys(found.apart).length === 0) continue
    const group = groups.get(`${endOf(found.known)} ${found.known.received.kind}`)
    if (group) group.cases -= 1
  }
  return [...groups.values()]
    .filter((g) => g.cases > 0)
    .toSorted((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : 1))
}

/** What was counted of an archive, and when it counts no more. */
const lastCounts = new WeakMap<object, { stands: string; count: PastCount }>()
type PastCount = { years: number; cases: number }

/**
 * How many cases are past their period, and of how many years: a year is approved at once. The screen asks at every change,
 * so it is counted again only where one may have come or gone: on another day, after a close, a destruction or a taking out,
 * and by another edition, once its content is here.
 */
export function countPast(known: Known & { newestHere?: () => number | undefined }, archive: Kept): PastCount {
  const { hall, at } = known
  const stands = JSON.stringify([
    ...[
      dayOf(at),
      known.newestHere?.(),
      hall.profile?.retention,
      inForce(hall, dayOf(at))?.edition,
      hall.closedDay,
      hall.keptFigures?.at,
    ],
    ...[hall.destructions.at(-1)?.at, hall.destructions.at(-1)?.cases, [...hall.cases.values()].filter(isBack).length],
  ])
  const last = lastCounts.get(archive)
  if (last?.stands === stands) return last.count
  const groups = pastGroups(known, archive)
  const count = {
    years: new Set(groups.map((g) => g.year)).size,
    cases: groups.reduce((sum, { cases }) => sum + cases, 0),
  }
  lastCounts.set(archive, { stands, count })
  return count
}

const isBack = ({ history }: Case): boolean => history.some((e) => e.type === 'caseTakenOut')

const endOf = ({ closedAt, received }: Case): number => yearOf(closedAt ?? received.at)

/**
 * What something still hangs on: a case that is here again, one that a case here is against or goes by, and one under an
 * objection whose own period is not over.
 */
export function pinnedCases(known: Known, archive: Pick<Archive, 'objections'>): Set<string> {
  const { cases } = known.hall
  const pinned = new Set(cases.keys())
  for (const { received } of cases.values())
    for (const id of [received.objection?.to, received.reviewedBy]) if (id !== undefined) pinned.add(id)
  for (const { known: objection } of archive.objections()) {
    const { kind, objection: against } = objection.received
    const retention = retentionOf(kind, known)
    const isOver = retention !== undefined && isPast(endOf(objection), retention, known.at)
    if (against && !isOver) pinned.add(against.to)
  }
  return pinned
}
