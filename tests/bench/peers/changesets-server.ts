import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocketServer } from 'ws'
import { rowTables } from './changesets-table.ts'

/** Takes changesets on a socket, applies each durably, acknowledges it, and passes it on to all others who are on the line. */
const [data = ''] = process.argv.slice(2)
const db = rowTables(new DatabaseSync(join(data, 'hall.db')))
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, maxPayload: 2 ** 28 })
server.on('connection', (socket) => {
  socket.on('message', (changeset: Buffer) => {
    db.applyChangeset(changeset)
    for (const other of server.clients) if (other !== socket) other.send(changeset)
    socket.send('kept')
  })
})
server.on('listening', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
