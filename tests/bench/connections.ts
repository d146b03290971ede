import { once } from 'node:events'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { Hall } from '../support/hall.ts'
import { openLine, visitEvents, type HallLine } from './hall-line.ts'
import { metricsOf } from './hall-metrics.ts'
import { preparedHall, tickets } from './prepared.ts'
import { rounded, spread, timed, type Figures, type Row } from './row.ts'

/** Acts a second of all counters together, as the field measured it. */
const rate = 175
const seconds = 10
/** Seconds of the same work before anything is measured: a hall has been at work for hours. */
const warming = 8
/** Of a call and its eight acts, in three messages. */
const actsOfCase = 9

const of = (connections: number): Row => ({
  name: `sync: ${connections.toLocaleString('en')} connections`,
  goals:
    connections === 1000
      ? [
          { of: 'call p99', most: 50 },
          { of: 'CPU %', most: 25 },
          { of: 'memory MB', most: 250 },
        ]
      : [],
  measure: (folder) => measure(folder, connections),
})
export const connections: readonly Row[] = [of(18), of(200), of(1000)]

/**
 * A hall of 18 counters with 175 acts a second, and boards on all other connections, each of which watches the queue: a
 * hall has no thousand machines, but phones and boards it may have.
 */
async function measure(folder: string, count: number): Promise<Figures> {
  const cases = Math.ceil((rate * (warming + seconds)) / actsOfCase) + 40
  const hall = await preparedHall(join(folder, 'hall'), (_from, now) => tickets(cases + 300, now))
  const lines: HallLine[] = []
  for (let i = 1; i <= 18; i++) lines.push(await openLine(hall.data, `counter-${i}`))
  const boards = await openBoards(hall, count - 18)
  await work(lines, 'w', warming)
  await metricsOf(hall)
  const before = await metricsOf(hall)
  const from = performance.now()
  const calls = await work(lines, 'v', seconds)
  const lasted = (performance.now() - from) / 1000
  const after = await metricsOf(hall)
  const cpu = ((after['process_cpu_seconds_total'] ?? 0) - (before['process_cpu_seconds_total'] ?? 0)) / lasted
  for (const board of boards) board.terminate()
  for (const line of lines) line.close()
  await hall.stop()
  const { p50, p99 } = spread(calls)
  const figures: Figures = {
    connections: lines.length + boards.length,
    'call p50': p50,
    'call p99': p99,
    calls: calls.length,
  }
  figures['CPU %'] = rounded(cpu * 100)
  figures['memory MB'] = Math.round((after['process_resident_memory_bytes'] ?? 0) / 2 ** 20)
  return figures
}

async function openBoards(hall: Hall, count: number): Promise<WebSocket[]> {
  const boards: WebSocket[] = []
  for (let i = 0; i < count; i += 50) {
    const some = Array.from({ length: Math.min(50, count - i) }, () => new WebSocket(`${hall.socket}/desk`))
    await Promise.all(some.map((board) => once(board, 'open')))
    for (const board of some) board.send(JSON.stringify({ id: 1, do: 'watch', question: { of: 'board' } }))
    boards.push(...some)
  }
  return boards
}

/** The counters begin cases at the pace of the hall, each when it has ended its last one. */
async function work(lines: readonly HallLine[], visits: string, lasts: number): Promise<number[]> {
  const calls: number[] = []
  const every = (actsOfCase * 1000) / rate
  const end = performance.now() + lasts * 1000
  const under: Promise<void>[] = []
  const free = [...lines]
  for (let n = 0; performance.now() < end; n++) {
    const line = free.shift()
    if (line) under.push(serve(line, `${visits}${n}`, calls).then(() => void free.push(line)))
    await new Promise((go) => setTimeout(go, every))
  }
  await Promise.all(under)
  return calls
}

async function serve(line: HallLine, visit: string, calls: number[]): Promise<void> {
  calls.push(await timed(() => line.ask(visit)))
  const events = visitEvents(line.machine, visit, Date.now())
  for (const event of events) await line.tell([event])
}
