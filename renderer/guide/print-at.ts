import type { KioskRef } from '../../domain/queue/kiosk.ts'

/** The kiosk at which a slip is printed again: the chosen one, else its own; undefined where the hall prints for neither. */
export const printAt = (printers: readonly KioskRef[], chosen: string, own: string): string | undefined =>
  [chosen, own].find((id) => printers.some((kiosk) => kiosk.id === id))
