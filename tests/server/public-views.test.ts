import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Question } from '../../domain/desk.ts'
import type { BoardView } from '../../domain/views/view-public.ts'
import { publicViews, type PublicViews } from '../../server/public-views.ts'
import { textFrame } from '../../server/socket.ts'
import { issue, openFloor, serve, type Floor } from '../support/floor.ts'

/** What boards are told, how often, and in which order. */

let floor: Floor
let views: PublicViews
let changed: () => void
const board = { of: 'board' } as const

beforeEach(() => {
  floor = openFloor(2)
  vi.useFakeTimers({ now: floor.now })
  const watching = new Set<() => void>()
  const watch = (listener: () => void) => {
    watching.add(listener)
    return () => void watching.delete(listener)
  }
  views = publicViews({ end: { record: { hall: floor.hall } }, watch, onceSafe: (act) => act() })
  changed = () => {
    for (const listener of watching) listener()
  }
})
afterEach(() => void vi.useRealTimers())

/** What a board is shown, one picture after the other. */
function watched(): BoardView[] {
  const shown: BoardView[] = []
  views.watch(board, (view) => shown.push(view))
  return shown
}
const waitingIn = (shown: readonly BoardView[]) => shown.map((v) => v.waiting)

test('a board is told what it shows, and not that something else has happened', () => {
  const shown = watched()
  issue(floor, 'a')
  changed()
  vi.advanceTimersByTime(1000)
  expect(waitingIn(shown)).toEqual([0, 1])
  serve(floor, 'counter-1', 'v')
  changed()
  vi.advanceTimersByTime(1000)
  floor.does('counter-1', { type: 'tellLength', visit: 'v' })
  changed()
  vi.advanceTimersByTime(1000)
  expect(waitingIn(shown)).toEqual([0, 1, 0])
})

test('whoever asks within the rhythm sees the newest, and is told when that is taken back', () => {
  const first = watched()
  issue(floor, 'a')
  changed()
  issue(floor, 'b')
  changed()
  const second = watched()
  expect([waitingIn(first), waitingIn(second)]).toEqual([[0, 1], [2]])
  floor.does('supervisor', { type: 'cancelTicket', ticket: floor.last('ticketIssued').ticket, reason: 'visitorLeft' })
  changed()
  vi.advanceTimersByTime(250)
  expect([first.at(-1)?.waiting, second.at(-1)?.waiting]).toEqual([1, 1])
})

test('boards and kiosks that nobody has named, and slips without a ticket, are strange; the hall’s own are not', () => {
  issue(floor, 'a')
  const strange = (question: Question) => views.isStrange(question)
  expect(
    [{ of: 'board' } as const, { of: 'kiosk' } as const, { of: 'slip', touch: 'a' } as const].filter(strange),
  ).toEqual([])
  const others: Question[] = [
    ...[{ of: 'board', board: 'none' } as const, { of: 'kiosk', kiosk: 'none' } as const],
    { of: 'slip', touch: 'nobody’s' },
  ]
  expect(others.filter((question) => !strange(question))).toEqual([])
})

test('a board hears the first change at once and the rest in its rhythm', () => {
  const shown = watched()
  const change = (touch: string) => {
    issue(floor, touch)
    changed()
  }
  change('a')
  expect(waitingIn(shown)).toEqual([0, 1])
  change('b')
  vi.advanceTimersByTime(249)
  change('c')
  expect(waitingIn(shown)).toEqual([0, 1])
  vi.advanceTimersByTime(1)
  expect(waitingIn(shown)).toEqual([0, 1, 3])
  change('d')
  vi.advanceTimersByTime(249)
  expect(waitingIn(shown)).toEqual([0, 1, 3])
  vi.advanceTimersByTime(1)
  expect(waitingIn(shown)).toEqual([0, 1, 3, 4])
  vi.advanceTimersByTime(1000)
  change('e')
  expect(waitingIn(shown)).toEqual([0, 1, 3, 4, 5])
})

test('a thousand boards that come at once are shown one picture, made once', () => {
  const all = Array.from({ length: 1000 }, watched)
  expect(new Set(all.map((shown) => shown[0])).size).toBe(1)
  vi.advanceTimersByTime(300)
  expect(watched()[0]?.updatedAt).toBe(floor.now + 300)
})

test('many boards are told some at a time; each hears the newest, and never an older picture after it', () => {
  const all = Array.from({ length: 450 }, watched)
  issue(floor, 'a')
  changed()
  expect(all.filter((shown) => shown.length === 2)).toHaveLength(100)
  vi.advanceTimersToNextTimer()
  issue(floor, 'b')
  changed()
  vi.advanceTimersByTime(1000)
  for (const shown of all) {
    expect(shown.at(-1)?.waiting).toBe(2)
    expect(waitingIn(shown)).toEqual(waitingIn(shown).toSorted((a, b) => a - b))
  }
})

test('the more boards there are, the less often what they show changes; the first change shows at once', () => {
  const all = Array.from({ length: 1000 }, watched)
  const told = () => all.filter((shown) => shown.at(-1)?.waiting === floor.hall.tickets.size).length
  issue(floor, 'a')
  changed()
  vi.advanceTimersByTime(300)
  expect(told()).toBe(1000)
  issue(floor, 'b')
  changed()
  vi.advanceTimersByTime(150)
  expect(told()).toBe(0)
  vi.advanceTimersByTime(100)
  expect(told()).toBe(1000)
})

test('a board that is switched off while many are told hears nothing more', () => {
  const shown: BoardView[] = []
  for (let i = 0; i < 150; i++) watched()
  const stop = views.watch(board, (view) => shown.push(view))
  issue(floor, 'a')
  changed()
  stop()
  vi.advanceTimersByTime(1000)
  expect(waitingIn(shown)).toEqual([0])
})

test('a text of any length arrives as it was framed', async () => {
  vi.useRealTimers()
  const texts = ['', '대기 3명', ...[125, 126, 65_535, 65_536, 70_001].map((n) => 'x'.repeat(n))]
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  new WebSocketServer({ server }).on('connection', (_socket, { socket: stream }) => {
    for (const text of texts) stream.write(textFrame(text))
  })
  const address = server.address()
  const client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  const heard: string[] = []
  client.on('message', (data: Buffer) => heard.push(data.toString('utf8')))
  await expect.poll(() => heard).toEqual(texts)
  client.terminate()
  server.close()
})
