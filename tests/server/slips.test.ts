import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'receiptline'
import { afterEach, expect, test } from 'vitest'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { instantOf } from '../../domain/time.ts'
import { drawnLine } from '../../server/drawn-line.ts'
import { readOutlines } from '../../server/font-outline.ts'
import { printAt } from '../../server/slip-printer.ts'
import { needsRaster, slipBytes } from '../../server/slip.ts'
import { today } from '../support/floor.ts'
import { decoded, printerSink, type Mood, type PrinterSink } from '../support/printer-sink.ts'

/** The slip and its printer in the network. */

const at = instantOf(today, '10:05')
const ticket: Ticket = {
  ticket: `${today}/가172`,
  touch: 't',
  label: { day: today, series: '가', number: 172 },
  class: 'ordinary',
  issuedAt: at,
  effectiveAt: at,
  forgiven: [],
  estimate: { from: 8, to: 15 },
}
const bytes = slipBytes({ hallName: '한빛시청 열린민원실', ticket, ahead: 7 })
const waits = { connect: 1000, status: 250, print: 1500 }
let sink: PrinterSink | undefined
afterEach(async () => {
  await sink?.close()
  sink = undefined
})

test('a slip says the hall, the number, the class, who is ahead, the time and the code, and is cut once', () => {
  const { text, codes, cuts } = decoded(bytes)
  for (const part of [
    '한빛시청 열린민원실',
    '가 172',
    '일반',
    '앞에 7명 / 예상 8-15분',
    '2026-11-24 10:05 발급',
    '전광판',
  ])
    expect(text).toContain(part)
  expect([codes, cuts]).toEqual([['CG1-20261124-A172'], 1])
})

test('a slip of a number that was called already does not say that it is next, and one estimate is one number', () => {
  expect(decoded(slipBytes({ hallName: '청', ticket })).text).toMatch(
    /이미 호출한 번호입니다\s+This number was called already/,
  )
  const told = { ...ticket, estimate: { from: 35, to: 35 } }
  expect(decoded(slipBytes({ hallName: '청', ticket: told, ahead: 2 })).text).toMatch(
    /앞에 2명 \/ 예상 35분\s+2 ahead of you \/ about 35 min/,
  )
})

test('signs in the name of a hall are printed as they stand', () => {
  const { text, codes, cuts } = decoded(slipBytes({ hallName: '열린 {민원} |실| ^A', ticket, ahead: 0 }))
  expect(text).toContain('열린 {민원} |실| ^A')
  expect(text).toContain('You are next')
  expect([codes, cuts]).toEqual([['CG1-20261124-A172'], 1])
})

const fontFile = join(
  import.meta.dirname,
  '../../node_modules/pretendard/dist/public/static/alternative/Pretendard-Bold.ttf',
)

test('a line with a syllable that the printer lacks is drawn', () => {
  const outlines = readOutlines(readFileSync(fontFile))
  for (const text of ['똠', '믜래시청 열린민원실', '한빛시청']) {
    const picture = drawnLine(text, outlines)
    const image = Buffer.from(transform(`{image:${picture}}`, { command: 'escpos', encoding: 'cp949' }), 'binary')
    expect(decoded(image)).toMatchObject({ pictures: 1, codes: [] })
  }
  expect(drawnLine('🙂', outlines)).toBeUndefined()
  expect(drawnLine('가'.repeat(40), outlines)).toBeUndefined()
})

test.each([
  ['한빛시청 Hall 24', false],
  ['믜', true],
  ['똠', true],
  ['가나다 · ①', false],
  ['🙂', true],
])('whether "%s" has a sign outside KS X 1001: %s', (text, answer) => {
  expect(needsRaster(text)).toBe(answer)
})

test.each<[Mood, Awaited<ReturnType<typeof printAt>>, number]>([
  ['ready', undefined, 1],
  ['slow', undefined, 1],
  ['paperOut', 'paperOut', 0],
  ['coverOpen', 'coverOpen', 0],
  ['hangs', 'noAnswer', 0],
  ['breaksOff', 'brokenOff', 0],
])('a printer that is %s leaves the slip as %s', async (mood, answer, slips) => {
  sink = await printerSink(mood)
  expect(await printAt({ host: '127.0.0.1', port: sink.port }, bytes, waits)).toBe(answer)
  expect(sink.slips).toHaveLength(slips)
})

test('a printer that is off is not reached', async () => {
  const gone = await printerSink()
  await gone.close()
  expect(await printAt({ host: '127.0.0.1', port: gone.port }, bytes, waits)).toBe('unreachable')
})
