import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fromDebian, syncPeersHere } from '../install.ts'
import { bothWays, counters, type Peer } from '../live-play.ts'
import { freePort, listensAt } from './server.ts'

/**
 * NATS JetStream as Debian packages it, which answers before the disk has what it was told: a stream of tickets from which
 * each is taken once, and a stream of acts.
 */

type Message = { ackAck(): Promise<boolean> }
type Consumer = { next(options: { expires: number }): Promise<Message | null> }
type Stream = { publish(subject: string, text: Uint8Array): Promise<unknown> }
type JetStream = Stream & { consumers: { get(stream: string, name: string): Promise<Consumer> } }
type Manager = {
  streams: { add(stream: object): Promise<unknown> }
  consumers: { add(stream: string, consumer: object): Promise<unknown> }
}
type Connection = { jetstream(): JetStream; jetstreamManager(): Promise<Manager>; close(): Promise<void> }
type Nats = { connect(options: object): Promise<Connection> }

/** Workload B. */
export const measureNats: Peer = async (folder, cases) => {
  const peers = syncPeersHere()
  if ('missing' in peers) return peers
  const server = await startNats(folder)
  if ('missing' in server) return server
  const { connect } = (await peers.load('nats')) as Nats
  const options = { servers: `127.0.0.1:${server.port}` }
  const connections = await Promise.all(Array.from({ length: counters }, () => connect(options)))
  const [first] = connections
  const manager = await first?.jetstreamManager()
  const stream = { storage: 'file', num_replicas: 1 }
  await manager?.streams.add({ ...stream, name: 'tickets', subjects: ['tickets'], retention: 'workqueue' })
  await manager?.streams.add({ ...stream, name: 'log', subjects: ['log'] })
  await manager?.consumers.add('tickets', { durable_name: 'counters', ack_policy: 'explicit' })
  const event = new TextEncoder().encode(JSON.stringify({ type: 'noteAdded', at: 0, text: 'x'.repeat(300) }))
  const streams = connections.map((connection) => connection.jetstream())
  for (let i = 0; i < cases * 2; i += counters) await Promise.all(streams.map((one) => one.publish('tickets', event)))
  const consumers = await Promise.all(streams.map((one) => one.consumers.get('tickets', 'counters')))
  const serving: { ticket: Message; acts: number }[] = []
  const live = await bothWays(
    {
      async call(counter) {
        const ticket = await consumers[counter]?.next({ expires: 10_000 })
        if (!ticket) throw new Error('NATS has no ticket')
        serving[counter] = { ticket, acts: 0 }
      },
      async act(counter, acts) {
        const at = serving[counter]
        if (!at) throw new Error('nobody is served')
        at.acts += acts
        const told = at.acts === 8 ? acts - 1 : acts
        const mine = streams[counter]
        if (mine) await Promise.all(Array.from({ length: told }, () => mine.publish('log', event)))
        if (at.acts === 8) await at.ticket.ackAck()
      },
    },
    cases,
  )
  for (const connection of connections) await connection.close()
  await server.stop()
  return live
}

/** A server from Debian's package, with its data in the folder; or why there is none. */
async function startNats(folder: string): Promise<{ port: number; stop(): Promise<void> } | { missing: string }> {
  const unpacked = fromDebian(['nats-server'])
  if ('missing' in unpacked) return unpacked
  const port = await freePort()
  const options = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', join(folder, 'data')]
  const server = spawn(join(unpacked.root, 'usr/sbin/nats-server'), options, { stdio: 'ignore' })
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
