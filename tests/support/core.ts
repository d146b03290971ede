import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { WebSocket } from 'ws'
import { deskOver } from '../../domain/desk-wire.ts'
import type { Desk, Question, ViewOf } from '../../domain/desk.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { hallAt } from './hall.ts'
import { invitation } from './paired.ts'
import { enter } from './people.ts'
import { testKey } from './record.ts'

type OnEnd = (clean: () => unknown) => void

/** A PC without its window: the real core in this process, on a real line. */
export type TestPc = { desk: Desk; core: Core; folder: string; cut(): void; mend(hall: string): void; close(): void }

/** A new folder that goes when the test is over; `onEnd` is vitest's onTestFinished. */
export function newFolder(onEnd: OnEnd, name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `changgu-${name}-`))
  onEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a PC, pairs it by an invitation unless it is, puts it on the line, and waits until it has heard the hall. */
export async function startPc(onEnd: OnEnd, hall: string, machine: string, given?: string): Promise<TestPc> {
  const folder = given ?? newFolder(onEnd, machine)
  const core = openCore({ machine, dataFolder: folder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  const { link } = core
  if (!link.isPaired()) await link.pairBy(await invitation(hallAt(hall).data, machine))
  link.open()
  let isClosed = false
  const pc: TestPc = {
    desk: core.desk,
    core,
    folder,
    cut: () => link.close(),
    mend(to) {
      link.moveTo(hallAt(to).line)
      link.open()
    },
    close() {
      if (isClosed) return
      isClosed = true
      core.close()
    },
  }
  onEnd(() => pc.close())
  await until(pc.desk, { of: 'setup' }, (v) => v.ready && v.line.state === 'online')
  return pc
}

/** A PC that has the manual, where a clerk is signed in. */
export async function startCounter(onEnd: OnEnd, hall: string, number: number, given?: string): Promise<TestPc> {
  const pc = await startPc(onEnd, hall, `counter-${number}`, given)
  await enter(pc.desk, `clerk-${number}`)
  await until(pc.desk, { of: 'counter' }, (v) => v.line.unsent === 0)
  await until(pc.desk, { of: 'contents' }, (v) => v.length > 0)
  return pc
}

/** Waits until a view is as it is wished, and gives it. */
export async function until<Q extends Question>(desk: Desk, question: Q, isSo: (view: ViewOf<Q>) => boolean) {
  const { promise, resolve: found } = Promise.withResolvers<ViewOf<Q>>()
  const stop = desk.watch(question, (view) => {
    if (isSo(view)) found(view)
  })
  const view = await promise
  stop()
  return view
}

/** The desk of a kiosk or a board, over a socket as in the browser. */
export async function openKiosk(onEnd: OnEnd, hall: string): Promise<{ desk: Desk; socket: WebSocket }> {
  const socket = new WebSocket(`${hall}/desk`)
  const side = deskOver((ask) => socket.send(JSON.stringify(ask)))
  socket.on('message', (data) => side.hear(JSON.parse((data as Buffer).toString('utf8'))))
  socket.on('close', side.lost)
  await once(socket, 'open')
  onEnd(() => socket.terminate())
  return { desk: side.desk, socket }
}

/** Runs the hall server until it ends by itself, with what it said. */
export async function runHall(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const server = spawn(process.execPath, [resolve(import.meta.dirname, '../../server/main.ts'), ...args])
  let [out, err] = ['', '']
  server.stdout.on('data', (text) => (out += String(text)))
  server.stderr.on('data', (text) => (err += String(text)))
  const [code] = (await once(server, 'close')) as [number]
  return { code, out, err }
}

/** The closing of a socket: its code and reason. */
export async function closing(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer]
  return { code, reason: reason.toString('utf8') }
}
