import { syncPeersHere } from '../install.ts'
import { play, type Peer } from '../live-play.ts'
import { quantile } from '../row.ts'
import { startRedis } from './redis.ts'

/** BullMQ on a Redis that waits for the disk: a job for each ticket, its progress for each act. It has no way to do eight at once. */

type Job = {
  updateProgress(n: number): Promise<void>
  moveToCompleted(result: string, token: string, next: boolean): Promise<unknown>
}
type BullMq = {
  Queue: new (name: string, options: object) => { addBulk(jobs: object[]): Promise<unknown>; close(): Promise<void> }
  Worker: new (
    name: string,
    processor: null,
    options: object,
  ) => { getNextJob(token: string): Promise<Job | undefined>; close(force: boolean): Promise<void> }
}

/** Workload B, strict. */
export const measureBullMq: Peer = async (folder, cases, environment) => {
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const server = await startRedis(folder, environment)
  if ('missing' in server) return server
  const { Queue, Worker } = (await peers.load('bullmq')) as BullMq
  const connection = { host: '127.0.0.1', port: server.port }
  const queue = new Queue('tickets', { connection })
  const data = { text: 'x'.repeat(300) }
  await queue.addBulk(Array.from({ length: cases }, (_, i) => ({ name: 'ticket', data: { ...data, number: i } })))
  const workers = Array.from({ length: 18 }, () => new Worker('tickets', null, { connection }))
  const serving: { job: Job | undefined; acts: number }[] = workers.map(() => ({ job: undefined, acts: 0 }))
  const { rate, calls } = await play(
    {
      async call(counter) {
        serving[counter] = { job: await workers[counter]?.getNextJob(`counter-${counter}`), acts: 0 }
      },
      async act(counter) {
        const at = serving[counter]
        if (!at?.job) throw new Error('nobody is served')
        at.acts += 1
        if (at.acts === 8) await at.job.moveToCompleted('done', `counter-${counter}`, false)
        else await at.job.updateProgress(at.acts)
      },
    },
    'strict',
    cases,
  )
  for (const worker of workers) await worker.close(true)
  await queue.close()
  await server.stop()
  return { strict: rate, callP50: quantile(calls, 0.5), callP99: quantile(calls, 0.99) }
}
