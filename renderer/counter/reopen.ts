import { useEffect, useRef } from 'react'
import type { PauseReason } from '../../domain/queue/counter.ts'
import { usePlace } from './place.ts'

/** 멈춤, and the end of it. */
export const pauseKey = 'F10'

/** The buttons that open a paused counter again: the main act of the first screen, and the one of the bar. */
export const reopenIds = { home: 'reopen', bar: 'reopen-in-bar' }

const afterForm = 40

/** Whoever comes back from a pause, or unlocks a paused counter, has its end at hand. */
export function useFocusReopen(paused: PauseReason | undefined): void {
  const isFormOpen = usePlace((s) => s.form !== undefined)
  const focused = useRef<PauseReason>(undefined)
  useEffect(() => {
    if (paused === undefined) focused.current = undefined
    if (paused === undefined || isFormOpen || focused.current === paused) return
    // A form that closes first gives the focus back to where it was.
    const timer = window.setTimeout(() => {
      focused.current = paused
      const button = document.getElementById(reopenIds.home) ?? document.getElementById(reopenIds.bar)
      button?.focus()
    }, afterForm)
    return () => window.clearTimeout(timer)
  }, [paused, isFormOpen])
}
