import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import type { Entry } from '../domain/record/log.ts'
import { otherMachineCode, revokedCode } from '../sync/pairing.ts'
import { readFromMachine, type FromHall } from '../sync/protocol.ts'
import { isOpen, keepAlive, messagesOf } from './socket.ts'
import type { Turns } from './turns.ts'

/** A message is at most a full batch of entries (sync/entry-batches.ts), or one entry that is longer than that. */
export const largestMessage = 8 * 2 ** 20

/** A machine is told no more news once so many bytes wait for it, some batches of news, until no more than so many do. */
const fullAt = 2 ** 20
const drainedAt = fullAt / 4

/** Bytes that may wait for a machine beside the news, as what a restored hall tells the supervisor's PC anew. */
const mostUnread = 256 * 2 ** 20

/** A message that goes to many is written out once, and so is an entry that goes out in several messages. */
const texts = new WeakMap<FromHall, Buffer>()
const entryTexts = new WeakMap<Entry, Buffer>()

function textOf(message: FromHall): Buffer {
  const text = texts.get(message) ?? (message.say === 'news' ? newsText(message) : Buffer.from(JSON.stringify(message)))
  texts.set(message, text)
  return text
}

function newsText({ entries, ...rest }: Extract<FromHall, { say: 'news' }>): Buffer {
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"entries":[`)]
  for (const [i, entry] of entries.entries()) parts.push(i === 0 ? none : comma, entryText(entry))
  return Buffer.concat([...parts, Buffer.from(']}')])
}

const [none, comma] = [Buffer.alloc(0), Buffer.from(',')]

function entryText(entry: Entry): Buffer {
  const text = entryTexts.get(entry) ?? Buffer.from(JSON.stringify(entry))
  entryTexts.set(entry, text)
  return text
}

/** The machine that a socket may speak for, by the device that proved itself when it came. */
type PairedDevice = { machine: string; device: string }

/** Binds the sockets of machines to the hall's end; what is not a message of ours ends the line with its reason. */
export function serveLines(hall: Turns): (socket: WebSocket, from: PairedDevice, stream: Duplex) => void {
  const lines = new Map<string, WebSocket>()
  const open = new Map<WebSocket, PairedDevice>()

  /** A machine has one line; an older one that still stands would be deaf without knowing. */
  function take(machine: string, socket: WebSocket): void {
    const older = lines.get(machine)
    if (older !== socket) older?.close(1008, 'a newer line of this machine')
    lines.set(machine, socket)
  }

  // Shut out means now: a line that stands is ended when the disk has it, since a PC keeps in mind that it is shut out.
  hall.watch(() => {
    const { machines } = hall.end.record.hall
    for (const [socket, { machine, device }] of open)
      if (machines.get(machine)?.device?.device !== device)
        hall.onceSafe(() => socket.close(revokedCode, 'this device is shut out'))
  })

  return (socket, from, stream) => {
    open.set(socket, from)
    const hold = inOneWrite(stream)
    let isFull = false
    /** What was written has gone. */
    function written(): void {
      if (!isFull || socket.bufferedAmount > drainedAt) return
      isFull = false
      hall.attempt(seat.drained)
    }
    const seat = hall.end.connect({
      send(message) {
        if (socket.bufferedAmount > mostUnread) socket.terminate()
        else if (isOpen(socket)) {
          hold()
          socket.send(textOf(message), { binary: false }, written)
        }
      },
      isFull: () => (isFull ||= socket.bufferedAmount > fullAt),
    })
    let machine: string | undefined
    messagesOf(socket, (content) => {
      const message = readFromMachine(content)
      if (!message) {
        diagnostics.warn('a machine said what is no message of the line', { machine: from.machine })
        return socket.close(1008, 'not a message of the line')
      }
      if (message.say === 'hello' && message.machine !== from.machine)
        return socket.close(otherMachineCode, 'not the machine of this device')
      hall.attempt(() => seat.hear(message, Date.now()))
      if (message.say !== 'hello' || machine !== undefined) return
      machine = message.machine
      diagnostics.info('a line opened', { machine })
      take(machine, socket)
    })
    const stop = hall.onCut(() => socket.terminate())
    socket.on('close', (code) => {
      stop()
      if (machine !== undefined) diagnostics.info('a line closed', { machine, code })
      open.delete(socket)
      if (machine !== undefined && lines.get(machine) === socket) lines.delete(machine)
      seat.leave(Date.now())
    })
    keepAlive(socket, stream)
  }
}

/** Holds a stream until this moment's work is done: the news before an answer would else wake a PC that has to wait for it. */
function inOneWrite(stream: Duplex): () => void {
  let isHeld = false
  return () => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    process.nextTick(() => {
      isHeld = false
      stream.uncork()
    })
  }
}
