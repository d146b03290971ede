import { diagnostics } from '../db/diagnostics.ts'
import { answer, type Seat } from '../domain/answer.ts'
import { noArchive } from '../domain/archive.ts'
import type { Question, Stop, ViewOf } from '../domain/desk.ts'
import { calendarOf } from '../domain/hall-calendar.ts'
import type { Turns } from './turns.ts'

/** How often what a board shows may change, in milliseconds; the first change shows at once. */
const rhythm = 250

type Watched = { listeners: Set<(view: unknown) => void>; stop: Stop }

/** What boards and kiosks see: each question is answered once for all who ask it, however many there are. */
export interface PublicViews {
  view<Q extends Question>(question: Q): ViewOf<Q>
  watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void): Stop
}

export function publicViews(hall: Turns): PublicViews {
  const watched = new Map<string, Watched>()
  const view = <Q extends Question>(question: Q): ViewOf<Q> => answer(question, seatOf(hall))

  function begin(question: Question): Watched {
    const listeners = new Set<(view: unknown) => void>()
    const ringing = inRhythm(() => {
      const now = view(question)
      for (const listener of listeners) tellOne(listener, now)
    })
    const stop = hall.watch(ringing.ring)
    return {
      listeners,
      stop() {
        stop()
        ringing.stop()
      },
    }
  }

  return {
    view,
    watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void) {
      const key = JSON.stringify(question)
      const known = watched.get(key) ?? begin(question)
      watched.set(key, known)
      // A function of its own, so that who watches the same twice is told twice.
      const told = (now: unknown) => listener(now as ViewOf<Q>)
      known.listeners.add(told)
      listener(view(question))
      return () => {
        known.listeners.delete(told)
        if (known.listeners.size > 0) return
        known.stop()
        watched.delete(key)
      }
    },
  }
}

/** One page that fails must not take the others with it. */
function tellOne(listener: (view: unknown) => void, view: unknown): void {
  try {
    listener(view)
  } catch (error) {
    diagnostics.error('a public view could not be told', error)
  }
}

/** Calls at once, then at most once in each rhythm, the last change included. */
function inRhythm(tell: () => void) {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const rest = () => {
    timer = undefined
    if (isDue) ring()
  }
  const ring = () => {
    isDue = timer !== undefined
    if (isDue) return
    timer = setTimeout(rest, rhythm)
    tell()
  }
  return { ring, stop: () => clearTimeout(timer) }
}

/** The hall server's own seat: public questions need neither cases nor deadlines. */
const seatOf = (hall: Turns): Seat => ({
  ...{ hall: hall.end.record.hall, privates: new Map(), machine: 'hall', at: Date.now() },
  ...{ line: { state: 'online', lastNewsAt: Date.now(), unsent: 0 }, presence: [] },
  ...{ calendar: calendarOf(hall.end.record.hall), kindOf: () => undefined, unsent: [] },
  archive: noArchive,
})
