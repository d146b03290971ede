import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { syncedLevel, type Leveldown } from './synced-level.ts'

/** A PouchDB server over LevelDB, as it is documented: express-pouchdb. With `synced` it waits for the disk at every write. */
const [data = '', packages = '', wait] = process.argv.slice(2)
const load = createRequire(join(packages, 'none.js'))
type App = { use(path: string, handler: unknown): void; listen(port: number, host: string, ready: () => void): Server }
const express = load('express') as () => App
const PouchDB = load('pouchdb') as { defaults(options: unknown): unknown }
const serve = load('express-pouchdb') as (pouch: unknown, options: unknown) => unknown

const store = wait === 'synced' ? { db: syncedLevel(load('leveldown') as Leveldown) } : {}
const pouch = PouchDB.defaults({ prefix: `${data}/`, ...store })
const app = express()
app.use('/', serve(pouch, { inMemoryConfig: true, logPath: join(data, 'log.txt') }))
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
