import { KeyCap } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { CloseButton } from './close-button.tsx'

type Props = { title: string; keys: readonly (readonly string[])[]; onClose: () => void }

/** The keys of a screen. */
export function Keys({ title, keys, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CloseButton onClose={onClose} />
    </Dialog>
  )
}
