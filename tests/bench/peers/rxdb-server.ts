import { createRequire } from 'node:module'
import { join } from 'node:path'
import { openInMemory, type Rxdb, type Storages } from './rxdb-collection.ts'
import { freePort, listensAt } from './server.ts'

/** RxDB's own websocket server over a collection in memory. */
const [, packages = ''] = process.argv.slice(2)
const load = createRequire(join(packages, 'none.js'))
const replication = load('rxdb/plugins/replication-websocket') as { startWebsocketServer(options: object): unknown }
const port = await freePort()
const rxdb = load('rxdb') as Rxdb
const { database } = await openInMemory(rxdb, load('rxdb/plugins/storage-memory') as Storages, 'hall')
replication.startWebsocketServer({ database, port, host: '127.0.0.1', maxPayload: 2 ** 28 })
await listensAt(port)
process.send?.(port)
process.on('disconnect', () => process.exit())
