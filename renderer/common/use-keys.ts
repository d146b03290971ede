import { createContext, useContext, useLayoutEffect, useRef } from 'react'

/** What a chord does, by its name: 'F2', 'Mod+KeyK', 'Mod+Enter', 'Escape'. Mod is Ctrl, or Command on a Mac. */
type Keys = { [chord: string]: (() => void) | undefined }

/** `modal` silences what is under it, but for what is bound `always`: a PC can be locked from every window. */
type Reach = 'screen' | 'modal' | 'always'
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>
/** `isNew`: while the modal is being drawn; what is bound then belongs to it. */
type Layer = { keys: () => Keys; reach: Reach; isNew: boolean }
const layers: Layer[] = []

/** Whether a dialog is around what binds keys. */
export const InDialogContext = createContext(false)

/** Where a layer goes: a screen that comes while a dialog stands open lies under it, whenever it comes. */
function placeOf(reach: Reach, isInDialog: boolean): number {
  const modal = reach === 'screen' && !isInDialog ? layers.findIndex((l) => l.reach === 'modal' && !l.isNew) : -1
  return modal === -1 ? layers.length : modal
}

/** Binds function keys and chords while the screen is shown; a modal layer silences those under it. */
export function useKeys(keys: Keys, reach: Reach = 'screen'): void {
  const current = useRef(keys)
  const isInDialog = useContext(InDialogContext)
  // With the screen, and not after it: what is drawn answers to its keys at once.
  useLayoutEffect(() => {
    current.current = keys
  })
  useLayoutEffect(() => {
    const layer: Layer = { keys: () => current.current, reach, isNew: true }
    layers.splice(placeOf(reach, isInDialog), 0, layer)
    queueMicrotask(() => (layer.isNew = false))
    if (layers.length === 1) document.addEventListener('keydown', press)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) document.removeEventListener('keydown', press)
    }
  }, [reach, isInDialog])
}

function press(event: KeyboardEvent): void {
  const chord = chordOf(event)
  if (chord === undefined || event.repeat) return
  let isUnder = false
  for (const layer of layers.toReversed()) {
    if (isUnder && layer.reach !== 'always') continue
    const act = layer.keys()[chord]
    if (act) {
      event.preventDefault()
      act()
      return
    }
    isUnder ||= layer.reach === 'modal'
  }
}

/** Names the chord by the key's place, so that a Korean keyboard state changes nothing; single letters have none. */
export function chordOf(event: Pressed): string | undefined {
  const mod = event.ctrlKey || event.metaKey
  const code = event.code === 'NumpadEnter' ? 'Enter' : event.code
  if ((code === 'Enter' || code === 'Escape') && isComposing(event)) return undefined
  // Of the function keys with Ctrl only that of the bell is ours: a slip of the hand does not ring it.
  if (code === 'F12' && mod && !event.altKey) return 'Mod+F12'
  if (/^F\d+$/.test(code) || code === 'Escape') return mod || event.altKey ? undefined : code
  return mod && !event.altKey ? `Mod+${code}` : undefined
}

/** While Hangul is being composed, Enter and Escape only end the syllable. */
export const isComposing = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229
