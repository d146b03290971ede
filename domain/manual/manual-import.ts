import { canonical } from '../canonical.ts'
import type { FileDifference } from './manual-diff.ts'
import { nameKey } from './table-values.ts'

/** What of another institution's manual comes into one's own: a preview first, then what was chosen. */

/** `mine` and `theirs` decide who keeps a kind that both have; `all` takes the settings too; a name is a code or a file. */
export type Wish = 'mine' | 'theirs' | 'all' | { name: string }

export type ImportPlan = {
  /** Only there: new here. */
  fresh: FileDifference[]
  /** Here and there, with another content. */
  conflicts: FileDifference[]
  /** Only here: an import takes nothing away. */
  onlyHere: FileDifference[]
  /** The files that are taken, by what was wished. */
  take: string[]
  /** Files of `conflicts` that are another petition under the same code: they are taken by their code alone. */
  others: string[]
  /** Names that were wished and are not among what differs there. */
  unknown: string[]
}

/** The hall itself: its name, counters and people come from elsewhere only if it is named. */
const hallFile = 'hall.yaml'

/** From what differs between one's own manual and theirs, and from what is wished, what will be done. */
export function planImport(differences: readonly FileDifference[], wishes: readonly Wish[]): ImportPlan {
  const of = (what: FileDifference['what']) => differences.filter((d) => d.what === what)
  const [fresh, conflicts, onlyHere] = [of('added'), of('changed'), of('removed')]
  const there = [...fresh, ...conflicts].map((d) => d.file)
  const named = wishes.flatMap((w) => (typeof w === 'object' ? [fileOf(w.name)] : []))
  const others = conflicts.filter(isAnother).map((d) => d.file)
  const isWished = (file: string): boolean => {
    if (named.includes(file)) return true
    if (file === hallFile || others.includes(file)) return false
    if (wishes.includes('all')) return true
    const isFresh = fresh.some((d) => d.file === file)
    if (isFresh && (wishes.includes('mine') || wishes.includes('theirs'))) return true
    return wishes.includes('theirs') && isKind(file)
  }
  const unknown = wishes.flatMap((w) => (typeof w === 'object' && !there.includes(fileOf(w.name)) ? [w.name] : []))
  return { fresh, conflicts, onlyHere, others, take: there.filter(isWished), unknown }
}

/** A kind that is called otherwise there: the code may stand for another petition. */
const isAnother = (difference: FileDifference): boolean =>
  difference.what === 'changed' &&
  isKind(difference.file) &&
  difference.changes.some(
    (c) => c.what === 'changed' && c.field === 'name.ko' && nameKey(canonical(c.was)) !== nameKey(canonical(c.now)),
  )

/** A wish as it is written: a word, the code of a kind, or the name of a file. */
export const wishOf = (text: string): Wish =>
  text === 'mine' || text === 'theirs' || text === 'all' ? text : { name: text }

const isKind = (file: string): boolean => file.startsWith('kinds/')
const fileOf = (name: string): string => (/^[A-Z]{3}-[0-9]{2,3}$/.test(name) ? `kinds/${name}.yaml` : name)
