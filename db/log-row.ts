import type { Event } from '../domain/hall.ts'
import type { Entry } from '../domain/record/log.ts'

/** A row of the table `log`. */
export type Row = { origin: string; origin_seq: number; hall_seq: number | null; event: string; private: string | null }

/** An entry from its row. */
export const toEntry = (row: Row): Entry => ({
  origin: row.origin,
  originSeq: row.origin_seq,
  hallSeq: row.hall_seq,
  event: JSON.parse(row.event) as Event,
  ...(row.private !== null && { private: JSON.parse(row.private) as NonNullable<Entry['private']> }),
})

/** The entry with a number among own ones that wait, in the order of their numbers; these follow each other, so its place is guessed first. */
export function entryWith(originSeq: number, waiting: readonly Entry[]): Entry | undefined {
  if (originSeq > (waiting.at(-1)?.originSeq ?? 0)) return undefined
  const guess = waiting[originSeq - (waiting[0]?.originSeq ?? 0)]
  return guess?.originSeq === originSeq ? guess : waiting.find((e) => e.originSeq === originSeq)
}
