import { connect, type Socket } from 'node:net'
import type { PrinterSettings, PrintFault } from '../domain/queue/kiosk.ts'

/** A slip printer in the network: asks how it stands, prints, and asks again once it has printed. */

type Waits = { connect: number; status: number; print: number }
/** Milliseconds. A slip takes a second or two; a kiosk shows its number for longer than all of them. */
export const usual: Waits = { connect: 3000, status: 2000, print: 8000 }

// DLE EOT n answers at once, GS r after what came before it has been printed.
const askCover = Buffer.of(0x10, 0x04, 0x02)
const askPaper = Buffer.of(0x10, 0x04, 0x04)
const askPaperAfter = Buffer.of(0x1d, 0x72, 0x01)
const coverBit = 0x04
const paperBits = 0x60
const paperAfterBits = 0x0c

/** Prints; undefined when the printer has said that it did, else why the slip did not come out for certain. */
export async function printAt(
  printer: PrinterSettings,
  bytes: Uint8Array,
  waits: Waits = usual,
): Promise<PrintFault | undefined> {
  const line = await open(printer, waits.connect)
  if (!line) return 'unreachable'
  try {
    const cover = await line.ask(askCover, waits.status)
    if (typeof cover === 'string') return cover
    if (cover & coverBit) return 'coverOpen'
    const paper = await line.ask(askPaper, waits.status)
    if (typeof paper === 'string') return paper
    if (paper & paperBits) return 'paperOut'
    const after = await line.ask(Buffer.concat([bytes, askPaperAfter]), waits.print)
    if (typeof after === 'string') return after
    return after & paperAfterBits ? 'paperOut' : undefined
  } finally {
    line.close()
  }
}

type Line = {
  /** The next byte of the printer's answer. */
  ask(command: Uint8Array, wait: number): Promise<number | 'noAnswer' | 'brokenOff'>
  close(): void
}

async function open({ host, port }: PrinterSettings, wait: number): Promise<Line | undefined> {
  const socket = connect({ host, port })
  const isOpen = await within(
    wait,
    new Promise<boolean>((settle) => {
      socket.once('connect', () => settle(true)).once('error', () => settle(false))
    }),
  )
  if (isOpen !== true) {
    socket.destroy()
    return undefined
  }
  return lineOver(socket)
}

function lineOver(socket: Socket): Line {
  const answers: number[] = []
  let hear: (() => void) | undefined
  let isBroken = false
  socket.on('data', (bytes) => {
    answers.push(...bytes)
    hear?.()
  })
  const end = () => {
    isBroken = true
    hear?.()
  }
  socket.on('error', end).on('end', end).on('close', end)
  return {
    async ask(command, wait) {
      answers.length = 0
      socket.write(command)
      const heard = new Promise<boolean>((settle) => {
        hear = () => settle(true)
        if (isBroken) settle(true)
      })
      await within(wait, heard)
      hear = undefined
      return answers[0] ?? (isBroken ? 'brokenOff' : 'noAnswer')
    },
    close: () => socket.destroySoon(),
  }
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(() => settle(undefined), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
