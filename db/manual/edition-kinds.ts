import { readContent } from '../../domain/manual/edition-content.ts'
import { inForce } from '../../domain/manual/edition.ts'
import type { Keeping } from '../../domain/record/destruction.ts'
import type { Hall } from '../../domain/state.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { Editions } from './editions.ts'

type Kinds = ReadonlyMap<string, ReturnType<Keeping['kindOf']>>

/** What the editions that a hall keeps say of the periods of their kinds; each is read once. */
export function editionKinds(editions: Editions, now: () => Instant): (hall: Hall) => Keeping['kindOf'] {
  const known = new Map<string, Kinds>()
  function kindsIn(hash: string): Kinds | undefined {
    const kept = known.get(hash)
    if (kept) return kept
    const text = editions.get(hash)?.content
    const content = text === undefined ? undefined : readContent(text)
    if (!content) return undefined
    const kinds: Kinds = new Map(content.kinds.map(({ code, retention }) => [code, { retention }]))
    known.set(hash, kinds)
    return kinds
  }
  return (hall) => (edition, code) => {
    const mark = edition === undefined ? inForce(hall, dayOf(now())) : hall.editions.get(edition)
    return mark && kindsIn(mark.hash)?.get(code)
  }
}
