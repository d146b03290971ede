import { useEffect, useState } from 'react'

const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The keys of a keyboard and of a Braille keypad: arrows go from button to button, a digit presses what is marked with it; and whether one was used. */
export function useKeypad(): { isUsed: boolean; forget: () => void } {
  const [isUsed, setUsed] = useState(false)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      setUsed(true)
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      const step = steps[event.key]
      if (step !== undefined) {
        event.preventDefault()
        go(step)
      }
      const digit = event.key === 'Escape' ? '0' : event.key
      if (/^\d$/.test(digit)) document.querySelector<HTMLButtonElement>(`.kiosk button[data-key="${digit}"]`)?.click()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return { isUsed, forget: () => setUsed(false) }
}

function go(step: number): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.kiosk button')]
  const here = buttons.findIndex((b) => b === document.activeElement)
  const main = buttons.find((b) => b.dataset.key === '1') ?? buttons.find((b) => b.dataset.key !== undefined)
  const next = here < 0 ? main : buttons[(here + step + buttons.length) % buttons.length]
  next?.focus()
}
