import { useEffect, useRef, useState } from 'react'
import type { BoardView, Call } from '../../domain/views/view-public.ts'
import { begin, hear, isTakenBack, leastShown, next, type Announcing } from './announce.ts'
import type { Voice } from './voice.ts'

export type Announced = { call: Call | undefined; isFresh: boolean }

/** The call that stands large now: each new one for its time, after it the newest. Says it, too, where there is a voice. */
export function useAnnounced(view: BoardView | undefined, voice: Voice | undefined): Announced {
  const state = useRef<Announcing>(undefined)
  const isBusy = useRef(false)
  const [current, setCurrent] = useState<Call>()
  useEffect(() => {
    if (!view) return
    state.current = state.current ? hear(state.current, view) : begin(view)
    const go = async (): Promise<void> => {
      if (isBusy.current || !state.current) return
      const { call, rest } = next(state.current)
      if (!call) return setCurrent(undefined)
      state.current = rest
      isBusy.current = true
      setCurrent(call)
      await Promise.all([shown(leastShown(rest)), view.voice ? said(voice, call) : undefined]).catch(() => undefined)
      isBusy.current = false
      await go()
    }
    void go()
  }, [view, voice])
  const isWithdrawn = current !== undefined && view !== undefined && isTakenBack(current, view)
  return current === undefined || isWithdrawn ? { call: view?.last, isFresh: false } : { call: current, isFresh: true }
}

/** Milliseconds that one announcement takes at most: whatever becomes of its sound, the next number is shown. */
const longestSaid = 12_000

/** Ends when a call has been said, and in any case in time for the next. */
export const said = (voice: Pick<Voice, 'say'> | undefined, call: Call): Promise<void> =>
  Promise.race([voice?.say(call), shown(longestSaid)])

const shown = (ms: number): Promise<void> =>
  new Promise((settle) => {
    window.setTimeout(settle, ms)
  })
