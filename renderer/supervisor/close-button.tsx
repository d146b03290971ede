import { Button } from '../common/button.tsx'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { close } from './place.ts'

/** The end of a window that only shows: Ctrl+Enter closes it too. */
export function CloseButton({ onClose = close }: { onClose?: () => void }) {
  const words = useWords()
  useKeys({ 'Mod+Enter': onClose }, 'modal')
  return (
    <div className="form-end">
      <Button onPress={onClose} keyCap="Esc">
        {words.close}
      </Button>
    </div>
  )
}
