import type { PrinterInfo } from 'electron'
import { printerUnknown } from '../domain/paper/printer-fault.ts'

type Printer = Pick<PrinterInfo, 'name' | 'displayName'>

/**
 * The printer of a PC: the one that its start names; else its only one, else the default of the system, which alone knows
 * which that is. What makes files of papers is no printer unless it is named: it would ask where to, or never answer.
 */
export function choosePrinter(
  printers: readonly Printer[],
  named: string | undefined,
): { deviceName?: string } | { failed: string } {
  if (named !== undefined) {
    const found = printers.find(({ name }) => name === named) ?? printers.find((p) => p.displayName === named)
    return found ? { deviceName: found.name } : { failed: printerUnknown(named) }
  }
  const [first, ...others] = printers.filter(({ name }) => !isVirtual(name))
  if (!first) return { failed: 'noPrinter' }
  return others.length === 0 ? { deviceName: first.name } : {}
}

const virtual = [
  'microsoft print to pdf',
  'microsoft xps document writer',
  '(shared )?fax',
  '(공유 )?팩스',
  '(send to )?(microsoft )?onenote( .*)?',
  'onenote.* 보내기',
  'adobe pdf',
  '(hancom|한컴) ?pdf',
  'foxit pdf( reader| editor)? printer',
  'pdfcreator',
  '(cups[-_ ])?pdf',
]

/** A session from afar adds in brackets that a printer was brought along. */
const names = new RegExp(`^(${virtual.join('|')})( \\(.*\\))?$`, 'i')

const isVirtual = (name: string): boolean => names.test(name.trim())
