import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import type { Kind } from '../manual/manual.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'
import { noArchive, type Archive } from './archive.ts'
import { isPast, pinnedCases, retentionOf } from './retention.ts'

/**
 * 파기 (개인정보 보호법 제21조): what is kept apart of cases whose period is over is destroyed, once a supervisor has approved
 * it. The hall decides it, and names the cases; every machine drops what it has of them (docs/SYNC.md, P7).
 */

/** How many cases one entry names: it goes out in a message, and whoever hears it writes that long. */
export const mostDestroyed = 1000
/** For how many days the copies that machines make by themselves have what was destroyed (`db/copies/copies.ts`). */
export const copiesKept = 31
/** How many approvals are remembered in the state; the record keeps all. */
const remembered = 100

const year = z.int().min(1000).max(9999)

/** The kinds are named, so that none goes with them that nobody has seen. */
export const destroyCommand = z.strictObject({
  type: z.literal('destroyCases'),
  year,
  kinds: z.array(Id).min(1).max(2000),
  reason: Text,
})
export const destroyEvent = z.strictObject({
  type: z.literal('casesDestroyed'),
  at: Instant,
  by: Actor,
  year,
  cases: z.array(Id).min(1).max(mostDestroyed),
  reason: Text,
})
type DestroyCases = z.infer<typeof destroyCommand>
export type CasesDestroyed = z.infer<typeof destroyEvent>

/** An approval: how many cases that ended in a year were destroyed by it, and when last. */
export type Destruction = { at: Instant; by: Actor; year: number; cases: number; reason: string }

export type DestructionRefusal = 'retentionNotSet' | 'nothingToDestroy'

/** What the hall destroys by: its archive, and the manual. */
export type Keeping = {
  archive: Pick<Archive, 'keptOf' | 'of' | 'objections'>
  kindOf: (edition: number | undefined, code: string) => Pick<Kind, 'retention'> | undefined
}
export const keepsNothing: Keeping = { archive: noArchive, kindOf: () => undefined }

/** The cases that are destroyed now, or why none is; more than an entry names are asked for again. */
export function decideDestruction(
  hall: Hall,
  { year: of, kinds, reason }: DestroyCases,
  done: { by: Actor; at: Instant },
  { archive, kindOf }: Keeping,
): { event: CasesDestroyed } | { refused: DestructionRefusal } {
  if (hall.profile?.retention === undefined) return { refused: 'retentionNotSet' }
  const known = { hall, at: done.at, kindOf }
  const past = kinds.filter((kind) => {
    const retention = retentionOf(kind, known)
    return retention !== undefined && isPast(of, retention, done.at)
  })
  const pinned = past.length > 0 ? pinnedCases(known, archive) : new Set<string>()
  const cases: string[] = []
  for (const id of past.length > 0 ? archive.keptOf(of, past) : []) {
    if (!pinned.has(id)) cases.push(id)
    if (cases.length === mostDestroyed) break
  }
  if (cases.length === 0) return { refused: 'nothingToDestroy' }
  return { event: { type: 'casesDestroyed', ...done, year: of, cases, reason } }
}

/** Takes a destruction into the state; entries that one approval needed count as one. */
export function evolveDestruction(hall: Hall, { at, by, year: of, cases, reason }: CasesDestroyed): void {
  const last = hall.destructions.at(-1)
  const isSame = last?.year === of && last.reason === reason && last.by.clerk === by.clerk
  const before = isSame ? last.cases : 0
  if (isSame) hall.destructions.pop()
  hall.destructions.push({ at, by, year: of, cases: before + cases.length, reason })
  hall.destructions.splice(0, hall.destructions.length - remembered)
}
