import type { Log } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import type { LineView } from '../domain/views/view-line.ts'

/** So many entries take a moment that somebody notices. */
const much = 5000

/**
 * How much of the hall's record is still to come to a machine. One that has never come to its end begins to work when it
 * has all that the hall had at its welcome, also after a restart: before, it knows the people and the queue of long ago (S11).
 */
export function recordOnWay(record: Record, log: Log) {
  let way = { from: 0, to: 0 }
  let startsAt = log.startsAt()
  /** The place up to which a record that parted from the hall's is to hear the hall again; not known before the next welcome. */
  let partedTo = 0
  const isFirst = (): boolean => startsAt > record.lastHallSeq()

  function startAt(hallSeq: number): void {
    if (startsAt !== hallSeq) log.startAt(hallSeq)
    startsAt = hallSeq
  }

  return {
    /** The hall tells what lacks here: it has entries up to a place, and so many of this machine's own. */
    begins({ last, have }: { last: number; have: number }): void {
      if (have > record.lastOriginSeq(log.machine) || log.promised() > have) log.promise(have)
      const from = record.lastHallSeq()
      // A machine that never came to the end of the hall's record has never heard its word for it.
      if (!log.signedHead() || startsAt > 0) startAt(last > from ? last : 0)
      if (partedTo > 0) partedTo = last > from ? last : 0
      way = { from: from < way.to ? way.from : from, to: last - from > much ? last : 0 }
    },
    /** The record goes back to where it parts from the hall's: it knows the people and the queue of then until it has heard the hall again. */
    parts: (): void => void (partedTo = Infinity),
    /** The line is lost, or the hall waits for others: the work goes on with what is here. */
    leaves: (): void => void (partedTo = 0),
    /** News have come. */
    goesOn(): void {
      if (record.lastHallSeq() >= partedTo) partedTo = 0
      if (startsAt > 0 && record.lastHallSeq() >= startsAt) startAt(0)
    },
    /** Whether nothing is to be decided here yet; the numbers of own entries that lack would be taken. */
    mustWait: (): boolean => partedTo > 0 || isFirst() || record.lastOriginSeq(log.machine) < log.promised(),
    /** What of it has come, in entries; absent where it is little, or all is here. */
    view(): Pick<LineView, 'record'> {
      const { from, to } = isFirst() ? { from: 0, to: startsAt } : way
      const here = record.lastHallSeq()
      return here < to ? { record: { got: here - from, of: to - from, isFirst: isFirst() } } : {}
    },
  }
}
