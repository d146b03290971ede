import type Database from 'better-sqlite3'
import type { Event } from '../../domain/hall.ts'
import { firstHead, isKept, nextHead } from '../chain.ts'

/** 사슬: the head of the chain at its last place and at every hundredth before; and what was set aside when records had parted. */
export const chain = {
  version: 8,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE chain (hall_seq INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;
      CREATE TABLE set_aside (
        at INTEGER NOT NULL, origin TEXT NOT NULL, origin_seq INTEGER NOT NULL, hall_seq INTEGER, event TEXT NOT NULL, private TEXT
      ) STRICT;
    `)
    const keep = db.prepare('INSERT INTO chain VALUES (?, ?)')
    const rows = db.prepare<[number], Row>(
      'SELECT origin, origin_seq, hall_seq, event FROM log WHERE hall_seq > ? ORDER BY hall_seq LIMIT 1000',
    )
    let head = { hallSeq: 0, hash: firstHead }
    for (let page = rows.all(0); page.length > 0; page = rows.all(head.hallSeq)) {
      for (const row of page) {
        if (isKept(head.hallSeq)) keep.run(head.hallSeq, head.hash)
        const event = JSON.parse(row.event) as Event
        head = nextHead(head, { origin: row.origin, originSeq: row.origin_seq, hallSeq: row.hall_seq, event })
      }
    }
    if (head.hallSeq > 0) keep.run(head.hallSeq, head.hash)
  },
}

type Row = { origin: string; origin_seq: number; hall_seq: number; event: string }
