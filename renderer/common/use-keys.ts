import { useLayoutEffect, useRef } from 'react'

/** What a chord does, by its name: 'F2', 'Mod+KeyK', 'Mod+Enter', 'Escape'. Mod is Ctrl, or Command on a Mac. */
type Keys = { [chord: string]: (() => void) | undefined }

/** `modal` silences what is under it, but for what is bound `always`: a PC can be locked from every window. */
type Reach = 'screen' | 'modal' | 'always'
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>
type Layer = { keys: () => Keys; reach: Reach }
const layers: Layer[] = []

/** Binds function keys and chords while the screen is shown; a modal layer silences those under it. */
export function useKeys(keys: Keys, reach: Reach = 'screen'): void {
  const current = useRef(keys)
  // With the screen, and not after it: what is drawn answers to its keys at once.
  useLayoutEffect(() => {
    current.current = keys
  })
  useLayoutEffect(() => {
    const layer: Layer = { keys: () => current.current, reach }
    layers.push(layer)
    if (layers.length === 1) document.addEventListener('keydown', press)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) document.removeEventListener('keydown', press)
    }
  }, [reach])
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
