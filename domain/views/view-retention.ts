import { copiesKept } from '../record/destruction.ts'
import { pastGroups, pinnedCases, type PastGroup } from '../record/retention.ts'
import { doneView, type Seat } from '../seat.ts'
import { addDays, dayOf, type Day } from '../time.ts'
import type { LineView } from './view-line.ts'
import { isSupervisors } from './view-register.ts'
import type { DoneView } from './views.ts'

/** How many receipt numbers of a group are listed at once. */
const mostListed = 500

/** 보존기간과 파기: what is past its period, and what was destroyed. No person stands in it. */
export type RetentionView = {
  line: LineView
  /** Whether the hall names a period at all. */
  isSet: boolean
  groups: (PastGroup & { title: string })[]
  /** The receipt numbers of the group that was asked for; `more` are left out. */
  listed?: { receiptNos: string[]; more: number }
  /** The approvals, the newest first; until when copies may have what they destroyed. */
  done: (DoneView & { year: number; cases: number; reason: string; copiesUntil: Day })[]
}

type Asked = { year: number; kind: string }

/** Undefined where no supervisor sits at the supervisor's PC. */
export function retentionView(seat: Seat, list: Asked | undefined): RetentionView | undefined {
  if (!isSupervisors(seat)) return undefined
  const { hall, at, archive, kindOf } = seat
  const groups = pastGroups({ hall, at, kindOf }, archive)
  return {
    line: seat.line,
    isSet: hall.profile?.retention !== undefined,
    groups: groups.map((g) => ({ ...g, title: titleOf(seat, g) })),
    ...(list && { listed: listed(seat, list, groups) }),
    done: hall.destructions
      .map((d) => ({
        ...doneView(seat, d),
        year: d.year,
        cases: d.cases,
        reason: d.reason,
        copiesUntil: addDays(dayOf(d.at), copiesKept),
      }))
      .toReversed(),
  }
}

/** What the kind was called on the receipt of one of them. */
function titleOf({ archive }: Seat, { year, kind }: PastGroup): string {
  for (const id of archive.keptOf(year, [kind])) return archive.of(id)?.known.received.title ?? kind
  return kind
}

/** Of a group that is offered; no more is read than is shown. */
function listed(seat: Seat, { year, kind }: Asked, groups: readonly PastGroup[]): NonNullable<RetentionView['listed']> {
  const group = groups.find((g) => g.year === year && g.kind === kind)
  if (!group) return { receiptNos: [], more: 0 }
  const { hall, at, archive, kindOf } = seat
  const pinned = pinnedCases({ hall, at, kindOf }, archive)
  const ids: string[] = []
  for (const id of archive.keptOf(year, [kind])) {
    if (!pinned.has(id)) ids.push(id)
    if (ids.length === Math.min(mostListed, group.cases)) break
  }
  const receiptNos = ids.flatMap((id) => archive.of(id)?.known.received.receiptNo ?? [])
  return { receiptNos: receiptNos.toSorted(), more: group.cases - receiptNos.length }
}
