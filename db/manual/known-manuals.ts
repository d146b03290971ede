import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrdinary } from '../files/ordinary-file.ts'
import { hashOf } from './editions.ts'
import { limits } from './pack-format.ts'

/**
 * Contents of manual folders that this very program has read before and found sound, so that a hall that starts again
 * with the folder as it was need not parse and check each kind anew. They are public, and nobody of the staff is in them.
 */
export type KnownManuals = { get(print: string): string | undefined; keep(print: string, text: string): void }

/** How many contents are kept. */
const most = 20

/** Contents that lie in a folder; where it cannot be written none are kept. */
export function knownManuals(folder: string): KnownManuals {
  const fileOf = (print: string) => join(folder, `${print}.json`)
  return {
    get(print) {
      try {
        const [hash = '', ...rest] = readFileSync(fileOf(print), 'utf8').split('\n')
        const text = rest.join('\n')
        return hashOf(text) === hash ? text : undefined
      } catch {
        return undefined
      }
    },
    keep(print, text) {
      const made = `${fileOf(print)}.${process.pid}`
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(made, `${hashOf(text)}\n${text}`)
        renameSync(made, fileOf(print))
        for (const old of newestFirst(folder).slice(most)) rmSync(old, { force: true })
      } catch {
        // The next start reads the folder again.
      }
    },
  }
}

const newestFirst = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ path }) => path)

/** What a manual folder says of its content, file by file, and the program that reads it: the same print, the same answer. */
export function printOf(folder: string): string | undefined {
  const print = createHash('sha256').update(programPrint())
  try {
    for (const inside of ['kinds', 'documents']) {
      const names = readdirSync(join(folder, inside)).toSorted()
      for (const name of names) print.update(`\n${inside}/${name}\n`).update(bytesOf(join(folder, inside, name)))
    }
    for (const name of ['categories.yaml', 'words.yaml'])
      if (readdirSync(folder).includes(name)) print.update(`\n${name}\n`).update(bytesOf(join(folder, name)))
    return print.digest('hex')
  } catch {
    return undefined
  }
}

/** A folder with something else among its files has no print: reading it says what is wrong. */
function bytesOf(path: string): Buffer {
  const read = readOrdinary(path, limits.total)
  if ('bytes' in read) return read.bytes
  throw new Error(read.refused)
}

let program: string | undefined

/** The files of the rules by which a folder is read. */
function programPrint(): string {
  const folders = [join(import.meta.dirname, '..'), join(import.meta.dirname, '../../domain')]
  return (program ??= JSON.stringify(
    folders.map((folder) =>
      readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name))
        return [name, size, mtimeMs]
      }),
    ),
  ))
}
