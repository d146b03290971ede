import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { Category, Kind } from '../../domain/manual/manual.ts'
import type { Fault } from '../files/fault.ts'
import { changeManual } from '../files/folder-swap.ts'

const categoriesFile = 'categories.yaml'

/** Where files come from: what they are, and the kinds and categories of that manual. */
type Offer = {
  files: ReadonlyMap<string, Uint8Array>
  kinds: readonly Pick<Kind, 'code' | 'category'>[]
  categories: readonly Category[]
}

/** Puts files of another manual into a folder, with the categories that their kinds need; whole or not at all. */
export function takeFiles(
  folder: string,
  here: readonly Category[],
  offer: Offer,
): { before: string; categories: string[] } | { faults: Fault[] } {
  const { files } = offer
  const missing = files.has(categoriesFile) ? [] : categoriesFor(here, offer)
  const withCategories = new Map(files)
  if (missing.length > 0) withCategories.set(categoriesFile, categoriesWith(join(folder, categoriesFile), missing))
  const changed = changeManual(folder, withCategories)
  return 'faults' in changed ? changed : { ...changed, categories: missing.map((c) => c.code) }
}

/** The categories of the kinds that are taken, as far as they are not here. */
function categoriesFor(here: readonly Category[], { files, kinds, categories }: Offer): Category[] {
  const needed = kinds.flatMap((k) => (files.has(`kinds/${k.code}.yaml`) ? [k.category] : []))
  const known = new Set(here.map((c) => c.code))
  return categories.filter((c) => needed.includes(c.code) && !known.has(c.code))
}

/** The file of the categories with more of them at its end; what is written there stays, comments too. */
function categoriesWith(path: string, more: readonly Category[]): Uint8Array {
  const document = parseDocument(readFileSync(path, 'utf8'))
  for (const category of more) document.add(document.createNode(category))
  return Buffer.from(document.toString({ lineWidth: 0 }))
}
