import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromDebian, syncPeersHere } from '../install.ts'
import { bothWays, type Environment, type Peer } from '../live-play.ts'
import { freePort, listensAt } from './server.ts'

/** Redis, which waits for the disk at every command (`appendfsync always`): lists, with a MULTI for each act. */

type Multi = {
  lmove(from: string, to: string, a: string, b: string): Multi
  rpush(list: string, value: string): Multi
  exec(): Promise<unknown>
}
type Redis = {
  multi(): Multi
  rpush(list: string, ...values: string[]): Promise<unknown>
  ping(): Promise<unknown>
  disconnect(): void
}

const packages = [
  'redis-server',
  'redis-tools',
  'libjemalloc2',
  'liblua5.1-0',
  'liblzf1',
  'libhiredis0.14',
  'lua-cjson',
  'lua-bitop',
]

/** A server from Debian's packages, with its data in the folder and further variables; or why there is none. */
export async function startRedis(
  folder: string,
  environment: Environment = {},
): Promise<{ port: number; stop(): Promise<void> } | { missing: string }> {
  const unpacked = fromDebian(packages)
  if ('missing' in unpacked) return unpacked
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--save',
    '',
  ]
  const library = globOf(unpacked.root)
  const server = spawn(join(unpacked.root, 'usr/bin/redis-server'), [...options, '--dir', folder], {
    stdio: 'ignore',
    env: { ...process.env, ...environment, LD_LIBRARY_PATH: library },
  })
  const ended = once(server, 'exit')
  await listensAt(port)
  return {
    port,
    async stop() {
      server.kill('SIGKILL')
      await ended
    },
  }
}

const globOf = (root: string): string =>
  ['x86_64', 'aarch64'].map((arch) => join(root, `usr/lib/${arch}-linux-gnu`)).join(':')

/** Workload B with plain lists. */
export const measureRedis: Peer = async (folder, cases, environment) => {
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const server = await startRedis(folder, environment)
  if ('missing' in server) return server
  const { default: Client } = (await peers.load('ioredis')) as { default: new (port: number, host: string) => Redis }
  const clients = Array.from({ length: 18 }, () => new Client(server.port, '127.0.0.1'))
  await clients[0]?.rpush('waiting', ...Array.from({ length: cases * 2 }, (_, i) => String(i)))
  const event = JSON.stringify({ type: 'noteAdded', at: 0, text: 'x'.repeat(300) })
  const live = await bothWays(
    {
      call: async (counter) =>
        void (await clients[counter]
          ?.multi()
          .lmove('waiting', `called-${counter}`, 'LEFT', 'RIGHT')
          .rpush('log', event)
          .exec()),
      act: async (counter, acts) =>
        void (await clients[counter]?.rpush('log', ...Array.from({ length: acts }, () => event))),
    },
    cases,
  )
  for (const client of clients) client.disconnect()
  await server.stop()
  return live
}
