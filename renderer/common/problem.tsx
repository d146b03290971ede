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
