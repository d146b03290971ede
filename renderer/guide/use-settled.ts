import { useLayoutEffect, useRef } from 'react'
import { isSettled, placesNow, type Places } from './settled.ts'

/** For a list of these keys: does what a press at a place is for, or says that the list has just moved. */
export function useSettled(keys: readonly string[]): (place: number, act: () => void, sayMoved: () => void) => void {
  const places = useRef<Places>(undefined)
  useLayoutEffect(() => {
    places.current = placesNow(places.current, keys, performance.now())
  })
  return (place, act, sayMoved) => {
    if (isSettled(places.current ?? [], place, performance.now())) act()
    else sayMoved()
  }
}
