import { foldText, keysIn } from '../../domain/find/find-keys.ts'
import { understand } from '../../domain/find/find-query.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { installFromNpm, type Installed, type Load } from './install.ts'

/** Answers with codes, best first. */
export type Ask = (query: string) => string[] | Promise<string[]>

/** A library that is measured beside the product's own search, made when it is its turn. */
export type Peer = { name: string; make: () => Promise<Ask> }

const packages = ['minisearch@7', 'flexsearch@0.8', '@orama/orama@3', 'fuse.js@7']

/** Installs the peers into a folder of the measurement. */
export const installPeers = (folder: string): Installed => installFromNpm(folder, packages)

type Text = {
  id: number | string
  name: string
  synonyms: string
  english: string
  law: string
  form: string
  body: string
}
const short = ['name', 'synonyms', 'english', 'law', 'form'] as const

const textsOf = (kinds: readonly Kind[]): Text[] =>
  kinds.map((kind, id) => ({
    id,
    name: kind.name.ko,
    synonyms: kind.synonyms.join(' '),
    english: kind.name.en,
    law: kind.law.map((l) => `${l.law} ${l.article}`).join(' '),
    form: kind.form.title ?? '',
    body: spaced(kind),
  }))

/** The long texts of a kind as they are written: these libraries know words by the spaces between them. */
const spaced = ({ documents, conditions, steps, result }: Kind): string =>
  [
    ...documents.map((d) => d.name),
    ...conditions.map((c) => c.text),
    ...steps.flatMap((s) => [s.title, s.action, ...s.checks.map((c) => c.text)]),
    result,
  ].join(' ')

/** The same in keys, word by word: what the libraries can make of our alphabet. */
const inKeys = (text: string): string => foldText(text).split(' ').map(keysIn).join(' ')
const keyedTexts = (texts: readonly Text[]): Text[] =>
  texts.map((text) => ({
    ...text,
    ...Object.fromEntries([...short, 'body' as const].map((field) => [field, inKeys(text[field])])),
  }))
const keyedQuery = (query: string): string => {
  const { words = [], keys = '' } = understand(query) ?? {}
  return words.length > 0 ? words.map(keysIn).join(' ') : keys
}

type MiniSearch = new (options: unknown) => {
  addAll(texts: readonly Text[]): void
  search(query: string, options: unknown): { id: number }[]
}
type Fuse = new (
  texts: readonly Text[],
  options: unknown,
) => { search(query: string, options: unknown): { item: Text }[] }
type FlexSearch = {
  Document: new (options: unknown) => {
    add(text: Text): void
    search(query: string, options: unknown): { field: string; result: number[] }[]
  }
}
type Orama = {
  create(options: unknown): unknown
  insertMultiple(db: unknown, texts: readonly Text[]): unknown
  search(db: unknown, options: unknown): Promise<{ hits: { document: Text }[] }>
}

/** The peers as their documentation says, and two of them over our keys. `isLarge` leaves out what needs minutes. */
export function peersOf(load: Load, kinds: readonly Kind[], isLarge: boolean): Peer[] {
  const texts = textsOf(kinds)
  const codeOf = (id: number) => kinds[id]?.code ?? ''
  const overKeys = async (made: Promise<Ask>): Promise<Ask> => {
    const ask = await made
    return (query) => ask(keyedQuery(query))
  }
  return [
    { name: 'MiniSearch', make: () => miniSearch(load, texts, codeOf) },
    { name: 'MiniSearch + keys', make: () => overKeys(miniSearch(load, keyedTexts(texts), codeOf)) },
    { name: 'Fuse.js', make: () => fuseJs(load, texts, codeOf) },
    { name: 'Fuse.js + keys', make: () => overKeys(fuseJs(load, keyedTexts(texts), codeOf)) },
    { name: 'FlexSearch', make: () => flexSearch(load, texts, codeOf, isLarge) },
    { name: 'Orama', make: () => orama(load, texts, codeOf, isLarge) },
  ]
}

type CodeOf = (id: number) => string

async function miniSearch(load: Load, texts: readonly Text[], codeOf: CodeOf): Promise<Ask> {
  const { default: Index } = (await load('minisearch')) as { default: MiniSearch }
  const index = new Index({ fields: [...short, 'body'], storeFields: [] })
  index.addAll(texts)
  const options = { prefix: true, fuzzy: 0.2, boost: { name: 4, synonyms: 3, english: 2, law: 2 } }
  return (query: string) =>
    index
      .search(query, options)
      .slice(0, 10)
      .map(({ id }) => codeOf(id))
}

/** Fuse.js goes through every text for every query: it gets the short ones. */
async function fuseJs(load: Load, texts: readonly Text[], codeOf: CodeOf): Promise<Ask> {
  const { default: Index } = (await load('fuse.js')) as { default: Fuse }
  const index = new Index(texts, { keys: ['name', 'synonyms', 'english'], ignoreLocation: true, threshold: 0.4 })
  return (query: string) => index.search(query, { limit: 10 }).map(({ item }) => codeOf(Number(item.id)))
}

async function flexSearch(load: Load, texts: readonly Text[], codeOf: CodeOf, isLarge: boolean): Promise<Ask> {
  const loaded = (await load('flexsearch')) as FlexSearch & { default?: FlexSearch }
  const { Document } = loaded.default ?? loaded
  const index = isLarge ? short : [...short, 'body']
  const document = new Document({ tokenize: 'full', document: { id: 'id', index } })
  for (const text of texts) document.add(text)
  return (query: string) => {
    const ids = document.search(query, { limit: 10, suggest: true }).flatMap(({ result }) => result)
    return [...new Set(ids)].map(codeOf)
  }
}

async function orama(load: Load, texts: readonly Text[], codeOf: CodeOf, isLarge: boolean): Promise<Ask> {
  const { create, insertMultiple, search } = (await load('@orama/orama')) as Orama
  const fields = isLarge ? short : [...short, 'body']
  const schema = Object.fromEntries([...fields.map((field) => [field, 'string'])])
  // Its own tokenizer knows Latin letters alone.
  const tokenizer = {
    language: 'korean',
    normalizationCache: new Map(),
    tokenize: (text: string) => foldText(text).split(' '),
  }
  const db = await create({ schema, components: { tokenizer } })
  await insertMultiple(
    db,
    texts.map((text) => ({ ...text, id: String(text.id), ...(isLarge && { body: '' }) })),
  )
  return async (query: string) => {
    const { hits } = await search(db, { term: query, tolerance: 1, limit: 10, boost: { name: 4, synonyms: 3 } })
    return hits.map(({ document }) => codeOf(Number(document.id)))
  }
}
