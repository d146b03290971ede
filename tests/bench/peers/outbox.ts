import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bareDatabase } from '../limits.ts'
import { startPostgres } from './postgres.ts'

/** An outbox in SQLite that is sent to PostgreSQL in batches, and fetched from there into another SQLite; both wait for the disk. */

const batch = 1000

type Outbox = {
  /** Fills an outbox; what is given back sends it and fetches it. */
  exchange(round: number, count: number, bytes: number): () => Promise<void>
  /** Puts rows on the server; what is given back fetches them into a new file. */
  fetching(round: number, count: number, bytes: number): Promise<() => Promise<void>>
  stop(): Promise<void>
}

export async function outboxToPostgres(folder: string): Promise<Outbox | { missing: string }> {
  const postgres = await startPostgres()
  if ('missing' in postgres) return postgres
  mkdirSync(folder, { recursive: true })
  const client = await postgres.client()
  await client.query(
    'CREATE TABLE log (id bigserial PRIMARY KEY, round int NOT NULL, event text NOT NULL); CREATE INDEX of ON log (round, id)',
  )

  const eventsOf = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, i) => JSON.stringify({ case: `case-${i % 150}`, text: 'x'.repeat(bytes) }))

  async function send(round: number, events: readonly string[]): Promise<void> {
    for (let i = 0; i < events.length; i += batch)
      await client.query('INSERT INTO log (round, event) SELECT $1, unnest($2::text[])', [
        round,
        events.slice(i, i + batch),
      ])
  }

  async function fetched(round: number, count: number): Promise<void> {
    const to = bareDatabase(join(folder, `to-${round}.db`))
    const { rows } = await client.query('SELECT event FROM log WHERE round = $1 ORDER BY id', [round])
    if (rows.length !== count) throw new Error('PostgreSQL did not bring all')
    const insert = to.prepare('INSERT INTO log (event) VALUES (?)')
    const state = to.prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body')
    const states = new Map<string, string>()
    to.transaction(() => {
      for (const { event = '' } of rows) {
        insert.run(event)
        states.set((JSON.parse(event) as { case: string }).case, event)
      }
      for (const [id, body] of states) state.run(id, body)
    }).immediate()
    to.close()
  }

  return {
    exchange(round, count, bytes) {
      const from = bareDatabase(join(folder, `from-${round}.db`))
      const insert = from.prepare('INSERT INTO log (event) VALUES (?)')
      from.transaction(() => eventsOf(count, bytes).forEach((event) => insert.run(event)))()
      return async () => {
        const waiting = from.prepare<[], string>('SELECT event FROM log ORDER BY seq').pluck().all()
        await send(round, waiting)
        from.exec('DELETE FROM log')
        await fetched(round, count)
        from.close()
      }
    },
    async fetching(round, count, bytes) {
      await send(round, eventsOf(count, bytes))
      return () => fetched(round, count)
    },
    async stop() {
      await client.end()
      await postgres.stop()
    },
  }
}
