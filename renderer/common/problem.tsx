import type { ReactNode } from 'react'
import { WarningIcon } from './icons.tsx'

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

/** A control in a bar, which has no room for a sentence: it lies under the control, over what is there. */
export function WithProblem({ problem, children }: { problem: string | undefined; children: ReactNode }) {
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
