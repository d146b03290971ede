import type { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { answer, type Seat } from '../domain/answer.ts'
import { noArchive } from '../domain/archive.ts'
import { calendarOf } from '../domain/hall-calendar.ts'
import { serveDesk } from '../domain/desk-wire.ts'
import { isPcCommand, type Desk } from '../domain/desk.ts'
import { isOpen, keepAlive, messagesOf } from './socket.ts'
import type { Turns } from './turns.ts'

/** How often a board may change; the first change shows at once. */
const rhythm = 250
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
export function servePublic(socket: WebSocket, hall: Turns): void {
  const send = (tell: unknown) => {
    if (isOpen(socket)) socket.send(JSON.stringify(tell))
  }
  const serving = serveDesk(publicDesk(hall), send, 'public')
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

function publicDesk(hall: Turns): Desk {
  let watches = 0
  const isTooOften = limiter()
  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        if (isPcCommand(command)) return reject(new Error('not public'))
        if (isTooOften(Date.now())) return reject(new Error('too many commands'))
        hall.attempt(() => resolve(hall.end.submit('kiosk', command, Date.now())))
      }),
    view: async (question) => answer(question, seatOf(hall)),
    watch(question, listener) {
      if (watches === mostWatches) throw new Error('too many watches')
      const ringing = inRhythm(() => listener(answer(question, seatOf(hall))))
      ringing.ring()
      const stop = hall.watch(ringing.ring)
      watches += 1
      return () => {
        watches -= 1
        stop()
        ringing.stop()
      }
    },
    find: async () => [],
  }
}

/** Calls at once, then at most once in each rhythm, the last change included. */
function inRhythm(tell: () => void) {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const rest = () => {
    timer = undefined
    if (isDue) ring()
  }
  const ring = () => {
    isDue = timer !== undefined
    if (isDue) return
    timer = setTimeout(rest, rhythm)
    tell()
  }
  return { ring, stop: () => clearTimeout(timer) }
}

/** The hall server's own seat: public questions need neither cases nor deadlines. */
const seatOf = (hall: Turns): Seat => ({
  ...{ hall: hall.end.record.hall, privates: new Map(), machine: 'hall', at: Date.now() },
  ...{ line: { state: 'online', lastNewsAt: Date.now(), unsent: 0 }, presence: [] },
  ...{ calendar: calendarOf(hall.end.record.hall), kindOf: () => undefined, unsent: [] },
  archive: noArchive,
})
