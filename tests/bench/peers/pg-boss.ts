import { syncPeersHere } from '../install.ts'
import { bothWays, type Peer } from '../live-play.ts'
import { startPostgres } from './postgres.ts'

/** pg-boss on PostgreSQL with its defaults: a job for each ticket, fetched and completed, and a job of a second queue for each act between. */

type Boss = {
  start(): Promise<unknown>
  stop(options: object): Promise<unknown>
  on(event: 'error', hear: () => void): void
  createQueue(name: string): Promise<unknown>
  insert(jobs: readonly object[]): Promise<unknown>
  send(name: string, data: object): Promise<unknown>
  fetch(name: string): Promise<readonly { id: string }[]>
  complete(name: string, id: string): Promise<unknown>
}

/** Workload B. */
export const measurePgBoss: Peer = async (_folder, cases, environment) => {
  const postgres = await startPostgres(environment)
  if ('missing' in postgres) return postgres
  const peers = syncPeersHere()
  if ('missing' in peers) return peers
  const { default: PgBoss } = (await peers.load('pg-boss')) as { default: new (options: object) => Boss }
  // What it does beside the jobs, once in minutes, is no part of a hall.
  const boss = new PgBoss({ ...postgres.address, max: 18, supervise: false, schedule: false })
  // A server that ends may break what is at rest.
  boss.on('error', () => {})
  await boss.start()
  for (const queue of ['tickets', 'log']) await boss.createQueue(queue)
  const data = { type: 'noteAdded', at: 0, text: 'x'.repeat(300) }
  await boss.insert(Array.from({ length: cases * 2 }, (_, number) => ({ name: 'tickets', data: { ...data, number } })))
  const serving: { id: string; acts: number }[] = []
  const live = await bothWays(
    {
      async call(counter) {
        const [job] = await boss.fetch('tickets')
        if (!job) throw new Error('pg-boss has no ticket')
        serving[counter] = { id: job.id, acts: 0 }
      },
      async act(counter, acts) {
        const at = serving[counter]
        if (!at) throw new Error('nobody is served')
        at.acts += acts
        if (acts > 1) await boss.insert(Array.from({ length: acts - 1 }, () => ({ name: 'log', data })))
        else if (at.acts < 8) await boss.send('log', data)
        if (at.acts === 8) await boss.complete('tickets', at.id)
      },
    },
    cases,
  )
  await boss.stop({ graceful: false })
  await postgres.stop()
  return live
}
