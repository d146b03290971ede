import { Button } from '../common/button.tsx'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { close } from './place.ts'

/** The end of a window that only shows: Ctrl+Enter closes it too. */
export function CloseButton() {
  const words = useWords()
  useKeys({ 'Mod+Enter': close }, true)
  return (
    <div className="form-end">
      <Button onPress={close} keyCap="Esc">
        {words.close}
      </Button>
    </div>
  )
}
