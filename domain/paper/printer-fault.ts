const unknown = 'printerUnknown '

/** Why a paper was not printed: the printer that the PC's start names is none of its printers. */
export const printerUnknown = (name: string): string => `${unknown}${name}`

/** The printer that a PC was to print on and has not; undefined where a paper failed for another reason. */
export const unknownPrinterIn = (why: string): string | undefined =>
  why.startsWith(unknown) ? why.slice(unknown.length) : undefined
