import { diagnostics } from '../db/diagnostics.ts'
import { HALL } from '../domain/actor.ts'
import { answer, type Seat } from '../domain/answer.ts'
import { noArchive } from '../domain/archive.ts'
import type { Question, Stop, ViewOf } from '../domain/desk.ts'
import { ownRange } from '../domain/kiosk.ts'
import type { BoardView } from '../domain/view-public.ts'
import type { Record } from '../domain/record.ts'
import { calendarOf } from '../domain/hall-calendar.ts'
import type { Turns } from './turns.ts'

/** How often what a board shows may change, in milliseconds; the first change shows at once. */
const rhythm = 250
/** Milliseconds between two changes for each who watches: a write takes some twentieth of it, and a call comes first. */
const rhythmOfEach = 0.5

/** Of a hall, what its public views are made of. */
type WatchedHall = Pick<Turns, 'watch'> & { readonly end: { readonly record: Pick<Record, 'hall'> } }

/** So many pages are told in a row; then whatever else waits at the hall has its turn. */
const inARow = 100

type Listener = (view: unknown) => void
type Watched = { listeners: Set<Listener>; current(): unknown; stop: Stop }

/** What boards and kiosks see: each question is answered once for all who ask it, however many there are. */
export interface PublicViews {
  view<Q extends Question>(question: Q): ViewOf<Q>
  watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void): Stop
  /** Whether it asks for what the hall does not know: there is no end of such names, and each view is made after every change. */
  isStrange(question: Question): boolean
}

export function publicViews(hall: WatchedHall): PublicViews {
  const watched = new Map<string, Watched>()

  function begin(question: Question): Watched {
    const { current, change } = made(() => answer(question, seatOf(hall)))
    const { listeners, tell } = audience()
    let told: unknown
    // Who asks in between may see what the others were not told yet: then all are told, though it be as it was before.
    const asked = () => {
      const now = current()
      if (!isSameTo(told, now)) told = undefined
      return now
    }
    const ringing = inRhythm(
      () => {
        const now = current()
        if (isSameTo(told, now)) return
        told = now
        tell(now)
      },
      () => Math.max(rhythm, listeners.size * rhythmOfEach),
    )
    const stop = hall.watch(() => {
      change()
      ringing.ring()
    })
    return {
      listeners,
      current: asked,
      stop() {
        stop()
        ringing.stop()
        listeners.clear()
      },
    }
  }

  return {
    view<Q extends Question>(question: Q) {
      const known = watched.get(JSON.stringify(question))
      return known ? (known.current() as ViewOf<Q>) : answer(question, seatOf(hall))
    },
    watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void) {
      const key = JSON.stringify(question)
      const known = watched.get(key) ?? begin(question)
      watched.set(key, known)
      // A function of its own, so that who watches the same twice is told twice.
      const told = (now: unknown) => listener(now as ViewOf<Q>)
      known.listeners.add(told)
      listener(known.current() as ViewOf<Q>)
      return () => {
        known.listeners.delete(told)
        if (known.listeners.size > 0) return
        known.stop()
        watched.delete(key)
      }
    },
    isStrange(question) {
      const { profile, tickets } = hall.end.record.hall
      if (question.of === 'board')
        return question.board !== undefined && !profile?.boards?.some(({ id }) => id === question.board)
      if (question.of === 'kiosk') return question.kiosk !== undefined && !ownRange(profile, question.kiosk)
      return question.of !== 'slip' || ![...tickets.values()].some(({ touch }) => touch === question.touch)
    },
  }
}

/** A view that many ask for is made once, as long as nothing has happened and it is hardly older than it would be told. */
function made(make: () => unknown) {
  let last: { view: unknown; at: number } | undefined
  return {
    current(): unknown {
      const at = Date.now()
      if (!last || Math.abs(at - last.at) >= rhythm) last = { view: make(), at }
      return last.view
    },
    change: () => void (last = undefined),
  }
}

/** Those who are told the same: who has waited longest hears the newest first, and nobody hears an older one after it. */
function audience() {
  const listeners = new Set<Listener>()
  const untold = new Set<Listener>()
  let newest: unknown
  let isTelling = false
  const tellSome = (): void => {
    let left = inARow
    for (const listener of untold) {
      untold.delete(listener)
      if (listeners.has(listener)) tellOne(listener, newest)
      if (--left === 0) break
    }
    isTelling = untold.size > 0
    if (isTelling) setImmediate(tellSome)
  }
  return {
    listeners,
    tell(view: unknown): void {
      newest = view
      for (const listener of listeners) untold.add(listener)
      if (!isTelling) tellSome()
    },
  }
}

/** Whether a board would look the same but for the time; what is not a board's is told each time. */
const isSameTo = (told: unknown, now: unknown): boolean =>
  told === now || (isBoard(told) && isBoard(now) && shownOf(told) === shownOf(now))

type Board = Pick<BoardView, 'updatedAt'>
const isBoard = (view: unknown): view is Board => typeof view === 'object' && view !== null && 'updatedAt' in view
const shownOf = (board: Board): string => JSON.stringify({ ...board, updatedAt: 0 })

/** One page that fails must not take the others with it. */
function tellOne(listener: (view: unknown) => void, view: unknown): void {
  try {
    listener(view)
  } catch (error) {
    diagnostics.error('a public view could not be told', error)
  }
}

/** Calls at once, then at most once in so many milliseconds, the last change included. */
function inRhythm(tell: () => void, every: () => number) {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const rest = () => {
    timer = undefined
    if (isDue) ring()
  }
  const ring = () => {
    isDue = timer !== undefined
    if (isDue) return
    timer = setTimeout(rest, every())
    tell()
  }
  return { ring, stop: () => clearTimeout(timer) }
}

/** The hall server's own seat: public questions need neither cases nor deadlines. */
const seatOf = (hall: WatchedHall): Seat => ({
  hall: hall.end.record.hall,
  privates: new Map(),
  machine: HALL,
  at: Date.now(),
  line: { state: 'online', lastNewsAt: Date.now(), unsent: 0 },
  presence: [],
  calendar: calendarOf(hall.end.record.hall),
  kindOf: () => undefined,
  unsent: [],
  archive: noArchive,
})
