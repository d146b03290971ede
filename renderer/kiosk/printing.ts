/** Whether this machine has a printer: `/kiosk?print=off` says that it has none. */
export const printsSlips = (search = window.location.search): boolean =>
  new URLSearchParams(search).get('print') !== 'off'

/** Prints the slip on the page after it was drawn; a browser that cannot print only says so. */
export function printSlip(tell: (isSent: boolean) => void): void {
  window.requestAnimationFrame(() => {
    window.setTimeout(() => {
      try {
        window.print()
        tell(true)
      } catch {
        tell(false)
      }
    }, 50)
  })
}
