import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { jsonIn } from '../domain/json-in.ts'

/** How often the other side is asked whether it is there, in milliseconds. */
const usualBeat = 5_000

export const isOpen = (socket: WebSocket): boolean => socket.readyState === socket.OPEN

/** Hears what a socket says, as the content of its text messages; undefined for whatever is no JSON. */
export function messagesOf(socket: WebSocket, hear: (content: unknown) => void): void {
  socket.on('message', (data) => {
    // A socket that is being closed may still bring what was on its way.
    if (isOpen(socket)) hear(parsed(data))
  })
}

/**
 * Ends a socket whose other side has fallen silent for two beats: of a long message on a slow line every byte is a sign of
 * life. What has come while this process was busy itself is read before the other side counts as silent.
 */
export function keepAlive(socket: WebSocket, stream: Duplex, beat = usualBeat): void {
  let isAlive = true
  const look = (): void => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    if (isOpen(socket)) socket.ping()
  }
  const timer = setInterval(() => setImmediate(look), beat)
  stream.on('data', () => (isAlive = true))
  socket.on('close', () => clearInterval(timer))
  // A frame that is too large or malformed: the library closes the socket with the reason, a dead peer is ended by the beat.
  socket.on('error', () => {})
}

/** Hears nothing more of a socket while what it was told waits to be read: who does not read asks for no more, and is silent. */
export function hearInTurn(socket: WebSocket, stream: Duplex): void {
  stream.on('data', () => {
    if (!stream.writableNeedDrain || socket.isPaused) return
    socket.pause()
    stream.once('drain', () => socket.resume())
  })
}

const lengthInHead = 125
const lengthInTwoBytes = 2 ** 16

/** A whole text message as a server puts it onto the stream: final, in one piece and unmasked (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const size = length <= lengthInHead ? 2 : length < lengthInTwoBytes ? 4 : 10
  const frame = Buffer.allocUnsafe(size + length)
  frame[0] = 0x81
  frame[1] = size === 2 ? length : size === 4 ? 126 : 127
  if (size === 4) frame.writeUInt16BE(length, 2)
  if (size === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, size)
  return frame
}

const parsed = (data: unknown): unknown => (Buffer.isBuffer(data) ? jsonIn(data.toString('utf8')) : undefined)
