import { createContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'

/** A place of which what is typed is kept when it leaves the screen. */
type TypingPlace = { name: string; isHere: () => boolean; isOver: () => boolean }

/** Outside of every place only a lock keeps what is typed. */
export const TypingPlaceContext = createContext<TypingPlace>({ name: '', isHere: () => true, isOver: () => false })

type Props = { name: string; isOver?: boolean; children: ReactNode }

/**
 * What is typed within stands there again when its place is opened again. What is closed while the place stays was saved or
 * thrown away, and is not kept; nor is anything of a place that is over. The name stays that of the beginning.
 */
export function KeepTyped({ name, isOver = false, children }: Props) {
  const [first] = useState(name)
  const isHere = useRef(true)
  const over = useRef(isOver)
  useLayoutEffect(() => {
    over.current = isOver
  })
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const place = useMemo(() => ({ name: first, isHere: () => isHere.current, isOver: () => over.current }), [first])
  return <TypingPlaceContext value={place}>{children}</TypingPlaceContext>
}
