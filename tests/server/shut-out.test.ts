import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import type { WebSocket } from 'ws'
import { HALL } from '../../domain/actor.ts'
import type { OpenHall } from '../../server/hall.ts'
import { serveLines } from '../../server/line.ts'
import { revokedCode } from '../../sync/pairing.ts'
import { hallWithSlowDisk, issue } from '../support/slow-hall.ts'

const turn = () => new Promise(setImmediate)

/** Pairs a device with a machine, which shuts a former one out; what the answer is so far. */
function pair({ end }: OpenHall, device: string): () => unknown {
  let answer: unknown = 'none yet'
  const paired = { machine: 'counter-1', device, key: 'k', fingerprint: 'f'.repeat(64), name: 'PC', invite: device }
  void end.submit(HALL, { type: 'pairMachine', ...paired }, Date.now()).then((o) => (answer = o))
  return () => answer
}

/** The line of a device, and the codes with which the hall has ended it. */
function lineOf(hall: OpenHall, device: string): Set<number> {
  const ended = new Set<number>()
  const socket = Object.assign(new EventEmitter(), { close: (code: number) => void ended.add(code) })
  serveLines(hall)(socket as unknown as WebSocket, { machine: 'counter-1', device }, new PassThrough())
  onTestFinished(() => void socket.emit('close', 1000))
  return ended
}

test('[T5] a line that stands is ended once the hall’s disk has it that its device is shut out, and not before', async () => {
  const { hall, slow, landed } = hallWithSlowDisk()
  await expect.poll(pair(hall, 'former')).toBe('done')
  const ended = lineOf(hall, 'former')
  slow()
  issue(hall, 't1')
  await turn()
  const answer = pair(hall, 'new')
  // The turn before is passed on, and the hall knows already what the next one brings.
  await landed()
  await turn()
  expect([[...ended], answer()]).toEqual([[], 'none yet'])
  await landed()
  await turn()
  expect([[...ended], answer()]).toEqual([[revokedCode], 'done'])
})
