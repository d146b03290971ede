import { useEffect, useRef, type ReactNode } from 'react'
import { WarningIcon } from './icons.tsx'
import { isComposing } from './use-keys.ts'

/** One sentence beside the control: why not, and what to do instead. It is read out when it appears. */
export function Problem({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="problem-place">
      {children !== undefined && (
        <p className="problem">
          <WarningIcon />
          {children}
        </p>
      )}
    </div>
  )
}

type WithProps = { problem: string | undefined; onRead: () => void; children: ReactNode }

/**
 * A control in a bar, which has no room for a sentence: it lies under the control, over what is there, until the next press
 * of the mouse or of Escape.
 */
export function WithProblem({ problem, onRead, children }: WithProps) {
  const read = useRef(onRead)
  useEffect(() => {
    read.current = onRead
  })
  const isShown = problem !== undefined
  useEffect(() => {
    if (!isShown) return
    const press = () => read.current()
    const key = (e: KeyboardEvent) => e.key === 'Escape' && !isComposing(e) && read.current()
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key)
    }
  }, [isShown])
  return (
    <span className="over">
      {children}
      {problem !== undefined && (
        <span role="alert" className="problem over-problem">
          {problem}
        </span>
      )}
    </span>
  )
}
