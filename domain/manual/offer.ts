import { canonical } from '../canonical.ts'
import type { Change, Part } from './amendment.ts'
import type { Written } from './manual-diff.ts'
import { codeOf, changesBetween, isText, partChange, partsOf, type PartChange } from './manual-parts.ts'
import type { Kind, ManualContent } from './manual.ts'
import type { Under } from './offer-under.ts'

/** 들여오기: parts that come from elsewhere (a table, a pack, more kinds), to be chosen one by one into an amendment. */

/**
 * A part on offer: what it would change here. `row` is its row in a table; `needs` are parts that must come with it; `under`
 * are the amendments under way that say something of it already.
 */
export type OfferLine = PartChange & { row?: number; needs?: Part[]; under?: Under[] }

/** What is offered, with the contents that an amendment would get. */
export type Offers = { lines: OfferLine[]; contents: ReadonlyMap<Part, string> }

/** The content of a part as an amendment keeps it. */
export const contentOf = (part: Part, said: Written): string =>
  isText(part) && typeof said === 'string' ? said : canonical(said)

/** What another manual offers to one's own: what is new or differs, and what only the own one has, which stays. */
export function offersOf(own: ManualContent, theirs: ManualContent): Offers & { onlyHere: PartChange[]; same: number } {
  const [here, there] = [partsOf(own), partsOf(theirs)]
  const all = changesBetween(own, theirs)
  const categories = categoriesWith(own, theirs)
  const added = categories === undefined ? undefined : partChange('categories', here.get('categories'), categories)
  const known = new Set(own.categories.map((c) => c.code))
  // Own categories stay as they are: only those that are not here are offered.
  const lines = all
    .filter((c) => c.what !== 'removed' && c.part !== 'categories')
    .map((change): OfferLine => {
      const kind = theirs.kinds.find((k) => k.code === codeOf(change.part))
      return { ...change, ...(kind && added && !known.has(kind.category) && { needs: ['categories'] }) }
    })
  const contents = new Map<Part, string>()
  for (const { part } of lines) {
    const said = there.get(part)
    if (said !== undefined) contents.set(part, contentOf(part, said))
  }
  if (added && categories !== undefined) contents.set('categories', contentOf('categories', categories))
  return {
    lines: added ? [added, ...lines] : lines,
    contents,
    onlyHere: all.filter((c) => c.what === 'removed'),
    same: theirs.kinds.filter((k) => !all.some((c) => c.part === `kinds/${k.code}`)).length,
  }
}

/** The same beside a draft: what differs from the own manual, laid against what the draft says of it. */
export function offersBeside(
  own: ManualContent,
  amended: ManualContent,
  theirs: ManualContent,
): ReturnType<typeof offersOf> {
  const plain = offersOf(own, theirs)
  if (amended === own) return plain
  const differs = new Set(plain.lines.map((line) => line.part))
  const beside = offersOf(amended, theirs)
  const lines = beside.lines.filter((line) => differs.has(line.part))
  const offered = lines.filter((line) => codeOf(line.part) !== undefined)
  return { ...beside, lines, onlyHere: plain.onlyHere, same: theirs.kinds.length - offered.length }
}

/** More kinds for a manual: those that it has not got; what it has stays, whatever they say. */
export function offersOfMore(
  own: ManualContent,
  { kinds, categories }: Pick<ManualContent, 'kinds' | 'categories'>,
): Offers & { same: number } {
  const known = new Set(own.kinds.map((k) => k.code))
  const fresh = kinds.filter((k: Kind) => !known.has(k.code))
  const needed = new Set(fresh.map((k) => k.category))
  const some = categories.filter((c) => needed.has(c.code))
  const { lines, contents } = offersOf(own, { ...own, kinds: [...own.kinds, ...fresh], categories: some })
  return { lines, contents, same: kinds.length - fresh.length }
}

/** The changes of some of the offered parts, for an amendment. */
export const changesFor = ({ contents }: Pick<Offers, 'contents'>, parts: readonly Part[]): Change[] =>
  parts.flatMap((part) => {
    const content = contents.get(part)
    return content === undefined ? [] : [{ part, content }]
  })

function categoriesWith(own: ManualContent, theirs: ManualContent): Written | undefined {
  const known = new Set(own.categories.map((c) => c.code))
  const more = theirs.categories.filter((c) => !known.has(c.code))
  return more.length === 0 ? undefined : (JSON.parse(canonical([...own.categories, ...more])) as Written)
}
