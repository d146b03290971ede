import { canonical } from '../../domain/canonical.ts'
import type { Editing } from '../../domain/manual/amendment-rules.ts'
import type { Assembled, Change } from '../../domain/manual/amendment.ts'
import { editionChanges, isUnchanged, readContent, withChanges } from '../../domain/manual/edition-content.ts'
import type { ManualContent } from '../../domain/manual/manual.ts'
import type { EditionMark, Hall } from '../../domain/state.ts'
import type { EditionSigner, SignedMark } from '../keys/edition-key.ts'
import { faultsOfContent, faultsWith } from './content-faults.ts'
import { hashOf, type Editions } from './editions.ts'

type Mark = Parameters<Editing['assemble']>[1]

/**
 * Puts editions together for a hall: what `publishAmendment` and `bringBackEdition` need beside the record. What is made
 * is kept under its hash before it is named to anyone.
 */
export function editionMaker(hall: () => Hall, editions: Editions, signer: EditionSigner) {
  const contentOf = (mark: EditionMark | undefined) => {
    const text = mark && editions.get(mark.hash)?.content
    const content = text === undefined ? undefined : readContent(text)
    return text !== undefined && content ? { text, content } : undefined
  }

  function make(before: ManualContent, text: string, after: ManualContent, mark: Mark): Assembled {
    const changes = editionChanges(before, after)
    if (isUnchanged(changes)) return { refused: 'nothingChanges' }
    if (faultsOfContent(after).length > 0) return { refused: 'manualFaulty' }
    const { hash, signature } = keepEdition(editions, signer, mark, text)
    return { hash, changes, signature }
  }

  return {
    /** Whether the newest edition with parts replaced would be whole and sound; true also where it is not here. */
    isSound(changes: readonly Change[]): boolean {
      const newest = contentOf(hall().edition)
      return !newest || faultsWith(newest.content, changes).length === 0
    },
    /** The newest edition with parts replaced, whether it is in force already or not. */
    assemble(changes: readonly Change[], mark: Mark): Assembled {
      const newest = contentOf(hall().edition)
      if (!newest) return { refused: 'editionNotHere' }
      const made = withChanges(newest.content, changes)
      if ('unreadable' in made) return { refused: 'manualFaulty' }
      return make(newest.content, canonical(made.content), made.content, mark)
    },
    /** The content of an earlier edition, with the hash that it had. */
    bringBack(edition: number, mark: Mark): Assembled {
      const newest = contentOf(hall().edition)
      const earlier = contentOf(hall().editions.get(edition))
      if (!newest || !earlier) return { refused: 'editionNotHere' }
      return make(newest.content, earlier.text, earlier.content, mark)
    },
  }
}

/** Keeps the content of an edition, and signs what it is named by. */
export function keepEdition(editions: Editions, signer: EditionSigner, mark: Mark, text: string) {
  const named: SignedMark = { ...mark, hash: hashOf(text) }
  editions.put({ ...named, content: text })
  return { hash: named.hash, signature: signer.sign(named) }
}
