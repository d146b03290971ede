import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { diagnostics } from '../db/diagnostics.ts'
import { writeWhole } from '../db/files/write-whole.ts'
import type { Outcome, PcCommand } from '../domain/desk.ts'
import { guideView } from '../domain/guide/guide-sheet.ts'
import { unknownPrinterIn } from '../domain/paper/printer-fault.ts'
import type { Seat } from '../domain/seat.ts'
import { answer } from '../domain/views/answer.ts'
import type { PdfMaker } from './pdf-maker.ts'

type Surroundings = {
  dataFolder: string
  seat: () => Seat
  pdfs: Pick<PdfMaker, 'make' | 'print'>
  changed: () => void
}

/** Prints guides and notices for citizens, and keeps PDFs of guides. It is no act: nothing of it comes into the record. */
export function guides({ dataFolder, seat, pdfs, changed }: Surroundings) {
  const folder = join(dataFolder, 'guides')
  const pathOf = (code: string, token: string) => join(folder, `${code}-${token.slice(0, 12)}.pdf`)
  function fileOf(code: string, token: string): string | undefined {
    const path = pathOf(code, token)
    return existsSync(path) ? path : undefined
  }

  async function keep(code: string, token: string): Promise<Outcome> {
    try {
      // Its name bears the hash of the page: one that is there, and may be open in a viewer, says the same.
      if (fileOf(code, token) === undefined) {
        const pdf = await pdfs.make(token)
        mkdirSync(folder, { recursive: true })
        writeWhole(pathOf(code, token), pdf)
      }
      changed()
      return 'done'
    } catch (error) {
      diagnostics.error('the PDF of a guide could not be kept', error)
      return { refused: 'fileNotKept' }
    }
  }

  async function print(token: string): Promise<Outcome> {
    try {
      await pdfs.print(token)
      return 'done'
    } catch (error) {
      const refused = whyNotPrinted(error)
      diagnostics.warn('a guide or a notice could not be printed', { why: refused }, error)
      return { refused }
    }
  }

  async function guide({ code, edition, answers, as }: PcCommand & { type: 'printGuide' }): Promise<Outcome> {
    const token = guideView(seat(), { code, edition, answers })?.token
    if (token === undefined) return { refused: 'noSheet' }
    return as === 'pdf' ? keep(code, token) : print(token)
  }

  async function outage({ since, substitute, guidance }: PcCommand & { type: 'printOutage' }): Promise<Outcome> {
    const token = answer({ of: 'outageSheet', since, substitute, guidance }, seat())?.token
    return token === undefined ? { refused: 'noSheet' } : print(token)
  }

  return {
    submit: (command: PcCommand & { type: 'printGuide' | 'printOutage' }): Promise<Outcome> =>
      command.type === 'printGuide' ? guide(command) : outage(command),
    fileOf,
  }
}

function whyNotPrinted(error: unknown): 'pcPrinterMissing' | 'printerMissing' | 'printFailed' {
  const why = error instanceof Error ? error.message : ''
  if (unknownPrinterIn(why) !== undefined) return 'pcPrinterMissing'
  return why === 'noPrinter' ? 'printerMissing' : 'printFailed'
}
