import { useEffect } from 'react'

const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The keys of a keyboard and of a Braille keypad: arrows go from button to button, a digit presses what is marked with it. */
export function useKeypad(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
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
}

function go(step: number): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.kiosk button')]
  const here = buttons.findIndex((b) => b === document.activeElement)
  const main = buttons.findIndex((b) => b.dataset.key === '1')
  const next = here < 0 ? Math.max(0, main) : (here + step + buttons.length) % buttons.length
  buttons[next]?.focus()
}
