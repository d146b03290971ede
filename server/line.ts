import type { WebSocket } from 'ws'
import { FromMachine } from '../sync/protocol.ts'
import type { HallEnd } from '../sync/hall-end.ts'

const beat = 5_000
/** A message is at most a full batch of entries with their notes. */
export const largestMessage = 8 * 2 ** 20

/** Binds a socket to the hall's end; what is not a message of ours ends the line with its reason. */
export function serveLine(socket: WebSocket, end: HallEnd): void {
  const seat = end.connect({
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    },
  })
  socket.on('message', (data) => {
    const message = FromMachine.safeParse(parsed(textOf(data)))
    if (message.success) seat.hear(message.data, Date.now())
    else socket.close(1008, 'not a message of the line')
  })
  socket.on('close', () => seat.leave(Date.now()))
  keepAlive(socket)
}

/** Ends a socket whose other side has fallen silent for two beats. */
export function keepAlive(socket: WebSocket): void {
  let isAlive = true
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, beat)
  socket.on('pong', () => (isAlive = true))
  socket.on('message', () => (isAlive = true))
  socket.on('close', () => clearInterval(timer))
  socket.on('error', () => socket.terminate())
}

/** A text frame comes as one buffer; anything else is no message of ours. */
export const textOf = (data: unknown): string => (Buffer.isBuffer(data) ? data.toString('utf8') : '')

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
