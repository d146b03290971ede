import { readerOf } from '../as-it-is.ts'
import { canonical } from '../canonical.ts'
import { flawsOfWords, SaidWords, type WordFlawName } from '../find/find-words.ts'
import type { Change, EditionChanges, Part } from './amendment.ts'
import { flawsOfKind, type FlawName } from './manual-flaws.ts'
import { partsOf } from './manual-parts.ts'
import { Edition, Kind, type ManualContent } from './manual.ts'
import { nameKey } from './table-values.ts'

/** The content of an edition: with parts replaced, judged as a whole, and compared with the one before it. */

/** What an edition holds, as it is kept and sent. */
export const EditionContent = Edition.pick({ categories: true, kinds: true, documents: true, style: true, words: true })
const Categories = EditionContent.shape.categories

/** The content in the text of an edition; undefined if this version of the program cannot read it. */
export const readContent = (text: string): ManualContent | undefined => read(composedJsonIn(text))
const read = readerOf(EditionContent)

/** What one content changed against another, by parts in the order of their names. */
export function editionChanges(before: ManualContent, after: ManualContent): EditionChanges {
  const [was, now] = [textsOf(before), textsOf(after)]
  const names = [...now.keys()].toSorted()
  return {
    added: names.filter((part) => !was.has(part)),
    changed: names.filter((part) => was.has(part) && was.get(part) !== now.get(part)),
    removed: [...was.keys()].filter((part) => !now.has(part)).toSorted(),
  }
}

const textsOf = (content: ManualContent): Map<Part, string> =>
  new Map([...partsOf(content)].map(([part, said]) => [part, canonical(said)]))

/** Whether an edition says the same as the one before it. */
export const isUnchanged = ({ added, changed, removed }: EditionChanges): boolean =>
  added.length + changed.length + removed.length === 0

/** A content with parts replaced; or the parts that cannot be read, named as they are. */
export function withChanges(
  content: ManualContent,
  changes: readonly Change[],
): { content: ManualContent } | { unreadable: Part[] } {
  const kinds = new Map(content.kinds.map((kind) => [kind.code, kind]))
  const documents = new Map(Object.entries(content.documents))
  const made = { ...content }
  const unreadable: Part[] = []
  const keep = <T>(part: Part, value: T | undefined, into: (value: T) => void) =>
    value === undefined ? void unreadable.push(part) : into(value)
  for (const { part, content: said } of changes) {
    const [inside, name = ''] = part.split('/')
    if (inside === 'kinds') {
      if (said === null) kinds.delete(name)
      else keep(part, kindIn(said, name), (kind) => kinds.set(name, kind))
    } else if (inside === 'documents') {
      if (said === null) documents.delete(name)
      else documents.set(name, asWritten(said))
    } else if (inside === 'style') keep(part, said ?? undefined, (text) => (made.style = asWritten(text)))
    else if (inside === 'words')
      keep(part, SaidWords.safeParse(composedJsonIn(said ?? '[]')).data, (words) => (made.words = words))
    else
      keep(part, Categories.safeParse(composedJsonIn(said ?? '')).data, (categories) => (made.categories = categories))
  }
  if (unreadable.length > 0) return { unreadable }
  const inOrder = [...kinds.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return { content: { ...made, kinds: inOrder, documents: Object.fromEntries(documents) } }
}

/** A flaw of the manual as a whole, with the part that has it. */
type ContentFlaw = {
  part: Part
  field: (string | number)[]
  problem: FlawName | WordFlawName | 'noKinds' | 'empty' | 'categoryTwice' | 'categoryUnknown'
  about: string
}

/** What is wrong in a content, beside its templates: in each part, and among them. */
export function flawsOfContent({ categories, kinds, words }: ManualContent): ContentFlaw[] {
  const codes = categories.map((c) => c.code)
  return [
    ...(kinds.length === 0 ? [{ part: 'kinds', field: [], problem: 'noKinds' as const, about: '' }] : []),
    ...(codes.length === 0 ? [{ part: 'categories', field: [], problem: 'empty' as const, about: '' }] : []),
    ...codes.flatMap((code, i): ContentFlaw[] =>
      codes.indexOf(code) < i
        ? [{ part: 'categories', field: [i, 'code'], problem: 'categoryTwice', about: code }]
        : [],
    ),
    ...flawsOfWords(words).map((flaw): ContentFlaw => ({ part: 'words', ...flaw })),
    ...kinds.flatMap((kind): ContentFlaw[] => {
      const part = `kinds/${kind.code}`
      const about = kind.category
      const isStray = !codes.includes(about)
      return [
        ...(isStray ? [{ part, field: ['category'], problem: 'categoryUnknown' as const, about }] : []),
        ...flawsOfKind(kind).map((flaw): ContentFlaw => ({ part, ...flaw })),
      ]
    }),
  ]
}

/** Kinds that are called as one before them, with its code: people could not tell them apart. */
export function namedAlike(kinds: ManualContent['kinds']): { kind: Kind; other: string }[] {
  const first = new Map<string, string>()
  return kinds.flatMap((kind) => {
    const name = nameKey(kind.name.ko)
    const other = first.get(name)
    if (other === undefined) first.set(name, kind.code)
    return other === undefined ? [] : [{ kind, other }]
  })
}

function kindIn(text: string, code: string): Kind | undefined {
  const kind = Kind.safeParse(composedJsonIn(text)).data
  return kind?.code === code ? kind : undefined
}

/** As a file of the folder would be read: one way to end a line, Hangul composed. */
const asWritten = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC')

/** What a text with its Hangul composed may still hide: a sign that is written by its number, or with a needless backslash. */
const hides = /\\[u/]/

function composedJsonIn(text: string): unknown {
  try {
    if (!hides.test(text) && text.normalize('NFC') === text) return JSON.parse(text)
    // Written out first: what an escape decomposes is composed too.
    return JSON.parse(JSON.stringify(JSON.parse(text)).normalize('NFC'))
  } catch {
    return undefined
  }
}
