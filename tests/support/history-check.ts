import { decidedBy } from '../../domain/decided-by.ts'
import { isPcCommand } from '../../domain/desk.ts'
import type { Entry } from '../../domain/record/log.ts'
import { dayOf } from '../../domain/time.ts'
import { markIn, markOf, type Act, type History, type Outage, type Seen } from './history.ts'
import { QueueModel } from './queue-model.ts'
import { traceIn, traceOf } from './traces.ts'

type Told = Pick<History, 'acts' | 'views' | 'renumbered' | 'outages'>

/**
 * Where a history and the final record of the hall contradict each other, a sentence each; none means that everybody was
 * told the truth. `record` is all that the hall has placed, in its order.
 */
export function contradictions(history: Told, record: readonly Entry[]): string[] {
  return [
    ...ofPlaces(record),
    ...ofCalls(history.acts, record),
    ...ofActs(history, record),
    ...ofTraces(history, record),
    ...ofViews(history),
  ]
}

/** The order of the hall counts from 1 without a gap. */
function ofPlaces(record: readonly Entry[]): string[] {
  const gap = record.findIndex((e, i) => e.hallSeq !== i + 1)
  return gap === -1 ? [] : [`the order of the hall has a gap at ${gap + 1}`]
}

/** A ticket is called by one counter, and by the order of the queue as it was at that moment in the hall's order. */
function ofCalls(acts: readonly Act[], record: readonly Entry[]): string[] {
  const found: string[] = []
  const inTurn = new Set(acts.flatMap(({ command }) => (command.type === 'callNext' ? [command.visit] : [])))
  const queue = new QueueModel()
  for (const { event } of record) {
    if (event.type === 'ticketCalled') {
      const { ticket, counter } = event
      const keeper = queue.keeperOf(ticket)
      if (keeper !== undefined) found.push(`${ticket} was called by ${counter} while ${keeper} kept it`)
      const next = queue.nextFor(counter, dayOf(event.at))
      if (inTurn.has(event.visit) && next !== ticket)
        found.push(`${counter} was given ${ticket} although ${next ?? 'nobody'} was next`)
    }
    queue.take(event)
  }
  return found
}

/** What was acknowledged is in the record, what was refused is not, and nothing is there twice. */
function ofActs({ acts, renumbered }: Told, record: readonly Entry[]): string[] {
  const marks = new Map<string, number>()
  for (const entry of record) {
    const mark = markIn(entry)
    if (mark !== undefined) marks.set(mark, (marks.get(mark) ?? 0) + 1)
  }
  const twice = [...marks].flatMap(([mark, count]) => (count > 1 ? [`${mark} is in the record ${count} times`] : []))
  const written = new Map(record.map((e) => [`${e.origin} ${e.originSeq}`, e]))
  const notRefused = new Set(acts.flatMap((a) => (typeof a.outcome === 'object' ? [] : [markOf(a.command)])))
  return [
    ...twice,
    ...acts.flatMap((act) => {
      const mark = markOf(act.command)
      if (act.outcome === 'done') return ofDone(act, mark, marks, renumbered.has(act.party) ? undefined : written)
      if (typeof act.outcome !== 'object') return []
      const happened = mark !== undefined && marks.has(mark) && !notRefused.has(mark)
      const wrote = !isPcCommand(act.command) && act.wrote && act.wrote.to >= act.wrote.from
      return happened || wrote ? [`${named(act)} was refused (${act.outcome.refused}) and happened`] : []
    }),
  ]
}

/** What is so already once it was said, and is said again: a bell that rings, an answer to it, the class of a ticket. */
const isRepeatable: ReadonlySet<string> = new Set(['callEmergency', 'answerEmergency', 'setTicketClass'])

function ofDone(
  act: Act,
  mark: string | undefined,
  marks: ReadonlyMap<string, number>,
  written: ReadonlyMap<string, Entry> | undefined,
): string[] {
  const { party, command, wrote } = act
  if (mark !== undefined && !marks.has(mark)) return [`${named(act)} was acknowledged and is lost`]
  if (isPcCommand(command)) return []
  if (!wrote || !written) return []
  if (decidedBy[command.type] === 'machine' && wrote.to < wrote.from && !isRepeatable.has(command.type))
    return [`${named(act)} was acknowledged and wrote nothing`]
  for (let n = wrote.from; n <= wrote.to; n++) {
    const entry = written.get(`${party} ${n}`)
    if (!entry) return [`${named(act)} was acknowledged and is lost (entry ${n})`]
    // A session whose time is over ends with the act that finds it so.
    const isBeside = entry.event.type === 'entryHeld' || entry.event.type === 'clerkSignedOut'
    const about = 'case' in command && !isBeside ? command.case : undefined
    if (about !== undefined && (!('case' in entry.event) || entry.event.case !== about))
      return [`${named(act)} was acknowledged, and entry ${n} is something else`]
  }
  return []
}

/**
 * What the hall decides and nothing tells apart is counted: of each sort a party has as many in the record as it was told
 * that were done, and as many more at most as it was told nothing of.
 */
function ofTraces({ acts, renumbered }: Told, record: readonly Entry[]): string[] {
  const asked = Map.groupBy(acts, (act) => traceOf(act.command) && `${traceOf(act.command)} by ${act.party}`)
  const left = Map.groupBy(record, ({ event }) => traceIn(event))
  return [...asked].flatMap(([trace, of]) => {
    if (trace === undefined || renumbered.has(of[0]?.party ?? '')) return []
    const done = of.filter((act) => act.outcome === 'done' && !isRepeatable.has(act.command.type)).length
    const most = of.filter((act) => typeof act.outcome !== 'object').length
    const there = left.get(trace)?.length ?? 0
    if (there < done) return [`${trace} was acknowledged ${done} times, and is in the record ${there} times`]
    return there > most ? [`${trace} may be in the record ${most} times, and is there ${there} times`] : []
  })
}

const named = ({ party, command, nth }: Act): string => `${command.type} of ${party} (act ${nth})`

/** What a screen says goes on and never back, and agrees with what its clerk was told. */
function ofViews({ acts, views, renumbered, outages }: Told): string[] {
  return [...Map.groupBy(views, (v) => v.party)].flatMap(([party, seen]) => {
    if (renumbered.has(party)) return []
    const without = outages.filter((outage) => outage.party === party)
    const own = acts.filter((a) => a.party === party && a.outcome === 'done' && a.wrote && a.wrote.to >= a.wrote.from)
    return [
      ...seen.flatMap((view, i) => {
        const before = seen[i - 1]
        return before && !view.isAnew ? stepsBack(before, view) : []
      }),
      ...seen.flatMap((view) => ofNumbers(view, seen, own)),
      ...without.flatMap((outage) => ofLine(outage, seen)),
    ]
  })
}

/** How many of its own entries the hall has placed, as the screen says. */
const placed = ({ own, unsent }: Seen): number => own - unsent

function stepsBack(before: Seen, view: Seen): string[] {
  const { party, nth } = view
  const found: string[] = []
  const fell = (what: string, from: number, to: number) =>
    to < from && found.push(`${party} saw ${what} fall from ${from} to ${to} (view ${nth})`)
  fell('the place of the hall', before.hallSeq, view.hallSeq)
  fell('its own entries', before.own, view.own)
  if (!view.hasForgotten) fell('what reached the hall', placed(before), placed(view))
  if (before.edition !== undefined && view.edition !== undefined) fell('the edition', before.edition, view.edition)
  if (view.since !== undefined && before.since === view.since && placed(view) > placed(before))
    found.push(`${party} saw acts reach the hall without a line (view ${nth})`)
  return found
}

/** The count of unsent acts covers what was acknowledged, and no more than there is. */
function ofNumbers(view: Seen, seen: readonly Seen[], own: readonly Act[]): string[] {
  const { party, nth } = view
  if (view.unsent < 0 || view.unsent > view.own)
    return [`${party} saw ${view.unsent} unsent of ${view.own} (view ${nth})`]
  const isLater = seen.some((v) => v.isAnew && v.nth <= nth)
  const missing = own.find((a) => (a.answered ?? Infinity) < nth && (a.wrote?.to ?? 0) > view.own && !isLater)
  return missing ? [`${party} did not see ${named(missing)} any more (view ${nth})`] : []
}

/** A screen that has said once that there is no line does not say otherwise before there is one again. */
function ofLine({ party, from, until = Infinity }: Outage, seen: readonly Seen[]): string[] {
  const meanwhile = seen.filter(({ nth }) => nth > from && nth < until)
  const known = meanwhile.findIndex(({ state }) => state === 'offline')
  const lie = known === -1 ? undefined : meanwhile.slice(known).find(({ state }) => state === 'online')
  return lie ? [`${party} saw a line that was cut (view ${lie.nth})`] : []
}
