import { diagnostics } from '../db/diagnostics.ts'
import { beforeLock, type Desk, type Question, type ViewOf } from '../domain/desk.ts'
import { answer, type Seat } from '../domain/views/answer.ts'
import type { CaseLooks } from './case-looks.ts'

type Changes = ReturnType<typeof coalesced>

type Reading = { seat: () => Seat; looks: CaseLooks }

/** The desk of a PC: questions are answered from its seat, what of a case is read is recorded first. */
export function deskOf({ seat, looks }: Reading, submit: Desk['submit'], changes: Changes, find: Desk['find']): Desk {
  return {
    submit,
    async view(question) {
      const now = seat()
      if (isShut(question, now)) throw new Error('locked')
      return answer(question, looks.seatFor(question, now))
    },
    watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void) {
      let last: string | undefined
      const tell = () => {
        const now = seat()
        if (isShut(question, now)) {
          last = undefined
          return
        }
        const view = answer(question, looks.seatFor(question, now))
        const text = JSON.stringify(view) ?? ''
        if (text === last) return
        last = text
        listener(view)
      }
      const left = looks.hold(question)
      const stop = changes.listen(tell)
      changes.guarded(tell)
      return () => {
        stop()
        left()
      }
    },
    find: async (text) => (seat().session?.locked ? [] : find(text)),
  }
}

/** While a PC is locked it answers the lock screen and nothing else. */
const isShut = ({ of }: Question, { session }: Seat): boolean =>
  (session?.locked ?? false) && !beforeLock.some((one) => one === of)

/** Tells its listeners once for all changes of one turn of the event loop. */
export function coalesced() {
  const listeners = new Set<() => void>()
  let isDue = false
  let isStopped = false
  /** One view that fails must not take the others, and the work, with it. */
  const guarded = (listener: () => void): void => {
    try {
      listener()
    } catch (error) {
      diagnostics.error('a view could not be told', error)
    }
  }
  const tell = () => {
    isDue = false
    if (isStopped) return
    for (const listener of listeners) guarded(listener)
  }
  return {
    ring() {
      if (!isDue) setImmediate(tell)
      isDue = true
    },
    listen(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    guarded,
    stop: () => (isStopped = true),
  }
}
