import { readAsHangul } from '../../../domain/find/find-query.ts'
import type { FormerKindLine } from '../../../domain/views/view-former.ts'

/** Of fewer letters too much would be found. */
const fewest = 2
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s/g, '')

/** The kinds that were taken out whose name or code has what was typed, also where it was typed on an English keyboard. */
export function formerFound(lines: readonly FormerKindLine[], text: string): FormerKindLine[] {
  const typed = [text, readAsHangul(text) ?? ''].map(plain).filter((t) => t.length >= fewest)
  return lines.filter(({ code, ko, en }) => typed.some((t) => [code, ko, en].some((name) => plain(name).includes(t))))
}
