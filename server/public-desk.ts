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
    if (isOpen(socket)) socket.send(textOf(tell))
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

/** A view that goes to many is put into text once. */
const texts = new WeakMap<object, string>()

function textOf(tell: Tell): string {
  if (!('watch' in tell) || typeof tell.view !== 'object' || tell.view === null) return JSON.stringify(tell)
  const text = texts.get(tell.view) ?? JSON.stringify(tell.view)
  texts.set(tell.view, text)
  return `{"watch":${tell.watch},"view":${text}}`
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
