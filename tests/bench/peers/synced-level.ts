/** LevelDB for PouchDB that waits for the disk at every write, which by itself it does not. */

type Write = (operations: unknown, options: object, done: unknown) => void
export type Leveldown = (place: string) => { batch: Write }

export function syncedLevel(leveldown: Leveldown): Leveldown {
  return function synced(place) {
    const db = leveldown(place)
    const write = db.batch.bind(db)
    return Object.assign(db, {
      batch: ((operations, options, done) => write(operations, { ...options, sync: true }, done)) satisfies Write,
    })
  }
}
