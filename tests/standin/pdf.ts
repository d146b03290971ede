type Margins = { top?: number; bottom?: number; left?: number; right?: number }
type PdfOptions = { pageSize?: string | { width: number; height: number }; margins?: Margins } & Record<string, unknown>

const inches: Record<string, [width: number, height: number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
}

/** Electron's options for `printToPDF` in the words of the DevTools protocol. */
export function pdfParameters({ pageSize = 'Letter', margins, ...same }: PdfOptions): object {
  const size = typeof pageSize === 'string' ? inches[pageSize] : ([pageSize.width, pageSize.height] as const)
  if (!size) throw new Error(`Unknown page size ${JSON.stringify(pageSize)}`)
  const { top, bottom, left, right } = margins ?? {}
  const given = { ...same, marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right }
  return { ...given, paperWidth: size[0], paperHeight: size[1] }
}
