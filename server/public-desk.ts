import type { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { serveDesk, type Tell } from '../domain/desk-wire.ts'
import { isPcCommand, type Desk } from '../domain/desk.ts'
import type { PublicViews } from './public-views.ts'
import { isOpen, keepAlive, messagesOf } from './socket.ts'
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

export const largestAsk = 16 * 1024

/** Serves a board or a kiosk: public questions, and nothing to decide but the issue of a ticket. */
export function servePublic(socket: WebSocket, hall: Turns, views: PublicViews): void {
  const send = (tell: Tell) => {
    if (isOpen(socket)) socket.send(textOf(tell), { binary: false })
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
  keepAlive(socket)
}

/** A view that goes to many is put into text once, and into a message once for all who watch it under the same number. */
const texts = new WeakMap<object, { view: string; messages: Map<number, Buffer> }>()

function textOf(tell: Tell): Buffer {
  if (!('watch' in tell) || typeof tell.view !== 'object' || tell.view === null)
    return Buffer.from(JSON.stringify(tell))
  const text = texts.get(tell.view) ?? { view: JSON.stringify(tell.view), messages: new Map<number, Buffer>() }
  texts.set(tell.view, text)
  const message = text.messages.get(tell.watch) ?? Buffer.from(`{"watch":${tell.watch},"view":${text.view}}`)
  text.messages.set(tell.watch, message)
  return message
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
