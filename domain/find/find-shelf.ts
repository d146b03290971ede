import type { Kind } from '../manual/manual.ts'
import { familyNames, subjectOf, type Named } from './find-family.ts'
import { makeLawIndex, type LawIndex } from './find-law.ts'
import { makeLines, type Lines } from './find-lines.ts'

/** The short texts of the kinds, by the numbers that the kinds have in the index. */
export interface Shelf {
  lines: Lines
  laws: LawIndex
  codeOf(entry: number): string
  nameOf(entry: number): string
  numberOf(code: string): number | undefined
  codes(): Iterable<string>
  /** Puts a kind in, or in the place of what it was; its sisters learn its names. */
  put(kind: Kind): void
  drop(code: string): void
}

/** What of a kind is looked through. */
type Entry = Named & {
  code: string
  name: string
  synonyms: readonly string[]
  english: string
  form: string | undefined
}

/** Puts the kinds on a shelf. */
export function makeShelf(kinds: readonly Kind[]): Shelf {
  const lines = makeLines()
  const laws = makeLawIndex()
  const entries: (Entry | undefined)[] = []
  const numbers = new Map<string, number>()
  const families = new Map<string, Set<number>>()

  function lay(number: number): void {
    const entry = entries[number]
    if (!entry) return
    lines.add(number, 'name', entry.name)
    for (const synonym of entry.synonyms) lines.add(number, 'synonym', synonym)
    lines.add(number, 'english', entry.english)
    if (entry.form !== undefined) lines.add(number, 'form', entry.form)
  }
  function layFamilyNames(number: number): void {
    const entry = entries[number]
    const family = families.get(entry?.subject ?? '')
    if (!entry || !family || family.size < 2) return
    const sisters = [...family].flatMap((other) => (other === number ? [] : (entries[other] ?? [])))
    for (const text of familyNames(entry, sisters)) lines.add(number, 'family', text)
  }
  function join(number: number): void {
    const entry = entries[number]
    if (!entry) return
    entry.subject = subjectOf(lines, entry.name)
    entry.subjects = entry.synonyms.map((synonym) => subjectOf(lines, synonym))
    const family = families.get(entry.subject) ?? new Set()
    families.set(entry.subject, family.add(number))
  }
  function leave(number: number): ReadonlySet<number> {
    const family = families.get(entries[number]?.subject ?? '') ?? new Set()
    family.delete(number)
    laws.drop(number)
    lines.drop(number)
    return family
  }
  function layAnew(some: ReadonlySet<number>): void {
    for (const number of some) {
      lines.drop(number)
      lay(number)
    }
    for (const number of some) layFamilyNames(number)
  }
  function enter(kind: Kind): number {
    const number = numbers.get(kind.code) ?? entries.length
    entries[number] = entryOf(kind)
    numbers.set(kind.code, number)
    laws.put(number, kind.law)
    return number
  }

  const all = kinds.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(enter)
  for (const number of all) lay(number)
  // What closes a name is known when all names are there.
  for (const number of all) join(number)
  for (const number of all) layFamilyNames(number)
  return {
    lines,
    laws,
    codes: () => numbers.keys(),
    numberOf: (code) => numbers.get(code),
    codeOf: (number) => entries[number]?.code ?? '',
    nameOf: (number) => entries[number]?.name ?? '',
    put(kind) {
      const before = numbers.get(kind.code)
      const old = before === undefined ? new Set<number>() : leave(before)
      const number = enter(kind)
      join(number)
      layAnew(new Set([...old, ...(families.get(entries[number]?.subject ?? '') ?? [])]))
    },
    drop(code) {
      const number = numbers.get(code)
      if (number === undefined) return
      const sisters = leave(number)
      entries[number] = undefined
      numbers.delete(code)
      layAnew(sisters)
    },
  }
}

const entryOf = ({ code, name, synonyms, form }: Kind): Entry => ({
  code,
  name: name.ko,
  english: name.en,
  synonyms,
  form: form.title,
  subject: '',
  subjects: [],
})
