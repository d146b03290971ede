import type { KeyboardEvent } from 'react'
import { isComposing } from '../../common/use-keys.ts'

/** Goes through the lines of the list beside which it stands by the arrow keys; from the search box into the list. */
export function byArrows(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
  const isSearch = event.currentTarget instanceof HTMLInputElement
  if (isComposing(event.nativeEvent)) return
  const lines = [...(event.currentTarget.closest('section')?.querySelectorAll<HTMLElement>('.manual-line') ?? [])]
  if (isSearch && event.key === 'Enter') return lines[0]?.click()
  if (by === undefined || (isSearch && by !== 1)) return
  event.preventDefault()
  const here = lines.indexOf(event.currentTarget)
  if (here === 0 && by === -1) return document.querySelector<HTMLElement>('#kind-search')?.focus()
  lines[Math.max(0, Math.min(lines.length - 1, here + by))]?.focus()
}
