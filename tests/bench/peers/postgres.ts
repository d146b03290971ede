import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { syncPeersHere } from '../install.ts'
import { bothWays, type Environment, type Peer } from '../live-play.ts'
import { freePort } from './server.ts'

/** PostgreSQL with its defaults: it waits for the disk at every commit, and gives each ticket once by SKIP LOCKED. */

type Rows = { rows: { [column: string]: string }[] }
type Client = {
  connect(): Promise<void>
  query(sql: string, values?: unknown[]): Promise<Rows>
  end(): Promise<void>
}
type Address = { host: string; port: number; user: string; database: string }
type Postgres = { address: Address; client(): Promise<Client>; stop(): Promise<void> }

/** A server of its own in a temporary folder, with variables beside those of this process; or why there is none. */
export async function startPostgres(environment: Environment = {}): Promise<Postgres | { missing: string }> {
  const [bin] = globSync('/usr/lib/postgresql/*/bin')
  if (bin === undefined || !existsSync(join(bin, 'initdb')))
    return { missing: 'no PostgreSQL here: apt-get install postgresql' }
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const { default: pg } = (await peers.load('pg')) as { default: { Client: new (options: object) => Client } }
  const folder = mkdtempSync(join(tmpdir(), 'changgu-pg-'))
  const who = process.getuid?.() === 0 ? otherUser() : {}
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '--no-sync'], {
    ...who,
    stdio: 'ignore',
    cwd: folder,
  })
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const env = { ...process.env, ...environment }
  const server = spawn(join(bin, 'postgres'), args, { ...who, env, stdio: 'ignore', cwd: folder })
  const address = { host: '127.0.0.1', port, user: 'bench', database: 'postgres' }
  const client = async () => {
    const made = new pg.Client(address)
    await made.connect()
    return made
  }
  const running = { address, client, stop }
  async function stop(): Promise<void> {
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 100; tries++) {
    const ready = await client().catch(() => undefined)
    if (ready) {
      await ready.end()
      return running
    }
    await new Promise((go) => setTimeout(go, 100))
  }
  await stop()
  return { missing: 'PostgreSQL did not start' }
}

/** It refuses to run as root. */
function otherUser(): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const callNext = `WITH next AS (SELECT id FROM ticket WHERE state = 'waiting' ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1),
  called AS (UPDATE ticket SET state = 'called', counter = $1 FROM next WHERE ticket.id = next.id RETURNING ticket.id)
  INSERT INTO log (counter, event) SELECT $1, $2 FROM called`

/** Workload B. */
export const measurePostgres: Peer = async (_folder, cases, environment) => {
  const postgres = await startPostgres(environment)
  if ('missing' in postgres) return postgres
  const clients = await Promise.all(Array.from({ length: 18 }, () => postgres.client()))
  const [first] = clients
  await first?.query(`CREATE TABLE ticket (id serial PRIMARY KEY, state text NOT NULL, counter int);
    CREATE INDEX waiting ON ticket (id) WHERE state = 'waiting';
    CREATE TABLE log (id bigserial PRIMARY KEY, counter int NOT NULL, event jsonb NOT NULL)`)
  await first?.query("INSERT INTO ticket (state) SELECT 'waiting' FROM generate_series(1, $1::int)", [cases * 2])
  const event = JSON.stringify({ type: 'noteAdded', at: 0, text: 'x'.repeat(300) })
  const live = await bothWays(
    {
      call: async (counter) => void (await clients[counter]?.query(callNext, [counter, event])),
      act: async (counter, acts) =>
        void (await clients[counter]?.query('INSERT INTO log (counter, event) SELECT $1, jsonb_array_elements($2)', [
          counter,
          `[${Array.from({ length: acts }, () => event).join()}]`,
        ])),
    },
    cases,
  )
  for (const client of clients) await client.end()
  await postgres.stop()
  return live
}
