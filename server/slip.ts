import { transform } from 'receiptline'
import { printedLabel, ticketCode, type Estimate, type Ticket } from '../domain/queue/ticket.ts'
import { isoOf } from '../domain/time.ts'
import { drawnLine } from './drawn-line.ts'

/** 번호표: what comes out on 80 mm paper, as commands of a printer (ESC/POS, Korean in CP949). */

const classNames = {
  returnPromised: ['다시 오신 분', 'Called back'],
  priority: ['우선배려', 'Priority'],
  booked: ['예약', 'Booked'],
  ordinary: ['일반', 'Ordinary'],
} as const

/** Without `ahead` the ticket does not wait any more. */
type Slip = { hallName: string; ticket: Ticket; ahead?: number }

/**
 * The lines of a slip in the notation of receiptline, Korean with English beside it, since the printer does not know whose it
 * is; what somebody has typed is never read as a command.
 */
function slipText({ hallName, ticket, ahead }: Slip): string {
  const day = isoOf(ticket.issuedAt)
  return [
    line(hallName),
    '',
    `^^^^^${printedLabel(ticket.label)}`,
    classNames[ticket.class].join(' '),
    '',
    ...waitOf(ticket, ahead),
    `${day.slice(0, 10)} ${day.slice(11, 16)} 발급`,
    '',
    `{code:${ticketCode(ticket.label)};option:qrcode,6,m}`,
    '번호를 부르면 전광판에 나온 창구로 오세요.',
    'Please go to the counter that the board shows.',
  ].join('\n')
}

function waitOf({ estimate }: Ticket, ahead: number | undefined): [string, string] {
  if (ahead === undefined) return ['이미 호출한 번호입니다', 'This number was called already']
  const told = estimate === undefined ? ['', ''] : toldOf(estimate).map((words) => ` / ${words}`)
  const before = ahead === 0 ? ['바로 다음입니다', 'You are next'] : [`앞에 ${ahead}명`, `${ahead} ahead of you`]
  return [`${before[0]}${told[0]}`, `${before[1]}${told[1]}`]
}

function toldOf({ from, to }: Estimate): [string, string] {
  if (to <= 1) return ['곧 부릅니다', 'called soon']
  const minutes = from === to ? `${to}` : `${from}-${to}`
  return [`예상 ${minutes}분`, `about ${minutes} min`]
}

/** The bytes for a printer of 80 mm; they end with a cut. */
export const slipBytes = (slip: Slip): Buffer =>
  Buffer.from(transform(slipText(slip), { command: 'escpos', encoding: 'cp949', cpl: 48, cutting: true }), 'binary')

/** A line as text, or drawn where the printer has not all of its signs. */
function line(text: string): string {
  const drawn = needsRaster(text) ? drawnLine(text) : undefined
  return drawn === undefined ? printable(text) : `{image:${drawn}}`
}

/** What cannot be drawn either is a box, and signs that receiptline reads are taken as they stand. */
const printable = (text: string): string =>
  Array.from(text.normalize('NFC'), (sign) =>
    needsRaster(sign) ? '□' : /[\\|{}~_"`^]/.test(sign) ? `\\${sign}` : sign,
  ).join('')

/** The two-byte codes of KS X 1001; CP949 adds 8,822 syllables that many printers do not have. */
const ksx1001 = new TextDecoder('euc-kr')
let syllables: ReadonlySet<string> | undefined

function known(): ReadonlySet<string> {
  if (syllables) return syllables
  const found = new Set<string>()
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) found.add(ksx1001.decode(Uint8Array.of(lead, trail)))
  found.delete('\ufffd')
  syllables = found
  return found
}

/** Whether a text holds a sign that a printer of KS X 1001 has not: such a line is to be drawn. */
export const needsRaster = (text: string): boolean =>
  Array.from(text.normalize('NFC')).some((sign) => sign > '~' && !known().has(sign))
