import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { watchdogOf } from '../../electron/watchdog.ts'
import { keepAlive } from '../../server/socket.ts'

/** Both ends of a line end it when the other is silent, and not when they were only too busy to listen. */

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())
const turn = () => new Promise((go) => setImmediate(go))

test('a PC that hears nothing for so long ends the line', async () => {
  const expire = vi.fn<() => void>()
  watchdogOf(10_000, expire).hear()
  vi.advanceTimersByTime(10_000)
  await turn()
  expect(expire).toHaveBeenCalledOnce()
})

test('a PC that was busy for so long reads first what came meanwhile, and keeps the line', async () => {
  const expire = vi.fn<() => void>()
  const watchdog = watchdogOf(10_000, expire)
  watchdog.hear()
  vi.advanceTimersByTime(10_000)
  watchdog.hear()
  await turn()
  expect(expire).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  watchdog.stop()
  await turn()
  expect(expire).not.toHaveBeenCalled()
})

/** The side of a socket that the beat needs. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  pings = 0
  ended = false
  stream = new PassThrough()
  ping = () => void (this.pings += 1)
  terminate = () => void (this.ended = true)
}
const beatOf = (socket: FakeSocket) => keepAlive(socket as unknown as WebSocket, socket.stream)

test('the hall ends a socket on which nothing comes, and keeps one of which it reads only now what came', async () => {
  const [silent, late] = [new FakeSocket(), new FakeSocket()]
  beatOf(silent)
  beatOf(late)
  vi.advanceTimersByTime(5_000)
  await turn()
  vi.advanceTimersByTime(5_000)
  late.stream.emit('data', Buffer.of(0))
  await turn()
  expect([silent.ended, late.ended, late.pings]).toEqual([true, false, 2])
  vi.advanceTimersByTime(5_000)
  late.stream.emit('data', Buffer.of(0))
  await turn()
  expect(late.ended).toBe(false)
})
