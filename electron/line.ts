import { WebSocket } from 'ws'
import type { CounterEnd } from '../sync/counter-end.ts'
import { FromHall } from '../sync/protocol.ts'

const firstWait = 250
const longestWait = 4_000
/** The hall pings every five seconds; two that do not come mean that the line is dead. */
const silence = 10_000

/** Keeps a line to the hall, and tries again for as long as there is none. */
export function keepLine(address: string, end: CounterEnd): { close(): void } {
  let socket: WebSocket | undefined
  let timer: NodeJS.Timeout | undefined
  let wait = firstWait
  let isClosed = false

  function open(): void {
    const mine = new WebSocket(`${address}/line`, { perMessageDeflate: false, handshakeTimeout: silence })
    socket = mine
    let line: ReturnType<CounterEnd['online']> | undefined
    const watchdog = deadline(() => mine.terminate())
    mine.on('open', () => {
      wait = firstWait
      watchdog.hear()
      line = end.online({ send: (message) => mine.send(JSON.stringify(message)) }, Date.now())
    })
    mine.on('ping', () => watchdog.hear())
    mine.on('message', (data) => {
      watchdog.hear()
      const message = FromHall.safeParse(parsed(textOf(data)))
      if (!message.success || !line) return mine.terminate()
      line.hear(message.data, Date.now())
      if (!line.isCurrent()) mine.terminate()
    })
    mine.on('error', () => mine.terminate())
    mine.on('close', () => {
      watchdog.stop()
      line?.lost(Date.now())
      if (isClosed) return
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
      wait = Math.min(wait * 2, longestWait)
    })
  }
  open()
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
      socket?.terminate()
    },
  }
}

function deadline(expire: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    hear() {
      clearTimeout(timer)
      timer = setTimeout(expire, silence)
    },
    stop: () => clearTimeout(timer),
  }
}

/** A text frame comes as one buffer; anything else is no message of ours. */
const textOf = (data: unknown): string => (Buffer.isBuffer(data) ? data.toString('utf8') : '')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
