import type { AmendmentLine } from '../../../domain/views/view-manual.ts'
import { useView } from '../../common/store.ts'
import { usePlace } from './place.ts'

/** The draft into which what is brought goes, undefined for a new one; `moves` changes with whatever amendments say. */
export function useInto(): { drafts: AmendmentLine[]; into: string | undefined; moves: string } {
  const all = useView({ of: 'amendments' }) ?? []
  const target = usePlace((s) => s.target)
  const drafts = all.filter((a) => a.state === 'draft')
  const moves = JSON.stringify(all.map((a) => [a.amendment, a.state, a.last.at, a.parts.length]))
  return { drafts, into: drafts.find((a) => a.amendment === target)?.amendment, moves }
}
