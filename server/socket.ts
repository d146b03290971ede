import type { WebSocket } from 'ws'

const beat = 5_000

export const isOpen = (socket: WebSocket): boolean => socket.readyState === socket.OPEN

/** Hears what a socket says, as the content of its text messages; undefined for whatever is no JSON. */
export function messagesOf(socket: WebSocket, hear: (content: unknown) => void): void {
  socket.on('message', (data) => {
    // A socket that is being closed may still bring what was on its way.
    if (isOpen(socket)) hear(parsed(data))
  })
}

/**
 * Ends a socket whose other side has fallen silent for two beats. What has come while this process was busy itself is read
 * before the other side counts as silent.
 */
export function keepAlive(socket: WebSocket): void {
  let isAlive = true
  const look = (): void => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    if (isOpen(socket)) socket.ping()
  }
  const timer = setInterval(() => setImmediate(look), beat)
  socket.on('pong', () => (isAlive = true))
  socket.on('message', () => (isAlive = true))
  socket.on('close', () => clearInterval(timer))
  // A frame that is too large or malformed: the library closes the socket with the reason, a dead peer is ended by the beat.
  socket.on('error', () => {})
}

function parsed(data: unknown): unknown {
  try {
    return Buffer.isBuffer(data) ? JSON.parse(data.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}
