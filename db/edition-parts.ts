import { hashOf, type Editions, type KeptEdition } from './editions.ts'
import type { Db } from './open.ts'

/** What has come of an edition that is not whole yet. Places are counted in UTF-16 units, as the line counts them. */
export interface EditionParts {
  begun(hash: string): { got: number; total: number } | undefined
  /** Keeps the part that follows what is here; any other is a bug of the caller and throws. */
  keepPart(hash: string, part: { from: number; total: number; content: string }): void
  /** Keeps the whole as an edition if it is what its hash says; else all that came of it is thrown away. */
  finish(named: Omit<KeptEdition, 'content'>): 'kept' | 'hashDiffers'
  dropParts(hash: string): void
}

/** Opens what a machine keeps of editions on their way. */
export function openEditionParts(db: Db, editions: Editions): EditionParts {
  const begun = db.prepare<[string], { got: number; total: number }>(
    'SELECT until AS got, total FROM edition_part WHERE hash = ? ORDER BY start DESC LIMIT 1',
  )
  const insert = db.prepare('INSERT INTO edition_part VALUES (@hash, @from, @until, @total, @content)')
  const parts = db.prepare<[string], string>('SELECT content FROM edition_part WHERE hash = ? ORDER BY start').pluck()
  const drop = db.prepare('DELETE FROM edition_part WHERE hash = ?')

  const finish = db.transaction((named: Omit<KeptEdition, 'content'>) => {
    const content = parts.all(named.hash).join('')
    const isRight = begun.get(named.hash)?.total === content.length && hashOf(content) === named.hash
    drop.run(named.hash)
    if (isRight) editions.put({ ...named, content })
    return isRight ? 'kept' : 'hashDiffers'
  })

  return {
    begun: (hash) => begun.get(hash),
    keepPart(hash, { from, total, content }) {
      if (from !== (begun.get(hash)?.got ?? 0)) throw new Error(`a part of ${hash} does not follow what is kept`)
      insert.run({ hash, from, until: from + content.length, total, content })
    },
    finish: (named) => finish.immediate(named),
    dropParts: (hash) => void drop.run(hash),
  }
}
