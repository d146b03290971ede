import type { Entry, Head, SignedHead } from '../domain/record/log.ts'
import { firstHead, isKept, nextHead } from './chain.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

/** 사슬 of the record in its database: grows with the entries that get a place, in the same transaction. */
export function openChain(db: Db, machine: string) {
  const heads = db.prepare<[number], { hall_seq: number; hash: string }>(
    'SELECT hall_seq, hash FROM chain WHERE hall_seq <= ? ORDER BY hall_seq DESC LIMIT 1',
  )
  const between = db.prepare<[number, number], Row>(
    'SELECT * FROM log WHERE hall_seq > ? AND hall_seq <= ? ORDER BY hall_seq',
  )
  const keep = db.prepare('INSERT INTO chain VALUES (?, ?)')
  const drop = db.prepare('DELETE FROM chain WHERE hall_seq = ?')
  const word = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'signedHead'").pluck()
  const giveWord = db.prepare(
    "INSERT INTO meta VALUES ('signedHead', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  )
  let last: Head | undefined

  function keptBefore(hallSeq: number): Head {
    const row = heads.get(hallSeq)
    return row ? { hallSeq: row.hall_seq, hash: row.hash } : { hallSeq: 0, hash: firstHead }
  }

  function headAt(hallSeq: number): Head | undefined {
    if (last?.hallSeq === hallSeq) return last
    let head = keptBefore(hallSeq)
    if (head.hallSeq < hallSeq)
      for (const row of between.all(head.hallSeq, hallSeq)) head = nextHead(head, toEntry(row))
    return head.hallSeq === hallSeq ? head : undefined
  }

  const setAside = db.prepare(`INSERT INTO set_aside
    SELECT ?, origin, origin_seq, hall_seq, event, private FROM log WHERE hall_seq > ? AND origin <> ?`)
  const remove = db.prepare('DELETE FROM log WHERE hall_seq > ? AND origin <> ?')
  // What the hall held goes back to what was decided here.
  const free = db.prepare(`UPDATE log SET hall_seq = NULL,
    event = iif(json_extract(event, '$.type') = 'entryHeld', json_extract(event, '$.content'), event)
    WHERE hall_seq > ? AND origin = ?`)
  const cut = db.prepare('DELETE FROM chain WHERE hall_seq > ?')

  return {
    headAt,
    /** Binds the entries that get their place now. They come in the hall's order; what has a place already is no news. */
    extend(entries: readonly Entry[]): void {
      const before = last ?? keptBefore(Number.MAX_SAFE_INTEGER)
      let head = before
      for (const entry of entries) {
        if (entry.hallSeq === null || entry.hallSeq <= head.hallSeq) continue
        if (isKept(head.hallSeq) && head !== before) keep.run(head.hallSeq, head.hash)
        head = nextHead(head, entry)
      }
      if (head !== before) {
        if (!isKept(before.hallSeq)) drop.run(before.hallSeq)
        keep.run(head.hallSeq, head.hash)
      }
      last = head
    },
    /** After a transaction that failed, the head is read from the disk again. */
    forget: () => void (last = undefined),
    unplace(after: number, at: number): { own: number; setAside: number } {
      const end = headAt(after)
      const aside = setAside.run(at, after, machine).changes
      remove.run(after, machine)
      const own = free.run(after, machine).changes
      cut.run(after)
      if (end && end.hallSeq > 0 && keptBefore(after).hallSeq < after) keep.run(end.hallSeq, end.hash)
      last = undefined
      return { own, setAside: aside }
    },
    signed(): SignedHead | undefined {
      const text = word.get()
      return text === undefined ? undefined : (JSON.parse(text) as SignedHead)
    },
    keepSigned: (head: SignedHead) => void giveWord.run(JSON.stringify(head)),
  }
}
