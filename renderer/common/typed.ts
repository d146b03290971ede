import { useEffect, useLayoutEffect, useRef } from 'react'

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

export const isSomethingTyped = (): boolean => [...places].some((place) => place.current)
