import { useEffect, useLayoutEffect, useRef } from 'react'
import { isSomethingKept } from './kept.ts'

/** The places of the screen where something may be typed that is saved nowhere yet. */
const places = new Set<{ readonly current: boolean }>()

/** Says of a place whether something is typed there that the end of the shift would throw away. */
export function useTyped(isTyped: boolean): void {
  const current = useRef(isTyped)
  useLayoutEffect(() => {
    current.current = isTyped
  })
  useEffect(() => {
    places.add(current)
    return () => void places.delete(current)
  }, [])
}

/** Also what waits in a case that is not on the screen. */
export const isSomethingTyped = (): boolean => isSomethingKept() || [...places].some((place) => place.current)
