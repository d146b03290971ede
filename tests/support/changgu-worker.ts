import { format } from 'node:util'
import { workerData, type MessagePort } from 'node:worker_threads'
import { runCommandLine } from '../../server/command-line.ts'

/** Runs the command line for `changgu.ts`, one run after the other, and gives back what it printed. */

const { port, done } = workerData as { port: MessagePort; done: Int32Array }
let said = { stdout: '', stderr: '' }
console.log = (...words: unknown[]) => void (said.stdout += `${format(...words)}\n`)
console.error = (...words: unknown[]) => void (said.stderr += `${format(...words)}\n`)

port.on('message', (args: string[]) => void run(args))

async function run(args: string[]): Promise<void> {
  said = { stdout: '', stderr: '' }
  const status = await runCommandLine(args).catch((error: unknown) => {
    console.error(error)
    return 70
  })
  port.postMessage({ status, stdout: said.stdout.trim(), stderr: said.stderr.trim() })
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
}
