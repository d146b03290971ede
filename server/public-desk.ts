import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { serveDesk, type Tell } from '../domain/desk-wire.ts'
import { isPcCommand, type Desk } from '../domain/desk.ts'
import type { PublicViews } from './public-views.ts'
import { isOpen, keepAlive, messagesOf, textFrame } from './socket.ts'
import type { Turns } from './turns.ts'

/** A page watches one or two views; nobody needs more. */
const mostWatches = 20

/** A person touches once in a while; twenty in a second are no person. */
const mostInASecond = 20

function limiter(): (at: number) => boolean {
  let recent: number[] = []
  return (at) => {
    recent = [...recent.filter((before) => at - before < 1000), at].slice(-mostInASecond - 1)
    return recent.length > mostInASecond
  }
}

/** Milliseconds; nobody is told that a board is gone, and there may be a thousand of them. */
const beat = 20_000

export const largestAsk = 16 * 1024

/**
 * Serves a board or a kiosk: public questions, and nothing to decide but the issue of a ticket. What it is told goes straight
 * onto the stream below its socket, which compresses nothing: a frame that goes to many is then one buffer and one write.
 */
export function servePublic(socket: WebSocket, stream: Duplex, hall: Turns, views: PublicViews): void {
  const send = (tell: Tell) => {
    if (isOpen(socket)) stream.write(frameOf(tell))
  }
  const serving = serveDesk(publicDesk(hall, views), send, 'public')
  messagesOf(socket, (content) => {
    try {
      serving.hear(content)
    } catch (error) {
      diagnostics.error('a public desk failed', error)
      socket.close(1011, 'failed')
    }
  })
  const stop = hall.onCut(() => socket.terminate())
  socket.on('close', () => {
    stop()
    serving.close()
  })
  keepAlive(socket, stream, beat)
}

/** A view that goes to many is put into text once, and into a frame once for all who watch it under the same number. */
const texts = new WeakMap<object, { view: string; frames: Map<number, Buffer> }>()

function frameOf(tell: Tell): Buffer {
  if (!('watch' in tell) || typeof tell.view !== 'object' || tell.view === null) return textFrame(JSON.stringify(tell))
  const text = texts.get(tell.view) ?? { view: JSON.stringify(tell.view), frames: new Map<number, Buffer>() }
  texts.set(tell.view, text)
  const frame = text.frames.get(tell.watch) ?? textFrame(`{"watch":${tell.watch},"view":${text.view}}`)
  text.frames.set(tell.watch, frame)
  return frame
}

function publicDesk(hall: Turns, views: PublicViews): Desk {
  let watches = 0
  const isTooOften = limiter()
  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        if (isPcCommand(command)) return reject(new Error('not public'))
        if (isTooOften(Date.now())) return reject(new Error('too many commands'))
        hall.attempt(() => resolve(hall.end.submit('kiosk', command, Date.now())))
      }),
    view: async (question) => views.view(question),
    watch(question, listener) {
      if (watches === mostWatches) throw new Error('too many watches')
      const stop = views.watch(question, listener)
      watches += 1
      return () => {
        watches -= 1
        stop()
      }
    },
    find: async () => [],
  }
}
