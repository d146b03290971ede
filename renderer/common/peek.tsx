import { useId, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'

type Props = { label: string; children: ReactNode }

/** What explains a value: shown while one points at its button or has it in focus, and kept open by a press; Escape ends it. */
export function Peek({ label, children }: Props) {
  const id = useId()
  const [isPinned, setPinned] = useState(false)
  const [isNear, setNear] = useState(false)
  const isOpen = isPinned || isNear
  const close = () => {
    setPinned(false)
    setNear(false)
  }
  return (
    <div
      className="peek"
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocus={(e) => e.target.matches(':focus-visible') && setNear(true)}
      onBlur={(e) => e.currentTarget.contains(e.relatedTarget) || close()}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !isOpen) return
        e.stopPropagation()
        close()
      }}
    >
      <Button size="small" pressed={isPinned} expanded={isOpen} controls={id} onPress={() => setPinned(!isPinned)}>
        {label}
      </Button>
      <div id={id} className="peek-window" hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
