import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { readOutlines, type Contour, type Outlines } from './font-outline.ts'

/** A line of text as a picture, for a printer that has not all of its signs. */

const fontFile = join(import.meta.dirname, '../dist/renderer/fonts/Pretendard-Bold.ttf')
/** The width of 80 mm paper at 203 dpi, and how high type and line are, in dots. */
const paper = 576
const em = 28
const height = 36
const baseline = 28

let outlines: Outlines | 'none' | undefined

/** The font that the documents are printed with; undefined where the screens have not been built. */
function font(): Outlines | undefined {
  try {
    outlines ??= readOutlines(readFileSync(fontFile))
  } catch {
    outlines ??= 'none'
  }
  return outlines === 'none' ? undefined : outlines
}

/** A PNG of a line (base64); undefined where the line cannot be drawn. */
export function drawnLine(text: string, from: Outlines | undefined = font()): string | undefined {
  if (!from) return undefined
  const scale = em / from.unitsPerEm
  const contours: Contour[] = []
  let x = 0
  for (const sign of text.normalize('NFC')) {
    const glyph = from.glyphOf(sign)
    if (!glyph) return undefined
    const left = x
    contours.push(...glyph.contours.map((c) => c.map((p) => ({ x: left + p.x * scale, y: baseline - p.y * scale }))))
    x += glyph.advance * scale
  }
  const width = Math.ceil(x)
  return width === 0 || width > paper ? undefined : png(filled(contours, width), width)
}

/** One byte for each dot, row by row: 0 where ink is, by the rule of the winding number. */
function filled(contours: readonly Contour[], width: number): Uint8Array {
  const dots = new Uint8Array(width * height).fill(255)
  for (let row = 0; row < height; row++) {
    const crossings = contours.flatMap((c) => crossed(c, row + 0.5)).toSorted((a, b) => a.x - b.x)
    let winding = 0
    for (const [i, { x, turn }] of crossings.entries()) {
      winding += turn
      const next = crossings[i + 1]
      if (winding !== 0 && next) dots.fill(0, row * width + dot(x, width), row * width + dot(next.x, width))
    }
  }
  return dots
}

const dot = (x: number, width: number): number => Math.max(0, Math.min(width, Math.round(x)))

/** Where a contour goes through a height, and in which direction. */
function crossed(contour: Contour, y: number): { x: number; turn: number }[] {
  return contour.flatMap((a, i) => {
    const b = contour[(i + 1) % contour.length] ?? a
    if (a.y <= y === b.y <= y) return []
    return [{ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), turn: a.y < b.y ? 1 : -1 }]
  })
}

function png(dots: Uint8Array, width: number): string {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of grey.
  head.writeUInt8(8, 8)
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
