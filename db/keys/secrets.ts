import type { Db } from '../open.ts'

/** Keys and certificates by name, kept in the database of a machine and nowhere else. */
export type Secrets = {
  get(name: string): string | undefined
  /** Keeps it, in place of what stood there. */
  set(name: string, value: string): void
  drop(name: string): void
}

/** The secrets of a machine. They are as closed as its database is. */
export function openSecrets(db: Db): Secrets {
  const get = db.prepare<[string], string>('SELECT value FROM secret WHERE name = ?').pluck()
  const set = db.prepare('INSERT INTO secret VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const drop = db.prepare('DELETE FROM secret WHERE name = ?')
  return {
    get: (name) => get.get(name),
    set: (name, value) => void set.run(name, value),
    drop: (name) => void drop.run(name),
  }
}
