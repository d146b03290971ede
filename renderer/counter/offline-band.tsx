import { NoLineIcon } from '../common/icons.tsx'
import { useWords } from '../text/text.ts'

/** Says what goes on and what waits while the hall is out of reach. */
export function OfflineBand() {
  const { home } = useWords()
  return (
    <div className="band" aria-live="polite">
      <NoLineIcon />
      <p>
        <b>{home.bandGo}</b> {home.bandGoText}
      </p>
      <p>
        <b>{home.bandWait}</b> {home.bandWaitText}
      </p>
    </div>
  )
}
