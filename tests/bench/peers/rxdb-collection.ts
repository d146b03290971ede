/** What is used of RxDB, and the collection of events of both its sides. */

export type Collection = {
  bulkInsert(documents: readonly object[]): Promise<unknown>
  count(): { exec(): Promise<number> }
}
type Database = {
  addCollections(collections: object): Promise<{ events: Collection }>
  close(): Promise<unknown>
}
export type Rxdb = { createRxDatabase(options: object): Promise<Database> }
export type Storages = { getRxStorageMemory(): unknown }

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 60 }, case: { type: 'string' }, text: { type: 'string' } },
  required: ['id', 'case', 'text'],
}

/** A database in memory with its collection; they keep nothing beyond their process. */
export async function openInMemory(rxdb: Rxdb, storages: Storages, name: string) {
  const options = { name, storage: storages.getRxStorageMemory(), multiInstance: false, eventReduce: false }
  const database = await rxdb.createRxDatabase(options)
  const { events } = await database.addCollections({ events: { schema } })
  return { database, events }
}
