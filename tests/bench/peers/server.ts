import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Environment } from '../live-play.ts'

/** Words of its command line after its data folder and the packages, and variables beside those of this process. */
type Further = { words?: readonly string[]; environment?: Environment | undefined }

/** A server of a peer in a process of its own, started by its file beside this one; it sends its port when it is ready. */
export async function startPeerServer(
  file: string,
  data: string,
  packages: string,
  { words = [], environment = {} }: Further = {},
): Promise<{ port: number; stop(): Promise<void> }> {
  mkdirSync(data, { recursive: true })
  const env = { ...process.env, ...environment }
  const child: ChildProcess = fork(join(import.meta.dirname, file), [data, packages, ...words], {
    cwd: data,
    stdio: 'ignore',
    env,
  })
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

/** A port of this machine at which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

/** Waits until somebody listens at a port of this machine; throws after ten seconds. */
export async function listensAt(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await new Promise((go) => setTimeout(go, 100))
  }
  throw new Error(`nobody listens at ${port}`)
}
