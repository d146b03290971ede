import { diagnostics } from '../db/diagnostics.ts'
import { HALL } from '../domain/actor.ts'
import type { Question, Stop, ViewOf } from '../domain/desk.ts'
import { calendarOf } from '../domain/hall-calendar.ts'
import { ownRange } from '../domain/queue/kiosk.ts'
import { noArchive } from '../domain/record/archive.ts'
import type { Record } from '../domain/record/record.ts'
import { answer, type Seat } from '../domain/views/answer.ts'
import type { BoardView } from '../domain/views/view-public.ts'
import type { Turns } from './turns.ts'

/** How often what a board shows may change, in milliseconds; the first change shows at once. */
const rhythm = 250
/** Milliseconds between two changes for each who watches: a write takes some twentieth of it, and a call comes first. */
const rhythmOfEach = 0.5

/** Of a hall, what its public views are made of. */
type WatchedHall = Pick<Turns, 'watch' | 'onceSafe'> & { readonly end: { readonly record: Pick<Record, 'hall'> } }

/** So many pages are told in a row; then whatever else waits at the hall has its turn. */
const inARow = 100

type Listener = (view: unknown) => void
type Watched = { watchers: number; listeners: Set<Listener>; asked(show: Listener): void; stop: Stop }

/** What boards and kiosks see: each question is answered once for all who ask it, however many there are. */
export interface PublicViews {
  view<Q extends Question>(question: Q): Promise<ViewOf<Q>>
  watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void): Stop
  /** Whether it asks for what the hall does not know: there is no end of such names, and each view is made after every change. */
  isStrange(question: Question): boolean
}

export function publicViews(hall: WatchedHall): PublicViews {
  const watched = new Map<string, Watched>()

  function begin(question: Question): Watched {
    const { current, change } = made(hall, question)
    const { listeners, tell } = audience()
    let told: unknown
    const ringing = inRhythm(
      () =>
        current().onceSafe((now) => {
          if (isSameTo(told, now)) return
          told = now
          tell(now)
        }),
      () => Math.max(rhythm, listeners.size * rhythmOfEach),
    )
    const stop = hall.watch(() => {
      change()
      ringing.ring()
    })
    return {
      watchers: 0,
      listeners,
      // Who asks in between may see what the others were not told yet: then all are told, though it be as it was before.
      asked: (show) =>
        current().onceSafe((now) => {
          if (!isSameTo(told, now)) told = undefined
          show(now)
        }),
      stop() {
        stop()
        ringing.stop()
        listeners.clear()
      },
    }
  }

  return {
    view: <Q extends Question>(question: Q) =>
      new Promise<ViewOf<Q>>((resolve) => {
        const show: Listener = (now) => resolve(now as ViewOf<Q>)
        const known = watched.get(JSON.stringify(question))
        if (known) known.asked(show)
        else picture(hall, question).onceSafe(show)
      }),
    watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void) {
      const key = JSON.stringify(question)
      const known = watched.get(key) ?? begin(question)
      watched.set(key, known)
      known.watchers += 1
      let isStopped = false
      // A function of its own, so that who watches the same twice is told twice.
      const told: Listener = (now) => listener(now as ViewOf<Q>)
      known.asked((now) => {
        if (isStopped) return
        known.listeners.add(told)
        told(now)
      })
      return () => {
        if (isStopped) return
        isStopped = true
        known.listeners.delete(told)
        known.watchers -= 1
        if (known.watchers > 0) return
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

/** A view as it is at a moment. */
type Picture = {
  /** Shows it when the disk has all that it shows; pictures are shown in the order in which they were made. */
  onceSafe(show: Listener): void
}

/**
 * The state holds what the disk does not have yet, and a screen must show nothing that a fall takes back. Not held until
 * nothing is on its way, since in a busy hall something always is.
 */
function picture(hall: WatchedHall, question: Question): Picture {
  const view = answer(question, seatOf(hall))
  let waiting: Listener[] | undefined = []
  hall.onceSafe(() => {
    const shows = waiting ?? []
    waiting = undefined
    for (const show of shows) tellOne(show, view)
  })
  return {
    onceSafe(show) {
      if (waiting) waiting.push(show)
      else show(view)
    },
  }
}

/** A view that many ask for is made once, as long as nothing has happened and it is hardly older than it would be told. */
function made(hall: WatchedHall, question: Question) {
  let last: { picture: Picture; of: WatchedHall['end']; at: number } | undefined
  return {
    current(): Picture {
      const [of, at] = [hall.end, Date.now()]
      // What an end showed that could not save it is never safe.
      if (last?.of !== of || Math.abs(at - last.at) >= rhythm) last = { picture: picture(hall, question), of, at }
      return last.picture
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
