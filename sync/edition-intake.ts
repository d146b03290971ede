import { coming, editionsUntil, inForce } from '../domain/manual/edition.ts'
import type { EditionMark, Hall } from '../domain/state.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { EditionFault, EditionOnWay } from '../domain/views/view-line.ts'
import { longestEdition } from './edition-part.ts'
import type { FromHall, FromMachine, Wire } from './protocol.ts'

/** How a machine takes editions in: part by part, kept as they come, and verified before they count. */

/** What the machine keeps of editions. */
export type EditionStore = {
  /** Whether the content is here, whole and verified; or here, but found to be nothing that this version can read. */
  has(hash: string): boolean | 'unreadable'
  /** The content, for a hall that has lost it. */
  content(hash: string): string | undefined
  /** Whether the hall signed number, day and hash. An edition from before there was a key needs no signature. */
  isSigned(mark: EditionMark): boolean
  /** How much of a content is kept, without a gap from its beginning, and of how much. */
  begun(hash: string): { got: number; total: number } | undefined
  keepPart(hash: string, part: { from: number; total: number; content: string }): void
  /** Puts what was kept, with the last part behind it, in place if it is what its hash says; else it is thrown away. */
  finish(mark: EditionMark, last: { from: number; total: number; content: string }): 'kept' | 'hashDiffers'
  dropParts(hash: string): void
  /** How long the parts are that are asked for while there is no content here at all; as long as ever if it says nothing. */
  firstParts?: number
}

type Part = FromHall & { say: 'editionPart' }

/** How often on one line a content is asked for anew after something wrong came. */
const triesOnLine = 3

/** The intake of one machine, over all its lines. */
export function editionIntake(store: EditionStore, machine: string) {
  /** On this line: from where a content was asked for last. */
  const asked = new Map<string, number>()
  const wrongs = new Map<string, { why: EditionFault; times: number }>()

  function lacking(hall: Hall, at: Instant): EditionMark[] {
    const byHash = new Map(needed(hall, machine, at).map((mark) => [mark.hash, mark]))
    return [...byHash.values()].filter(({ hash }) => store.has(hash) !== true)
  }

  function faultOf(mark: EditionMark): EditionFault | undefined {
    if (!store.isSigned(mark)) return 'signatureWrong'
    return store.has(mark.hash) === 'unreadable' ? 'unreadable' : wrongs.get(mark.hash)?.why
  }

  /** Without any manual nobody works at this machine yet, and a long part keeps nothing else waiting. */
  function ask(hash: string, hall: Hall, wire: Wire<FromMachine>): void {
    const from = store.begun(hash)?.got ?? 0
    const length = [...hall.editions.values()].some((mark) => store.has(mark.hash)) ? undefined : store.firstParts
    asked.set(hash, from)
    wire.send({ say: 'fetch', hash, from, ...(length !== undefined && { length }) })
  }

  /** What is wrong is thrown away and asked for anew, but not for ever: a hall that has it wrong would say it again. */
  function wrong(hash: string, why: EditionFault, hall: Hall, wire: Wire<FromMachine>): void {
    const times = (wrongs.get(hash)?.times ?? 0) + 1
    wrongs.set(hash, { why, times })
    asked.delete(hash)
    if (times < triesOnLine && why !== 'notAtHall' && why !== 'tooLong') ask(hash, hall, wire)
  }

  function take({ hash, from, total, content }: Part): EditionFault | undefined {
    const begun = store.begun(hash)
    if (total === 0) return 'notAtHall'
    if (total > longestEdition) return 'tooLong'
    const isWrong = content === '' || from + content.length > total || (begun !== undefined && begun.total !== total)
    if (isWrong) store.dropParts(hash)
    // The last part goes where the whole goes, and is written once.
    else if (from + content.length < total) store.keepPart(hash, { from, total, content })
    return isWrong ? 'partWrong' : undefined
  }

  /** A hall that had lost a content sends it by itself once another machine has given it back. */
  const late = (hash: string, total: number): number | undefined =>
    wrongs.get(hash)?.why === 'notAtHall' && total > 0 ? (store.begun(hash)?.got ?? 0) : undefined

  return {
    /** A new line: nothing is under way on it yet, and what was wrong may be right now. */
    begin(): void {
      asked.clear()
      wrongs.clear()
    },
    /** Asks for what is needed and neither here nor under way. */
    fetch(hall: Hall, at: Instant, wire: Wire<FromMachine>): void {
      for (const mark of lacking(hall, at))
        if (!asked.has(mark.hash) && faultOf(mark) === undefined) ask(mark.hash, hall, wire)
    },
    /** Takes a part in. One that was not asked for, as a line that repeats itself brings it, is passed over. */
    hear(part: Part, hall: Hall, wire: Wire<FromMachine>): void {
      const { hash, from, total, content } = part
      const expected = asked.get(hash) ?? late(hash, total)
      if (expected === undefined || from < expected) return
      if (from > expected) {
        store.dropParts(hash)
        return wrong(hash, 'partWrong', hall, wire)
      }
      const mark = [...hall.editions.values()].findLast((known) => known.hash === hash)
      const why = take(part)
      if (why !== undefined || !mark) return wrong(hash, why ?? 'partWrong', hall, wire)
      if (from + content.length < total) return ask(hash, hall, wire)
      asked.delete(hash)
      if (store.finish(mark, part) === 'hashDiffers') return wrong(hash, 'hashDiffers', hall, wire)
      wrongs.delete(hash)
    },
    /** The editions in force and to come that are here, whole and signed, by their hashes; the newest hundred. */
    whole(hall: Hall, at: Instant): string[] {
      const day = dayOf(at)
      const marks = [inForce(hall, day) ?? [], ...coming(hall, day)]
        .flat()
        .filter((mark) => store.has(mark.hash) === true && store.isSigned(mark))
      return [...new Set(marks.map(({ hash }) => hash))].slice(-100)
    },
    /** What this machine needs and does not have yet, with how much of it has come or what is wrong with it. */
    onWay(hall: Hall, at: Instant): EditionOnWay[] {
      return needed(hall, machine, at)
        .filter((mark) => store.has(mark.hash) !== true || !store.isSigned(mark))
        .map((mark) => {
          const { got = 0, total } = store.begun(mark.hash) ?? {}
          const why = faultOf(mark)
          const { edition, effectiveDate } = mark
          return { edition, effectiveDate, got, ...(total !== undefined && { total }), ...(why && { wrong: why }) }
        })
    },
  }
}

/**
 * The editions that a machine needs, the most urgent first: the one in force, those to come, the one before for what
 * changed, and those that its own cases pin. A PC that is no counter keeps all of them, to compare and to bring back.
 */
function needed(hall: Hall, machine: string, at: Instant): EditionMark[] {
  const now = inForce(hall, dayOf(at))
  if (!now) return []
  const isCounter = hall.profile?.counters.some((c) => c.id === machine) ?? true
  const pinned = new Set([...hall.cases.values()].filter((c) => c.holder === machine).map((c) => c.received.edition))
  const before = editionsUntil(hall, dayOf(at))[1]?.edition
  const others = [...hall.editions.values()]
    .filter((e) => !isCounter || e.edition === before || pinned.has(e.edition))
    .toSorted((a, b) => b.edition - a.edition)
  return [...new Set([now, ...coming(hall, dayOf(at)), ...others])]
}
