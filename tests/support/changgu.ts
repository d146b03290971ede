import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** What a run of the command line printed, and the code with which it ended. */
export type Ran = { status: number; stdout: string; stderr: string }

const longest = 60_000
const { port1: port, port2: theirs } = new MessageChannel()
const done = new Int32Array(new SharedArrayBuffer(4))
const worker = new Worker(new URL('changgu-worker.ts', import.meta.url), {
  workerData: { port: theirs, done },
  transferList: [theirs],
  execArgv: [],
})
worker.unref()

/**
 * Runs the command line as an administrator does, but in a thread that stays: a process of its own for each of some
 * hundred runs would take most of the time of their tests. An error of the program itself ends with 70.
 */
export function changgu(...args: string[]): Ran {
  Atomics.store(done, 0, 0)
  port.postMessage(args)
  if (Atomics.wait(done, 0, 0, longest) === 'timed-out') throw new Error(`changgu ${args.join(' ')} did not end`)
  return receiveMessageOnPort(port)?.message as Ran
}
