import { createServer, type AddressInfo, type Socket } from 'node:net'
import { decodeQR } from 'qr/decode.js'

/** A slip printer that is none: it answers as one would, and decodes what it was told to print. */

export type Mood = 'ready' | 'paperOut' | 'coverOpen' | 'hangs' | 'breaksOff' | 'slow' | 'stuck'
type PrintedSlip = { text: string; codes: string[]; cuts: number; pictures: number }

export type PrinterSink = {
  port: number
  mood: Mood
  slips: PrintedSlip[]
  close(): Promise<void>
}

/** Milliseconds that a slow printer takes for a slip. */
const slow = 700

export async function printerSink(mood: Mood = 'ready'): Promise<PrinterSink> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    let told: Buffer = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      if (sink.mood === 'hangs') return
      told = answered(Buffer.concat([told, bytes]), socket, sink)
    })
  })
  const sink: PrinterSink = {
    port: 0,
    mood,
    slips: [],
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  sink.port = (server.address() as AddressInfo).port
  return sink
}

/** Answers what is asked, and gives back what has not been printed yet. */
function answered(bytes: Buffer, socket: Socket, sink: PrinterSink): Buffer {
  if (bytes.length === 3 && bytes[0] === 0x10 && bytes[1] === 0x04) {
    const isCover = bytes[2] === 2
    const status = isCover ? (sink.mood === 'coverOpen' ? 0x16 : 0x12) : sink.mood === 'paperOut' ? 0x72 : 0x12
    socket.write(Buffer.of(status))
    return Buffer.alloc(0)
  }
  const end = bytes.indexOf(Buffer.of(0x1d, 0x72, 0x01))
  if (end < 0) return bytes
  if (sink.mood === 'stuck') return Buffer.alloc(0)
  if (sink.mood === 'breaksOff') {
    socket.destroy()
    return Buffer.alloc(0)
  }
  sink.slips.push(decoded(bytes.subarray(0, end)))
  setTimeout(() => socket.write(Buffer.of(0)), sink.mood === 'slow' ? slow : 0)
  return bytes.subarray(end + 3)
}

/** How many bytes follow each command that has parameters; those with a length of their own are read below. */
const lengths: { readonly [command: string]: number } = {
  '1b 40': 0,
  '1b 4d': 1,
  '1b 20': 1,
  '1b 32': 0,
  '1b 33': 1,
  '1b 7b': 1,
  '1b 61': 1,
  '1b 74': 1,
  '1b 52': 1,
  '1b 2d': 1,
  '1b 45': 1,
  '1b 21': 1,
  '1b 47': 1,
  '1b 64': 1,
  '1b 4a': 1,
  '1b 24': 2,
  '1b 5c': 2,
  '1b 63': 2,
  '1d 61': 1,
  '1d 21': 1,
  '1d 42': 1,
  '1d 4c': 2,
  '1d 57': 2,
  '1d 72': 1,
  '1d 50': 2,
  '1c 53': 2,
  '1c 2e': 0,
  '1c 26': 0,
  '1c 2d': 1,
  '1c 21': 1,
}

/** The text, the codes and the cuts of what a printer was told. */
export function decoded(bytes: Buffer): PrintedSlip {
  const text: number[] = []
  const slip: PrintedSlip = { text: '', codes: [], cuts: 0, pictures: 0 }
  let i = 0
  while (i < bytes.length) {
    const [one = 0, two = 0] = [bytes[i], bytes[i + 1]]
    if (one !== 0x1b && one !== 0x1c && one !== 0x1d) {
      text.push(one)
      i += 1
    } else i += command(bytes, i, [one, two], slip)
  }
  slip.text = new TextDecoder('euc-kr').decode(Uint8Array.from(text))
  return slip
}

function command(bytes: Buffer, at: number, [one, two]: [number, number], slip: PrintedSlip): number {
  const name = [one, two].map((b) => b.toString(16).padStart(2, '0')).join(' ')
  if (name === '1d 56') {
    slip.cuts += 1
    return (bytes[at + 2] ?? 0) >= 65 ? 4 : 3
  }
  // GS 8 L: a picture of so many bytes; a code, or a line that is drawn.
  if (name === '1d 38') {
    const [width, height] = [bytes.readUInt16LE(at + 13), bytes.readUInt16LE(at + 15)]
    const code = codeIn(bytes.subarray(at + 17), width, height)
    if (code === undefined) slip.pictures += 1
    else slip.codes.push(code)
    return 7 + bytes.readUInt32LE(at + 3)
  }
  // GS ( and FS ( say their length.
  if (two === 0x28) return 5 + bytes.readUInt16LE(at + 3)
  const length = lengths[name]
  if (length === undefined) throw new Error(`the printer does not know ${name}`)
  return 2 + length
}

/** What a QR code in a picture says; undefined where there is none. */
function codeIn(bits: Buffer, width: number, height: number): string | undefined {
  // A quiet zone all around, as the paper has it.
  const edge = 24
  const [w, h] = [width + 2 * edge, height + 2 * edge]
  const data = new Uint8Array(w * h * 4).fill(255)
  const row = Math.ceil(width / 8)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (((bits[y * row + (x >> 3)] ?? 0) & (128 >> (x & 7))) === 0) continue
      data.fill(0, ((y + edge) * w + x + edge) * 4, ((y + edge) * w + x + edge) * 4 + 3)
    }
  try {
    return decodeQR({ width: w, height: h, data })
  } catch {
    return undefined
  }
}
