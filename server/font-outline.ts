/** The outlines of a TrueType font: as much of the format as the signs of Korean need. */

/** A closed line around a part of a sign, in units of the font, y upwards. */
export type Contour = readonly { x: number; y: number }[]
export type Outlines = {
  /** How many units are as high as the type. */
  unitsPerEm: number
  /** The outline of a sign and how far the next one stands; undefined where the font has not the sign. */
  glyphOf(sign: string): { contours: Contour[]; advance: number } | undefined
}

/** Reads a font file; throws where it is none. */
export function readOutlines(font: Buffer): Outlines {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  }
  const table = (name: string): number => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`the font has no table ${name}`)
    return at
  }
  const [head, loca, glyf, hmtx] = [table('head'), table('loca'), table('glyf'), table('hmtx')]
  const isLong = font.readInt16BE(head + 50) === 1
  const wide = font.readUInt16BE(table('hhea') + 34)
  const indexOf = characterMap(font, table('cmap'))
  const start = (glyph: number) =>
    glyf + (isLong ? font.readUInt32BE(loca + glyph * 4) : font.readUInt16BE(loca + glyph * 2) * 2)
  const outline = (glyph: number): Contour[] => {
    const [at, end] = [start(glyph), start(glyph + 1)]
    if (at === end) return []
    return font.readInt16BE(at) < 0 ? composed(font, at, outline) : simple(font, at)
  }
  return {
    unitsPerEm: font.readUInt16BE(head + 18),
    glyphOf(sign) {
      const glyph = indexOf(sign.codePointAt(0) ?? 0)
      if (glyph === 0) return undefined
      return { contours: outline(glyph), advance: font.readUInt16BE(hmtx + Math.min(glyph, wide - 1) * 4) }
    },
  }
}

/** Format 4: ranges of signs of the first plane. */
function characterMap(font: Buffer, cmap: number): (code: number) => number {
  let at = -1
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const found = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    if (font.readUInt16BE(found) === 4) at = found
  }
  if (at < 0) throw new Error('the font has no map that is known')
  const twice = font.readUInt16BE(at + 6)
  const [ends, starts] = [at + 14, at + 16 + twice]
  const [deltas, offsets] = [starts + twice, starts + 2 * twice]
  return (code) => {
    for (let i = 0; i < twice; i += 2) {
      if (code > font.readUInt16BE(ends + i)) continue
      const first = font.readUInt16BE(starts + i)
      if (code < first) return 0
      const offset = font.readUInt16BE(offsets + i)
      const found = offset === 0 ? code : font.readUInt16BE(offsets + i + offset + (code - first) * 2)
      return found === 0 ? 0 : (found + font.readUInt16BE(deltas + i)) & 0xff_ff
    }
    return 0
  }
}

type Point = { x: number; y: number; on: boolean }

function simple(font: Buffer, at: number): Contour[] {
  const count = font.readInt16BE(at)
  const ends = Array.from({ length: count }, (_, i) => font.readUInt16BE(at + 10 + i * 2))
  const points = (ends.at(-1) ?? -1) + 1
  let p = at + 10 + count * 2
  p += 2 + font.readUInt16BE(p)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = font.readUInt8(p++)
    const times = flag & 8 ? font.readUInt8(p++) + 1 : 1
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  const along = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += font.readUInt8(p++) * (flag & same ? 1 : -1)
      else if (!(flag & same)) {
        value += font.readInt16BE(p)
        p += 2
      }
      return value
    })
  }
  const xs = along(2, 16)
  const ys = along(4, 32)
  const all = flags.map((flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1 }))
  return ends.map((end, i) => flattened(all.slice((ends[i - 1] ?? -1) + 1, end + 1)))
}

const steps = 6

/** The curves of a contour as short straight lines. */
function flattened(points: Point[]): Contour {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })
  const whole = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] ?? point
    return point.on || next.on ? [point] : [point, middle(point, next)]
  })
  const first = whole.findIndex((p) => p.on)
  const turned = [...whole.slice(first), ...whole.slice(0, first)]
  return turned.flatMap((point, i) => {
    if (point.on) return [point]
    const [a, b] = [turned[i - 1] ?? point, turned[(i + 1) % turned.length] ?? point]
    return Array.from({ length: steps - 1 }, (_, s) => {
      const t = (s + 1) / steps
      const at = (m: 'x' | 'y') => (1 - t) ** 2 * a[m] + 2 * t * (1 - t) * point[m] + t ** 2 * b[m]
      return { x: at('x'), y: at('y') }
    })
  })
}

/** A sign that is put together of others, moved and scaled. */
function composed(font: Buffer, at: number, outline: (glyph: number) => Contour[]): Contour[] {
  const parts: Contour[] = []
  let p = at + 10
  let flags: number
  do {
    flags = font.readUInt16BE(p)
    const glyph = font.readUInt16BE(p + 2)
    const isWide = (flags & 1) === 1
    const [dx, dy] = isWide
      ? [font.readInt16BE(p + 4), font.readInt16BE(p + 6)]
      : [font.readInt8(p + 4), font.readInt8(p + 5)]
    p += isWide ? 8 : 6
    const scale = (): number => {
      p += 2
      return font.readInt16BE(p - 2) / 16_384
    }
    const one = flags & 8 ? scale() : 1
    const [sx, sy] = flags & 0x40 ? [scale(), scale()] : [one, one]
    if (flags & 0x80) p += 8
    parts.push(...outline(glyph).map((c) => c.map(({ x, y }) => ({ x: x * sx + dx, y: y * sy + dy }))))
  } while (flags & 0x20)
  return parts
}
