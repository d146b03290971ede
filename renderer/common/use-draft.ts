import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import type { SetupView } from '../../domain/views/views.ts'
import { TypingPlaceContext } from './keep-typed.tsx'
import { amend, dropUntyped, forget, keep, take } from './kept.ts'
import { useDesk, type DeskHandle } from './store.ts'
import { useTyped } from './typed.ts'

const sessionOf = ({ store }: DeskHandle) =>
  (store.getState().views['{"of":"setup"}'] as SetupView | undefined)?.session

/**
 * What is typed: it outlives a lock, and that its place leaves the screen (`KeepTyped`); whoever ends the shift is asked before
 * it is thrown away.
 */
export function useDraft<T>(key: string, first: () => T): [T, Dispatch<SetStateAction<T>>] {
  const [start] = useState(first)
  return useKept(
    key,
    () => start,
    (value) => JSON.stringify(value) !== JSON.stringify(start),
  )
}

const isNever = (): boolean => false

/**
 * State of a screen that outlives a lock, and that its place leaves the screen while something is typed there; in every other
 * way like `useState`. `isTyped`: whether a value is something typed that is saved nowhere yet.
 */
export function useKept<T>(
  key: string,
  first: () => T,
  isTyped: (value: T) => boolean = isNever,
): [T, Dispatch<SetStateAction<T>>] {
  const desk = useDesk()
  const place = useContext(TypingPlaceContext)
  const [clerk] = useState(() => sessionOf(desk)?.clerk.id)
  const [value, setValue] = useState<T>(() => {
    const one = take(clerk, place.name, key)
    return one ? (one.value as T) : first()
  })
  useTyped(isTyped(value))
  const last = useRef(value)
  const asks = useRef(isTyped)
  const isGone = useRef(false)
  useLayoutEffect(() => {
    asks.current = isTyped
  })
  const set = useCallback(
    (next: SetStateAction<T>) => {
      const now = typeof next === 'function' ? (next as (before: T) => T)(last.current) : next
      last.current = now
      setValue(() => now)
      if (isGone.current && clerk !== undefined)
        amend(clerk, place.name, key, { value: now, isTyped: asks.current(now) })
    },
    [clerk, place, key],
  )
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      const session = sessionOf(desk)
      if (clerk === undefined || session?.clerk.id !== clerk) return
      const { name } = place
      const one = { value: last.current, isTyped: asks.current(last.current) }
      if (session.locked) return keep(clerk, name, key, one)
      if (name === '' || place.isOver()) return
      keep(clerk, name, key, one)
      // Once it is known whether the place has gone, or only what was closed in it.
      queueMicrotask(() => (place.isHere() ? forget(clerk, name, key) : dropUntyped(clerk, name)))
    }
  }, [desk, clerk, place, key])
  return [value, set]
}
