import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A Hocuspocus server that keeps every update in LevelDB before the next is taken. */
const [data = '', packages = ''] = process.argv.slice(2)
const load = createRequire(join(packages, 'none.js'))
type Document = object
type Change = { documentName: string; update: Uint8Array; document: Document }
type Hooks = { onLoadDocument(of: Change): Promise<unknown>; onChange(of: Change): Promise<unknown> }
type Running = { listen(): Promise<unknown>; address: { port: number } }
const { Server } = load('@hocuspocus/server') as {
  Server: { configure(options: Hooks & { [option: string]: unknown }): Running }
}
const { LeveldbPersistence } = load('y-leveldb') as {
  LeveldbPersistence: new (folder: string) => {
    storeUpdate(name: string, update: Uint8Array): Promise<unknown>
    getYDoc(name: string): Promise<Document>
  }
}
const kept = new LeveldbPersistence(join(data, 'level'))
const server = Server.configure({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  debounce: 1e9,
  maxDebounce: 1e9,
  onLoadDocument: ({ documentName }) => kept.getYDoc(documentName),
  onChange: ({ documentName, update }) => kept.storeUpdate(documentName, update),
})
await server.listen()
process.send?.(server.address.port)
process.on('disconnect', () => process.exit())
