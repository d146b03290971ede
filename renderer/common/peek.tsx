import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { isComposing } from './use-keys.ts'

type Props = { label: string; children: ReactNode }

/** What explains a value: shown while one points at it or has its button in focus, kept open by a press; Escape ends it. */
export function Peek({ label, children }: Props) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [isPinned, setPinned] = useState(false)
  const [isNear, setNear] = useState(false)
  const isOpen = isPinned || isNear
  useEffect(
    () =>
      place.current
        ? listen(place.current, setNear, () => {
            setNear(false)
            setPinned(false)
          })
        : undefined,
    [],
  )
  return (
    <div ref={place} className="peek">
      <Button size="small" expanded={isOpen} controls={id} onPress={() => setPinned(!isPinned)}>
        {label}
      </Button>
      <div id={id} className="peek-window" hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}

/** Hears whether one is near by pointer or focus, and Escape; gives the way to stop hearing. */
function listen(place: HTMLElement, tell: (isNear: boolean) => void, close: () => void): () => void {
  const end = new AbortController()
  const on = (type: string, hear: (event: Event) => void) => place.addEventListener(type, hear, { signal: end.signal })
  on('mouseenter', () => tell(true))
  on('mouseleave', () => tell(false))
  on('focusin', (e) => e.target instanceof Element && e.target.matches(':focus-visible') && tell(true))
  on('focusout', close)
  on('keydown', (e) => e instanceof KeyboardEvent && e.code === 'Escape' && !isComposing(e) && close())
  return () => end.abort()
}
