import type { Kind } from '../manual/manual.ts'
import { makeTally } from './find-candidates.ts'
import { foldText } from './find-keys.ts'
import { eachPosting, newWriting, pairCounts, withPosting, writePosting, written } from './find-postings.ts'
import type { Postings, Writing } from './find-postings.ts'

/** The long texts of a kind, as a hit names them. */
const bodyFields = ['document', 'condition', 'step', 'result'] as const
export type BodyField = (typeof bodyFields)[number]

/** The body of a kind: its long texts without spaces, a line for each of `bodyFields`. */
export function bodyOf({ documents, conditions, steps, result }: Kind): string {
  const texts: { [field in BodyField]: string[] } = {
    document: documents.map((d) => `${d.name} ${d.condition ?? ''}`),
    condition: conditions.map((c) => c.text),
    step: steps.flatMap((s) => [s.title, s.action, ...s.checks.map((c) => c.text)]),
    result: [result],
  }
  return bodyFields.map((field) => foldText(texts[field].join(' ')).replaceAll(' ', '')).join('\n')
}

/** Where the bodies and the lists of their pairs are kept: in memory, or in a database. */
export interface BodyStore {
  /** The edition that the store holds whole. */
  name(): string | undefined
  setName(name: string): void
  bodies(): Iterable<{ id: number; code: string; length: number }>
  text(id: number): string | undefined
  keep(id: number, code: string, text: string): void
  drop(id: number): void
  postings(pair: string): Postings | undefined
  setPostings(pair: string, postings: Postings): void
  /** Does all of it or nothing. */
  atOnce(work: () => void): void
}

/** A body that holds what was looked for: how well, 0 to 1, whether all words and all together are there, and in what. */
export type BodyHit = { code: string; score: number; hasAll: boolean; hasPhrase: boolean; field: BodyField }

/** The bodies of a manual. */
interface BodyIndex {
  /** Makes the index that of an edition; what is already so is left. */
  fill(name: string, bodies: () => { code: string; text: string }[]): void
  put(code: string, text: string): void
  find(words: readonly string[], limit: number): BodyHit[]
}

/** Opens the bodies of a store. */
export function openBodyIndex(store: BodyStore): BodyIndex {
  const shelf = openShelf(store)
  const tally = makeTally()
  function change(code: string, text: string): void {
    const id = shelf.idOf(code) ?? shelf.nextId()
    const before = pairCounts(store.text(id) ?? '')
    const after = pairCounts(text)
    for (const pair of new Set([...before.keys(), ...after.keys()])) {
      const times = after.get(pair) ?? 0
      if (times !== (before.get(pair) ?? 0)) store.setPostings(pair, withPosting(store.postings(pair), id, times))
    }
    if (text === '') shelf.drop(id)
    else shelf.keep(id, code, text)
  }
  return {
    fill(name, bodies) {
      if (store.name() === name) return
      store.atOnce(() => {
        const all = bodies()
        const codes = new Set(all.map((body) => body.code))
        for (const code of shelf.codes()) if (!codes.has(code)) change(code, '')
        if (shelf.isEmpty()) writeAll(store, shelf, all)
        else for (const { code, text } of all) if (shelf.textOf(code) !== text) change(code, text)
        store.setName(name)
      })
    },
    // What was changed by one kind is no edition any more.
    put: (code, text) =>
      store.atOnce(() => {
        change(code, text)
        store.setName('')
      }),
    find: (words, limit) => findBodies(store, shelf, tally, words).slice(0, limit),
  }
}

/** Writes every list once: much faster than body by body. */
function writeAll(store: BodyStore, shelf: Shelf, all: readonly { code: string; text: string }[]): void {
  const lists = new Map<string, Writing>()
  for (const { code, text } of all) {
    const id = shelf.nextId()
    shelf.keep(id, code, text)
    for (const [pair, times] of pairCounts(text)) {
      let list = lists.get(pair)
      if (!list) lists.set(pair, (list = newWriting()))
      writePosting(list, id, times)
    }
  }
  for (const pair of [...lists.keys()].toSorted()) store.setPostings(pair, written(lists.get(pair) ?? newWriting()))
}

type Shelf = ReturnType<typeof openShelf>

/** Which bodies there are, and how long they are. */
function openShelf(store: BodyStore) {
  const codes: (string | undefined)[] = []
  const lengths: number[] = []
  const ids = new Map<string, number>()
  let total = 0
  function put(id: number, code: string, length: number): void {
    total += length - (codes[id] === undefined ? 0 : (lengths[id] ?? 0))
    codes[id] = code
    lengths[id] = length
    ids.set(code, id)
  }
  for (const { id, code, length } of store.bodies()) put(id, code, length)
  return {
    idOf: (code: string) => ids.get(code),
    nextId: () => codes.length,
    codes: () => [...ids.keys()],
    isEmpty: () => ids.size === 0,
    size: () => ids.size,
    room: () => codes.length,
    codeOf: (id: number) => codes[id],
    textOf: (code: string) => store.text(ids.get(code) ?? -1),
    /** The length of a body beside the average. */
    relativeLength: (id: number) => ((lengths[id] ?? 0) * ids.size) / Math.max(1, total),
    keep(id: number, code: string, text: string) {
      store.keep(id, code, text)
      put(id, code, text.length)
    },
    drop(id: number) {
      store.drop(id)
      ids.delete(codes[id] ?? '')
      total -= lengths[id] ?? 0
      codes[id] = undefined
    },
  }
}

/** BM25, as it is usually set for short texts. */
const [k1, b] = [1.2, 0.4]
/** So many places are looked at for one query; the rarest pairs come first and say most. */
const mostWork = 24_000
const mostChecked = 32

function findBodies(store: BodyStore, shelf: Shelf, tally: ReturnType<typeof makeTally>, words: readonly string[]) {
  const long = words.filter((word) => word.length > 1)
  const found = [...pairsOf(words)].map((pair) => ({ postings: store.postings(pair) }))
  const weightOf = (count: number) => Math.log(1 + (shelf.size() - count + 0.5) / (count + 0.5))
  const most = found.reduce((sum, { postings }) => sum + weightOf(postings?.count ?? 0) * (k1 + 1), 0)
  const lists = found.flatMap(({ postings }) => postings ?? []).toSorted((x, y) => x.count - y.count)
  tally.clear(shelf.room())
  let work = 0
  for (const list of lists) {
    if (work > 0 && work + list.count > mostWork) break
    work += list.count
    const weight = weightOf(list.count)
    eachPosting(list, (id, times) => {
      tally.add(id, (weight * times * (k1 + 1)) / (times + k1 * (1 - b + b * shelf.relativeLength(id))))
    })
  }
  return tally
    .best(mostChecked, 0)
    .flatMap((id) => check(shelf.codeOf(id), store.text(id) ?? '', long, Math.min(1, tally.sum(id) / most)))
    .toSorted((x, y) => y.score - x.score || (x.code < y.code ? -1 : 1))
}

/** The pairs inside the words and over their ends, since a body has no spaces. */
function pairsOf(words: readonly string[]): Set<string> {
  const pairs = new Set<string>()
  for (const [i, word] of words.entries()) {
    for (let at = 0; at + 2 <= word.length; at++) pairs.add(word.slice(at, at + 2))
    const next = words[i + 1]
    if (next !== undefined) pairs.add(word.slice(-1) + next.slice(0, 1))
  }
  return pairs
}

/** Looks into a body itself: are the words there, all of them together, and in what part of the kind. */
function check(code: string | undefined, text: string, words: readonly string[], near: number): BodyHit[] {
  if (code === undefined) return []
  const whole = words.join('')
  const letters = Math.max(1, whole.length)
  const share = (inText: string) => words.reduce((sum, w) => sum + (inText.includes(w) ? w.length : 0), 0) / letters
  const hasPhrase = whole.length > 3 && text.includes(whole)
  const parts = text.split('\n').map((part) => share(part) + (hasPhrase && part.includes(whole) ? 1 : 0))
  const field = bodyFields[parts.indexOf(Math.max(...parts))] ?? 'step'
  const all = share(text)
  const score = 0.45 * near + 0.35 * all + (hasPhrase ? 0.2 : 0)
  return [{ code, score, hasAll: all > 0.99, hasPhrase, field }]
}

/** Keeps the bodies in memory: for a manual of some hundred kinds, and for tests. */
export function memoryBodies(): BodyStore {
  const texts = new Map<number, { code: string; text: string }>()
  const lists = new Map<string, Postings>()
  let name: string | undefined
  return {
    name: () => name,
    setName: (next) => (name = next),
    bodies: () => [...texts].map(([id, { code, text }]) => ({ id, code, length: text.length })),
    text: (id) => texts.get(id)?.text,
    keep: (id, code, text) => void texts.set(id, { code, text }),
    drop: (id) => void texts.delete(id),
    postings: (pair) => lists.get(pair),
    setPostings: (pair, postings) => void lists.set(pair, postings),
    atOnce: (work) => work(),
  }
}
