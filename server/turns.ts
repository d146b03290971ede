import { diagnostics } from '../db/diagnostics.ts'
import type { JournaledLog } from '../db/journal/journaled.ts'
import { isSignedByPerson } from '../db/keys/sign-in-key.ts'
import { seldom } from '../db/seldom.ts'
import { HALL } from '../domain/actor.ts'
import { isMachineOf } from '../domain/machine/machines.ts'
import type { Editing } from '../domain/manual/amendment-rules.ts'
import type { LookedStore } from '../domain/people/sign-in.ts'
import { openRecord } from '../domain/record/record.ts'
import type { Hall } from '../domain/state.ts'
import { speakersIn, type Due, type Guest } from '../sync/hall-due.ts'
import { hallEnd, type HallEnd } from '../sync/hall-end.ts'
import type { HallSurroundings } from '../sync/hall-surroundings.ts'
import { isSupervisor } from './machines.ts'

/** How often the same complaint is said at most: a full disk fails at every turn. */
const complaintRhythm = 10_000

/** Milliseconds within which news reach those who wait for nothing: as often as a board is drawn anew. */
const othersHearWithin = 250
/** Somebody who was just answered has the machine for so many milliseconds before all others hear the news. */
const answerGoesFirst = 25

/** A disk that takes longer than so many milliseconds is worth a wait for what those do next who were just answered. */
const slowDisk = 2
/** So many milliseconds at most: a disk that stood still once is no slow one. */
const longestWait = 25

/** The hall's end of the line at work: one turn for all that comes in one turn of the event loop. */
export type Turns = {
  readonly end: HallEnd
  /** False after something could not be saved, until something is. */
  isSound(): boolean
  watch(listener: () => void): () => void
  /** Names what ends a connection: all are ended when what they said could not be saved, and come again. */
  onCut(cut: () => void): () => void
  /** Does something with the end on behalf of a connection, so that its failure ends lines and not the hall. */
  attempt(act: () => void): void
  /** Does something that nobody can take back, as printing or showing, once the disk has all that is in the state now. */
  onceSafe(act: () => void): void
  /** Commits what came in and passes it on, here and now: before the doors are open, and at the end. */
  turnNow(): void
  /** The content of an edition that the hall keeps, by its hash. */
  readonly edition: (hash: string) => string | undefined
  close(): void
}

/**
 * What a hall has beside its record, of which these turns know themselves who is on the line: its editions and what puts the
 * next one together, its keys and proofs, its copies, and whether it was restored from one.
 */
type Surroundings = Omit<
  HallSurroundings,
  'knows' | 'isSupervisor' | 'wake' | 'changed' | 'proofs' | 'recovering' | keyof Editing
> & { looked: LookedStore; editing(hall: () => Hall): Editing; recovering(): HallSurroundings['recovering'] }

/** Keeps a hall's record in turns. What cannot be saved has not happened: the state is folded again from the disk. */
export function keepTurns(log: JournaledLog, { editing, looked, recovering, ...around }: Surroundings): Turns {
  const listeners = new Set<() => void>()
  const cuts = new Set<() => void>()
  const complain = complaints()
  let isAwake = false
  let isClosed = false
  /** Something could not be saved, and nothing was since. */
  let isFailing = false
  let later: NodeJS.Timeout | undefined
  /** Whether the next turn is for all, and not only for who waits; one with answers is put off once. */
  let tellsAll = false
  let isPutOff = false
  /** What is on its way to the disk. */
  let flight: Due | undefined
  /** When it was given to the disk, by the clock of the process. */
  let flownSince = 0
  /** Whom the next turn waits for, for as long as the timer runs. */
  let awaited: { speakers: ReadonlySet<Guest>; timer: NodeJS.Timeout } | undefined
  /** What is done once the disk has all up to a place. */
  let afterwards: { last: number; act: () => void }[] = []
  let end = openEnd()
  let safe = end.record.lastHallSeq()

  function openEnd(): HallEnd {
    const record = openRecord(log)
    const restored = recovering()
    return hallEnd(record, log, {
      ...around,
      ...editing(() => record.hall),
      knows: (machine) => isMachineOf(record.hall, machine),
      isSupervisor,
      wake,
      changed,
      proofs: { isSignedBy: isSignedByPerson, looked },
      ...(restored && { recovering: restored }),
    })
  }

  function wake(): void {
    if (isAwake && !awaited) return
    isAwake = true
    setImmediate(takeTurn)
  }

  /** A turn begins when the one before is on the disk; what is heard meanwhile is committed together. */
  function takeTurn(): void {
    if (isClosed || flight || !isAwake || (awaited && !end.hasHeard(awaited.speakers))) return
    awaitNobody()
    isAwake = false
    attempt(() => {
      const due = end.commit()
      flight = due
      flownSince = performance.now()
      log.settled((error) => lands(due, error))
    })
  }

  /** What is on the disk now is passed on: while a quick disk has the next turn already, before a slow one has it. */
  function lands(due: Due, error: unknown): void {
    if (flight !== due) return
    flight = undefined
    const of = end
    if (error !== undefined)
      return attempt(() => {
        throw error
      })
    if (due.hasPlaced) isFailing = false
    const ripe = ripeAt(due.last)
    const took = performance.now() - flownSince
    if (took > slowDisk) awaitThoseAnswered(due, Math.min(took / 2, longestWait))
    else takeTurn()
    tellEach(ripe)
    // After a failure nobody is there any more who could hear it.
    if (end === of) attempt(() => passOn(due))
    takeTurn()
  }

  /**
   * Machines that do one thing after the other would else share the disk in two halves, each of which waits for the
   * other's turn too. Who works alone is not waited for.
   */
  function awaitThoseAnswered(due: Due, ms: number): void {
    const speakers = new Set([...speakersIn(due), ...end.speakers()])
    if (speakers.size < 2) return
    const timer = setTimeout(() => {
      awaitNobody()
      takeTurn()
    }, ms)
    awaited = { speakers, timer }
  }

  function awaitNobody(): void {
    clearTimeout(awaited?.timer)
    awaited = undefined
  }

  /** The disk has all up to a place: gives what is to be done now. */
  function ripeAt(last: number): (() => void)[] {
    safe = last
    const ripe = afterwards.filter((a) => a.last <= safe)
    if (ripe.length > 0) afterwards = afterwards.filter((a) => a.last > safe)
    return ripe.map(({ act }) => act)
  }

  function passOn(due: Due): void {
    const putsOff = tellsAll && !isPutOff && due.answers.length > 0
    const others = tellsAll && !putsOff ? 'now' : 'later'
    if (tellsAll) isPutOff = putsOff
    tellsAll = false
    if (end.pass(due, Date.now(), others)) wake()
    if (others === 'now') return
    later ??= setTimeout(
      () => {
        later = undefined
        tellsAll = true
        wake()
      },
      putsOff ? answerGoesFirst : othersHearWithin,
    )
  }

  function turnNow(): void {
    const before = flight
    flight = undefined
    awaitNobody()
    const due = end.commit()
    log.settle()
    if (due.hasPlaced) isFailing = false
    tellEach(ripeAt(due.last))
    if (before) end.pass(before, Date.now())
    if (end.pass(due, Date.now())) wake()
  }

  function attempt(act: () => void): void {
    try {
      act()
    } catch (error) {
      isFailing = true
      complain('What was told could not be saved; every line is cut until it can', error)
      for (const cut of cuts) cut()
      beginAnew()
    }
  }

  /** A new end, since the old one still holds answers to what has not happened. */
  function beginAnew(): void {
    flight = undefined
    awaitNobody()
    afterwards = []
    isAwake = false
    try {
      end = openEnd()
      // The log may hold more than the disk has.
      safe = Math.min(safe, end.record.lastHallSeq())
    } catch (error) {
      diagnostics.error('the record cannot be read any more', error, { machine: HALL })
      process.exit(1)
    }
  }

  function changed(): void {
    tellEach(listeners)
  }

  /** A view that fails is no failure of the turn. */
  function tellEach(all: Iterable<() => void>): void {
    for (const one of all) {
      try {
        one()
      } catch (error) {
        complain('A view could not be told', error)
      }
    }
  }

  return {
    get end() {
      return end
    },
    isSound: () => !isFailing && log.isSound(),
    watch: (listener) => kept(listeners, listener),
    onCut: (cut) => kept(cuts, cut),
    attempt,
    turnNow,
    edition: around.edition,
    onceSafe(act) {
      const last = end.record.lastHallSeq()
      if (last <= safe) return act()
      afterwards.push({ last, act })
      if (!flight || last > flight.last) wake()
    },
    close() {
      if (isClosed) return
      isClosed = true
      clearTimeout(later)
      try {
        turnNow()
      } finally {
        log.close()
      }
    },
  }
}

function kept<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => void set.delete(one)
}

function complaints() {
  const mayTell = seldom(complaintRhythm)
  return (sentence: string, error: unknown): void => {
    if (mayTell(sentence)) diagnostics.error(sentence, error, { machine: HALL })
  }
}
