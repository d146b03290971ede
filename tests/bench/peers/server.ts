import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A server of a peer in a process of its own, started by its file beside this one; it sends its port when it is ready. */
export async function startPeerServer(
  file: string,
  data: string,
  packages: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  mkdirSync(data, { recursive: true })
  const child: ChildProcess = fork(join(import.meta.dirname, file), [data, packages], { cwd: data, stdio: 'ignore' })
  const [port] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it was ready`)
    }),
  ])) as [number]
  return {
    port,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
