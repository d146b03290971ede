import { z } from 'zod'
import type { SaidWords } from '../../domain/find/find-words.ts'
import { makeFinder } from '../../domain/find/find.ts'
import type { CommandLine } from './command.ts'
import { questionFile, questionOptions, readJson, shippedManual, soundManual } from './input.ts'

const Queries = z.array(z.looseObject({ query: z.string() }))
const shape = 'a JSON array of {"query": text}'

/** `find`: what the finder answers to a file of queries, for programs that measure it. */
export const find: CommandLine = {
  name: 'find',
  summary: 'Finds petition kinds for a file of queries, best first.',
  usage: 'find --from <file> [--manual <folder>]',
  options: {
    ...questionOptions(shape),
    manual: { type: 'string', value: 'folder', help: 'another manual than the shipped one' },
  },
  run({ options }) {
    const queries = readJson(questionFile(options), Queries, shape)
    const { content } = soundManual(typeof options['manual'] === 'string' ? options['manual'] : shippedManual)
    const search = makeFinder(content.kinds, content.words.length > 0 ? content.words : shippedWords())
    const found = queries.map(({ query }) => ({ query, codes: search(query, 10).map((h) => h.code) }))
    console.log(JSON.stringify(found))
    return Promise.resolve(0)
  },
}

/** A folder without words of its own is searched with those that are shipped. */
const shippedWords = (): SaidWords => soundManual(shippedManual).content.words
