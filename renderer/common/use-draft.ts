import { useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react'
import type { SetupView } from '../../domain/views.ts'
import { useDesk, type DeskHandle } from './store.ts'
import { useTyped } from './typed.ts'

/**
 * What was being typed while the PC was locked: in the memory of the window alone, for the person who typed it. The case
 * itself left the window with the lock and comes back from the PC.
 */
const kept = new Map<string, unknown>()

const nameOf = (clerk: string | undefined, key: string): string => JSON.stringify([clerk, key])

const sessionOf = ({ store }: DeskHandle) =>
  (store.getState().views['{"of":"setup"}'] as SetupView | undefined)?.session

/** What is typed: it outlives a lock, and whoever ends the shift is asked before it is thrown away. */
export function useDraft<T>(key: string, first: () => T): [T, Dispatch<SetStateAction<T>>] {
  const [start] = useState(first)
  const draft = useKept(key, () => start)
  useTyped(JSON.stringify(draft[0]) !== JSON.stringify(start))
  return draft
}

/** State of a screen that outlives a lock; in every other way like `useState`. */
export function useKept<T>(key: string, first: () => T): [T, Dispatch<SetStateAction<T>>] {
  const desk = useDesk()
  const [value, setValue] = useState<T>(() => {
    const name = nameOf(sessionOf(desk)?.clerk.id, key)
    if (!kept.has(name)) return first()
    const draft = kept.get(name) as T
    kept.delete(name)
    return draft
  })
  const last = useRef(value)
  useEffect(() => {
    last.current = value
  })
  useEffect(
    () => () => {
      const session = sessionOf(desk)
      // Only a lock takes a form away without its person.
      if (session?.locked) kept.set(nameOf(session.clerk.id, key), last.current)
    },
    [desk, key],
  )
  return [value, setValue]
}
