import type { WebSocket } from 'ws'
import { answer, type Seat } from '../domain/answer.ts'
import { makeCalendar } from '../domain/calendar.ts'
import { serveDesk } from '../domain/desk-wire.ts'
import type { Desk } from '../domain/desk.ts'
import type { OpenHall } from './hall.ts'
import { keepAlive, parsed, textOf } from './line.ts'

/** How often a board may change; the first change shows at once. */
const rhythm = 250
const largestAsk = 16 * 1024

/** Serves a board or a kiosk: public questions, and nothing to decide but the issue of a ticket. */
export function servePublic(socket: WebSocket, hall: OpenHall): void {
  const send = (tell: unknown) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(tell))
  }
  const serving = serveDesk(publicDesk(hall), send, 'public')
  socket.on('message', (data) => {
    const text = textOf(data)
    if (text.length > largestAsk) socket.close(1009, 'too long')
    else serving.hear(parsed(text))
  })
  socket.on('close', serving.close)
  keepAlive(socket)
}

function publicDesk(hall: OpenHall): Desk {
  return {
    submit: (command) => hall.end.submit('kiosk', command, Date.now()),
    view: async (question) => answer(question, seatOf(hall)),
    watch(question, listener) {
      const tell = () => listener(answer(question, seatOf(hall)))
      tell()
      return hall.watch(inRhythm(tell))
    },
    find: async () => [],
  }
}

/** Calls at once, then at most once in each rhythm, the last change included. */
function inRhythm(tell: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const rest = () => {
    timer = undefined
    if (!isDue) return
    isDue = false
    ring()
  }
  const ring = () => {
    if (timer) isDue = true
    else {
      tell()
      timer = setTimeout(rest, rhythm)
    }
  }
  return ring
}

const noCalendar = makeCalendar({
  ...{ holidays: [], hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } },
})

/** The hall server's own seat: public questions need neither cases nor deadlines. */
const seatOf = (hall: OpenHall): Seat => ({
  ...{ hall: hall.end.record.hall, privates: new Map(), machine: 'hall', at: Date.now() },
  ...{ line: { state: 'online', lastNewsAt: Date.now(), unsent: 0 }, presence: [], calendar: noCalendar },
  ...{ kindOf: () => undefined, unsent: [] },
})
