import type { Db } from '../open.ts'
import type { Editions, KeptEdition } from './editions.ts'

type Part = { from: number; total: number; content: string }

/** What has come of an edition that is not whole yet. Places are counted in UTF-16 units, as the line counts them. */
export interface EditionParts {
  begun(hash: string): { got: number; total: number } | undefined
  /** Keeps the part that follows what is here; any other is a bug of the caller and throws. */
  keepPart(hash: string, part: Part): void
  /**
   * Keeps the whole as an edition if it is what its hash says; else all that came of it is thrown away. The last part
   * follows what is here, as any does, and is not kept before.
   */
  finish(named: Omit<KeptEdition, 'content'>, last: Part): 'kept' | 'hashDiffers'
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

  function follows(hash: string, { from }: Part): void {
    if (from !== (begun.get(hash)?.got ?? 0)) throw new Error(`a part of ${hash} does not follow what is kept`)
  }

  const finish = db.transaction((named: Omit<KeptEdition, 'content'>, last: Part) => {
    follows(named.hash, last)
    const content = parts.all(named.hash).join('') + last.content
    drop.run(named.hash)
    return content.length === last.total && editions.put({ ...named, content }) === 'kept' ? 'kept' : 'hashDiffers'
  })

  return {
    begun: (hash) => begun.get(hash),
    keepPart(hash, part) {
      follows(hash, part)
      const { from, total, content } = part
      insert.run({ hash, from, until: from + content.length, total, content })
    },
    finish: (named, last) => finish.immediate(named, last),
    dropParts: (hash) => void drop.run(hash),
  }
}
