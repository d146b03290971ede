import { useEffect, useRef } from 'react'
import { scanReader } from './scanner.ts'

/**
 * Hears a scanner that types like a keyboard, before any field does: the Korean keyboard of the system does not change what it
 * reads, Enter at its end presses nothing, and the field that had the focus keeps what was in it.
 */
export function useScanner(onScan: (text: string) => void): void {
  const current = useRef(onScan)
  useEffect(() => {
    current.current = onScan
  })
  useEffect(() => {
    const read = scanReader()
    let before: { field: HTMLInputElement | HTMLTextAreaElement; value: string } | undefined
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const heard = read({ code: event.code, at: event.timeStamp })
      if (heard.is === 'first') before = fieldOf(event.target)
      if (heard.is === 'code' || heard.is === 'scanned') {
        event.preventDefault()
        event.stopPropagation()
      }
      if (heard.is !== 'scanned') return
      if (before) putBack(before.field, before.value)
      current.current(heard.text)
    }
    document.addEventListener('keydown', hear, { capture: true })
    return () => document.removeEventListener('keydown', hear, { capture: true })
  }, [])
}

function fieldOf(target: EventTarget | null) {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField ? { field: target, value: target.value } : undefined
}

/** As if it had been typed, so that the form behind the field hears of it. */
function putBack(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
