import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'
import { openBodies } from '../../db/search/bodies.ts'
import { openFinder, type Searched } from '../../domain/find/find.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { f1OfMarks, lostWhileTyping, madeQueries, recallOf, statesOf, type Asked } from '../support/find-set.ts'
import { testKey } from '../support/record.ts'
import type { Figures, Row } from './row.ts'
import { largeCorpus, shippedCorpus, type Corpus } from './search-corpus.ts'
import { installPeers, peersOf, type Ask, type Peer } from './search-peers.ts'

const measureBoth = (name: string, size: number): Row[] => [
  { name: `search, ${name} kinds`, measure: async (folder) => measureSearch(size, folder) },
  { name: `search peers, ${name} kinds`, measure: (folder) => measurePeers(size, folder) },
]
export const searchRows: readonly Row[] = [...measureBoth('129', 129), ...measureBoth('10,000', 10_000)]

/** How well and how fast the search of the product is, over so many kinds (129: those that are shipped). */
function measureSearch(size: number, folder: string): Figures {
  const corpus = corpusOf(size)
  const shipped = shippedCorpus().kinds
  const file = join(folder, `${size}.search`)
  const searched = { ...corpus, name: 'one' }
  const build = buildOnce(searched, file)
  const before = heap()
  const [start, { bodies, finder }] = timed(() => {
    const opened = openBodies(file, testKey)
    return { bodies: opened, finder: openFinder(searched, opened) }
  })
  const used = (heap() - before) / 2 ** 20
  const ask = (query: string) => finder.find(query, 5).map((hit) => hit.code)
  const written = recallOf(fairQueries(size), ask)
  const queries = madeQueries(corpus.kinds, 2, 7, askedKinds(corpus.kinds, shipped))
  const made = recallOf(queries, ask)
  const lost = lostWhileTyping(shipped, ask)
  const times = keyPresses(shipped).map((state) => timed(() => finder.find(state))[0])
  const marks = queries.flatMap(({ query, code, part }) => {
    const hit = finder.find(query, 10).find((h) => h.code === code)
    return hit ? [f1OfMarks(hit.marks, corpus.kinds.find((k) => k.code === code)?.name.ko ?? '', part)] : []
  })
  const changes = shipped.slice(0, 30).map((kind) => timed(() => finder.put(changed(kind)))[0])
  bodies.close()
  return {
    kinds: corpus.kinds.length,
    writtenFirst: round(written.first),
    writtenFive: round(written.firstFive),
    madeFirst: round(made.first),
    madeFive: round(made.firstFive),
    made: made.asked,
    lost: round(lost),
    markF1: round(marks.reduce((sum, f1) => sum + f1, 0) / marks.length),
    ...spread(times),
    oneChanged: round(spread(changes).p50),
    oneChangedSlowest: round(Math.max(...changes)),
    build: Math.round(build),
    start: Math.round(start),
    heapMB: round(used),
  }
}

/** How long it takes to make the file of an edition that is not there yet. */
function buildOnce(searched: Searched, file: string): number {
  const bodies = openBodies(file, testKey)
  const [build] = timed(() => void openFinder(searched, bodies))
  bodies.close()
  return build
}

/** The same queries asked of the product's search and of other libraries; nothing if these cannot be fetched. */
async function measurePeers(size: number, folder: string): Promise<Figures> {
  const installed = installPeers(folder)
  if ('missing' in installed) {
    console.error(`search peers are skipped, the registry could not be reached: ${installed.missing}`)
    return {}
  }
  const corpus = corpusOf(size)
  const figures = await figuresOf({ name: 'own', make: async () => ownAsk(corpus, folder) }, size)
  for (const peer of peersOf(installed.load, corpus.kinds, size > 1000))
    Object.assign(figures, await figuresOf(peer, size))
  return figures
}

function ownAsk(corpus: Corpus, folder: string): Ask {
  const { find } = openFinder(
    { ...corpus, name: 'one' },
    openBodies(join(folder, `peers-${corpus.kinds.length}.search`), testKey),
  )
  return (query) => find(query).map((hit) => hit.code)
}

async function figuresOf({ name, make }: Peer, size: number): Promise<Figures> {
  const ask = await make()
  const queries = fairQueries(size)
  for (const { query } of queries.slice(0, 20)) await ask(query)
  const answers = new Map<string, string[]>()
  const times: number[] = []
  for (const { query } of queries) {
    const from = performance.now()
    answers.set(query, await ask(query))
    times.push(performance.now() - from)
  }
  const { first, firstFive } = recallOf(queries, (query) => answers.get(query) ?? [])
  const { p50, p99 } = spread(times)
  return {
    [`${name} first`]: round(first),
    [`${name} five`]: round(firstFive),
    [`${name} p50`]: p50,
    [`${name} p99`]: p99,
  }
}

const corpusOf = (size: number): Corpus => (size <= 129 ? shippedCorpus() : largeCorpus(size))

/** The shipped kinds and as many of the made ones. */
function askedKinds(all: readonly Kind[], shipped: readonly Kind[]): Kind[] {
  const made = all.slice(shipped.length)
  const step = Math.max(1, Math.floor(made.length / shipped.length))
  return [...shipped, ...made.filter((_, i) => i % step === 0).slice(0, shipped.length)]
}

/** Many of the made kinds have the words of the written queries about bodies in their bodies too. */
const fairQueries = (size: number): Asked[] => writtenQueries().filter((q) => size <= 129 || q.kind !== 'body')

function writtenQueries(): (Asked & { kind: string })[] {
  const Queries = z.array(z.object({ query: z.string(), expected: z.array(z.string()), kind: z.string() }))
  return Queries.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../domain/find/find-queries.json'), 'utf8')))
}

/** Every state of the box while every third name is typed, and the written queries as they are. */
const keyPresses = (kinds: readonly Kind[]): string[] => [
  ...kinds.filter((_, i) => i % 3 === 0).flatMap(({ name }) => statesOf(name.ko)),
  ...writtenQueries().map(({ query }) => query),
]

/** The kind as a keeper of the manual might change it: another word in its name, one more condition. */
const changed = (kind: Kind): Kind => ({
  ...kind,
  name: { ...kind.name, ko: `${kind.name.ko} 특례` },
  conditions: [...kind.conditions, { id: 'c99', text: '신청일 현재 과태료를 체납하지 않았을 것' }],
})

function timed<T>(work: () => T): [number, T] {
  const from = performance.now()
  const result = work()
  return [performance.now() - from, result]
}

function heap(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function spread(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { p50: at(0.5), p99: at(0.99) }
}
