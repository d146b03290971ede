import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { serveDesk, type Tell } from '../domain/desk-wire.ts'
import { isPcCommand, type Desk } from '../domain/desk.ts'
import { KIOSK } from '../domain/machine/machine-sort.ts'
import { shares } from './door-limits.ts'
import type { PublicViews } from './public-views.ts'
import { requestLimit } from './request-limit.ts'
import { hearInTurn, isOpen, keepAlive, messagesOf, textFrame } from './socket.ts'
import type { Turns } from './turns.ts'

/** A page watches one or two views; nobody needs more. */
const mostWatches = 8

/** A person touches once in a while; twenty in a second are no person. */
const mostTouches = 20
/** A page asks for its views anew when its line is back, and a few times a second at most. */
const mostAsks = 50
/** The pages of a hall may share an address, a thousand boards among them. */
const limit = { ofOne: 3000, ofAll: 12_000 }
/** Watches of boards and kiosks that nobody has named, and of slips of which no ticket is known yet. */
const strangers = { ofOne: 20, ofAll: 200 }

/** Tells of each time whether it is one too many within a second. */
function limiter(most: number): (at: number) => boolean {
  let recent: number[] = []
  return (at) => {
    recent = [...recent.filter((before) => at - before < 1000), at].slice(-most - 1)
    return recent.length > most
  }
}

/** Bytes that may wait for a page. */
const mostUnread = 2 ** 20

/** Milliseconds; nobody is told that a board is gone, and there may be a thousand of them. */
const beat = 20_000

export const largestAsk = 16 * 1024

/**
 * Serves boards and kiosks: public questions, and nothing to decide but the issue of a ticket. Who asks too often is ended, since
 * a page that is only refused would wait for its view.
 */
export function publicDesks(hall: Turns, views: PublicViews) {
  const mayAsk = requestLimit(limit)
  const strange = shares(strangers)
  return (socket: WebSocket, stream: Duplex, address: string): void => {
    const isTooOften = limiter(mostAsks)
    const share = { take: () => strange.take(address), give: () => strange.give(address) }
    const desk = publicDesk(hall, views, { strange: share, end: () => socket.terminate() })
    const serving = serveDesk(desk, tellerOf(socket, stream), 'public')
    messagesOf(socket, (content) => {
      const now = Date.now()
      if (isTooOften(now) || !mayAsk(address, now)) return socket.terminate()
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
    hearInTurn(socket, stream)
    keepAlive(socket, stream, beat)
  }
}

/**
 * What a page is told goes straight onto the stream below its socket, which compresses nothing: a frame that goes to many is
 * then one buffer and one write. While a page does not read, the newest of each view waits for it and nothing older.
 */
function tellerOf(socket: WebSocket, stream: Duplex): (tell: Tell) => void {
  const late = new Map<number, Tell>()
  const send = (tell: Tell): void => {
    if (!isOpen(socket)) return
    if (stream.writableLength > mostUnread) return socket.terminate()
    if ('watch' in tell && stream.writableNeedDrain) late.set(tell.watch, tell)
    else stream.write(frameOf(tell))
  }
  stream.on('drain', () => {
    const due = [...late.values()]
    late.clear()
    for (const tell of due) send(tell)
  })
  return send
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

type Around = { strange: { take(): boolean; give(): void }; end(): void }

function publicDesk(hall: Turns, views: PublicViews, { strange, end }: Around): Desk {
  let watches = 0
  const isTooOften = limiter(mostTouches)
  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        if (isPcCommand(command)) return reject(new Error('not public'))
        if (isTooOften(Date.now())) return reject(new Error('too many commands'))
        hall.attempt(() => resolve(hall.end.submit(KIOSK, command, Date.now())))
      }),
    view: views.view,
    watch(question, listener) {
      const isStrange = views.isStrange(question)
      // A page whose watch is refused would stand still; one whose line ends comes again and asks anew.
      if (watches === mostWatches || (isStrange && !strange.take())) {
        end()
        return () => {}
      }
      const stop = views.watch(question, listener)
      watches += 1
      return () => {
        watches -= 1
        if (isStrange) strange.give()
        stop()
      }
    },
    find: async () => [],
  }
}
