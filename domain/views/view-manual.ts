import { z } from 'zod'
import { decide, type Refusal } from '../hall.ts'
import { changesOf, isUnderWay, overtaking } from '../manual/amendment-rules.ts'
import type { AmendedText, Amendment, AmendmentCommand, Part } from '../manual/amendment.ts'
import { latestEffect, newestFirst } from '../manual/edition.ts'
import {
  codeOf,
  nameIn,
  partChange,
  partOfKind,
  partsOf,
  unknownIn,
  writtenIn,
  type PartChange,
  type PartName,
  type PartFaults,
} from '../manual/manual-parts.ts'
import type { Category, Kind, ManualContent } from '../manual/manual.ts'
import { doneView, personOf, type Seat } from '../seat.ts'
import { dayOf, type Day, type Instant } from '../time.ts'
import type { LineView } from './view-line.ts'
import { saidLast } from './view-manual-stand.ts'
import type { DoneView, PersonView } from './views.ts'

/** 매뉴얼 편집: what an editor sees of the manual and of the amendments to it. */

/** The frame of the editor's page: who, where, and whether the hall can be reached. Nothing of a petitioner is in it. */
export type ManualDeskView = {
  hallName: string
  line: LineView
  clerk?: PersonView
  edition?: { edition: number; effectiveDate: Day }
  /** Amendments that wait for a review. */
  offered: number
}

export type ManualKindsView = {
  categories: Category[]
  kinds: KindLine[]
  lists: ListLine[]
}
/** A list or a template of the manual. */
export type ListLine = { part: Part } & Pick<KindLine, 'amendments' | 'saidLast'>
export type KindLine = {
  code: string
  ko: string
  en: string
  category: string
  /** How many of its fields are 미확정. */
  unknown: number
  /** Proposals of clerks that nobody has answered. */
  proposals: number
  /** The amendments under way that change it. */
  amendments: { amendment: string; title: string; state: Amendment['state'] }[]
  /** When it was said last, in an amendment or by an edition. */
  saidLast: Instant
}

export type AmendmentLine = {
  amendment: string
  title: string
  reason: string
  state: Amendment['state']
  opened: DoneView
  /** Its last act. */
  last: DoneView
  parts: Part[]
  edition?: number
}

export type AmendmentView = AmendmentLine & {
  changes: AmendedPart[]
  writers: string[]
  /** What keeps the manual from being whole and sound with these changes, by parts; not of one that is over. */
  faults: (PartFaults & { name: PartName | null })[]
  offered?: DoneView
  reviewed?: DoneView & { verdict: 'approved' | 'returned'; note?: string }
  /** What is not possible now, and why, as the rules say it to whoever is signed in. */
  closed: Partial<Record<AmendmentAct, Refusal>>
  /** Today, and the day before which nothing can take effect. */
  earliest: Day
  /** It was published, and taken back before its day. */
  withdrawn?: DoneView & { edition: number; reason: string }
  /** The last day on which it can take effect. */
  latest: Day
  counters: { all: number; connected: number }
}
type AmendmentAct = 'change' | 'offer' | 'approve' | 'return' | 'publish' | 'drop'
/** A part of an amendment: what it would change in the newest edition, and what it says. */
export type AmendedPart = PartChange & {
  written: DoneView
  why?: string
  content: string | null
  /** The edition that changed the same part after this was written: its words would be lost. */
  overtakes?: number
  /** The edition on which this rests and that was taken back since: its words would come back. */
  revives?: number
  /** The edition on which it rests once it is saved again as it is. */
  again?: number
}

export function manualDeskView(seat: Seat): ManualDeskView {
  const { hall } = seat
  const clerk = personOf(seat, hall.counters.get(seat.machine)?.clerk)
  const { edition } = hall
  return {
    hallName: hall.profile?.name ?? '',
    line: seat.line,
    ...(clerk && { clerk }),
    ...(edition && { edition: { edition: edition.edition, effectiveDate: edition.effectiveDate } }),
    offered: [...hall.amendments.values()].filter((a) => a.state === 'offered').length,
  }
}

/** The kinds of the newest edition and those that an amendment adds, with what is to be done about each. */
export function manualKindsView(seat: Seat): ManualKindsView | undefined {
  const content = seat.manualOf?.(undefined)
  if (!content) return undefined
  const under = [...seat.hall.amendments.values()].filter(isUnderWay)
  const open = [...seat.hall.proposals.values()].filter((p) => !p.settled)
  const stateOf = (part: Part) => ({
    amendments: under.flatMap(({ amendment, title, state, parts }) =>
      part in parts ? [{ amendment, title, state }] : [],
    ),
    saidLast: saidLast(seat.hall, part),
  })
  const lineOf = (kind: Pick<Kind, 'code' | 'name' | 'category'>, unknown: number): KindLine => ({
    code: kind.code,
    ko: kind.name.ko,
    en: kind.name.en,
    category: kind.category,
    unknown,
    proposals: open.filter((p) => p.kind === kind.code).length,
    ...stateOf(partOfKind(kind.code)),
  })
  const known = new Set(content.kinds.map((k) => k.code))
  const added = under.flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([part, { content: text }]) => {
      const code = codeOf(part)
      if (code === undefined || text === null || known.has(code)) return []
      known.add(code)
      const { name = { ko: code, en: code }, category = '' } = Named.safeParse(writtenIn(part, text)).data ?? {}
      return [lineOf({ code, name, category }, 0)]
    }),
  )
  const lines = [...content.kinds.map((kind) => lineOf(kind, unknownIn(kind).length)), ...added]
  const lists = [...partsOf(content).keys()].filter((part) => codeOf(part) === undefined)
  return {
    categories: content.categories,
    kinds: lines.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    lists: lists.map((part) => ({ part, ...stateOf(part) })),
  }
}

/** What a list needs of a kind that is only in an amendment, and may not be sound. */
const Named = z.object({ name: z.object({ ko: z.string(), en: z.string() }), category: z.string() }).partial()

/** Every amendment, those under way first, the newest act on top. */
export function amendmentsView(seat: Seat): AmendmentLine[] {
  return [...seat.hall.amendments.values()]
    .map((known) => ({ line: amendmentLine(seat, known), isOver: !isUnderWay(known) }))
    .toSorted((a, b) => Number(a.isOver) - Number(b.isOver) || b.line.last.at - a.line.last.at)
    .map(({ line }) => line)
}

/** One amendment with its parts, each against the newest edition. */
export function amendmentView(seat: Seat, id: string): AmendmentView | undefined {
  const known = seat.hall.amendments.get(id)
  if (!known) return undefined
  const content = seat.manualOf?.(undefined)
  const before = content ? partsOf(content) : new Map()
  const { offered, reviewed, withdrawn } = known
  const faults = faultsOf(seat, content, known)
  return {
    ...amendmentLine(seat, known),
    changes: Object.entries(isUnderWay(known) ? known.parts : {}).map(([part, said]) => ({
      ...(partChange(part, before.get(part), writtenIn(part, said.content)) ?? same(part)),
      written: doneView(seat, said),
      content: said.content,
      ...(said.why !== undefined && { why: said.why }),
      ...overtakes(seat, part, said),
    })),
    writers: known.writers.map((w) => personOf(seat, w)?.name ?? w),
    ...(offered && { offered: doneView(seat, offered) }),
    ...(reviewed && {
      reviewed: {
        ...doneView(seat, reviewed),
        verdict: reviewed.verdict,
        ...(reviewed.note !== undefined && { note: reviewed.note }),
      },
    }),
    ...(withdrawn && {
      withdrawn: { ...doneView(seat, withdrawn), edition: withdrawn.edition, reason: withdrawn.reason },
    }),
    faults,
    closed: closedActs(seat, id, faults.length === 0),
    earliest: earliestEffect(seat),
    latest: latestEffect(seat.at),
    counters: countersOf(seat),
  }
}

/** Today, or the day of the edition that waits. */
function earliestEffect({ hall, at }: Seat): Day {
  const today = dayOf(at)
  return hall.edition && hall.edition.effectiveDate > today ? hall.edition.effectiveDate : today
}

function faultsOf(seat: Seat, content: ManualContent | undefined, known: Amendment): AmendmentView['faults'] {
  if (!content || !isUnderWay(known)) return []
  const kinds = new Map(content.kinds.map((kind) => [partOfKind(kind.code), kind.name]))
  return (seat.faultsWith?.(content, changesOf(known)) ?? []).map((one) => ({
    ...one,
    name: nameIn(writtenIn(one.part, known.parts[one.part]?.content ?? null)) ?? kinds.get(one.part) ?? null,
  }))
}

const same = (part: Part): PartChange => ({ part, name: null, what: 'changed', changes: [] })

function amendmentLine(seat: Seat, known: Amendment): AmendmentLine {
  const { amendment, title, reason, state, opened, offered, reviewed, withdrawn, edition } = known
  const mark = edition === undefined ? undefined : seat.hall.editions.get(edition)
  const acts = [opened, offered, reviewed, withdrawn, ...Object.values(known.parts)].filter(
    (done) => done !== undefined,
  )
  const last = acts.reduce((a, b) => (b.at > a.at ? b : a), mark ? { at: mark.publishedAt, by: mark.by } : opened)
  const { added = [], changed = [], removed = [] } = mark?.changes ?? {}
  return {
    amendment,
    title,
    reason,
    state,
    opened: doneView(seat, opened),
    last: doneView(seat, last),
    parts: mark ? [...added, ...changed, ...removed] : Object.keys(known.parts),
    ...(edition !== undefined && { edition }),
  }
}

/** What publishing would pass over: what a later edition said of the part, or that an earlier one was taken back. */
function overtakes(seat: Seat, part: Part, said: AmendedText): Pick<AmendedPart, 'overtakes' | 'revives' | 'again'> {
  const passed = overtaking(seat.hall, part, said)
  if (!passed) return {}
  const { edition } = passed
  if (!passed.withdrawn) return { overtakes: edition, again: edition }
  const again = seat.newestHere?.() ?? newestFirst(seat.hall)[0]?.edition
  return { revives: edition, ...(again !== undefined && { again }) }
}

/** Asks the rules themselves what whoever is signed in here may do with it. */
function closedActs(seat: Seat, amendment: string, isSound: boolean): AmendmentView['closed'] {
  const offeredAt = seat.hall.amendments.get(amendment)?.offered?.at ?? 0
  const acts: Record<AmendmentAct, AmendmentCommand> = {
    change: { type: 'changeAmendment', amendment, changes: [{ part: 'style', content: '' }] },
    offer: { type: 'offerAmendment', amendment },
    approve: { type: 'reviewAmendment', amendment, verdict: 'approved', offeredAt },
    return: { type: 'reviewAmendment', amendment, verdict: 'returned', note: '-', offeredAt },
    publish: { type: 'publishAmendment', amendment, effectiveDate: earliestEffect(seat) },
    drop: { type: 'dropAmendment', amendment },
  }
  // Whether the edition can be put together only the hall knows; here it is asked who may.
  const assemble = () => ({ hash: '', changes: { added: [], changed: [], removed: [] }, signature: '' })
  return Object.fromEntries(
    Object.entries(acts).flatMap(([act, command]) => {
      const decision = decide(seat.hall, command, {
        machine: seat.machine,
        at: seat.at,
        assemble,
        isSound: () => isSound,
      })
      return 'refused' in decision ? [[act, decision.refused]] : []
    }),
  )
}

/** The counters of the hall, and how many of them the hall hears now: the others get an edition when they return. */
function countersOf(seat: Seat): { all: number; connected: number } {
  const counters = seat.hall.profile?.counters ?? []
  const heard = new Set(seat.presence.filter((p) => p.connected).map((p) => p.machine))
  return { all: counters.length, connected: counters.filter((c) => heard.has(c.id)).length }
}
