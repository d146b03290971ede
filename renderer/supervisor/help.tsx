import { KeyCap } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { CloseButton } from './close-button.tsx'
import { close } from './place.ts'

/** The keys of this screen. */
export function Help() {
  const words = useSupervisorWords()
  return (
    <Dialog title={words.keysTitle} onClose={close}>
      <dl className="keys">
        {words.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CloseButton />
    </Dialog>
  )
}
