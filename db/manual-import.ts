import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { ManualParts } from '../domain/manual-diff.ts'
import type { Category } from '../domain/manual.ts'
import type { Fault } from './fault.ts'
import { changeManual } from './folder-swap.ts'

const categoriesFile = 'categories.yaml'

/** Puts files of another manual into a folder, with the categories that their kinds need; whole or not at all. */
export function takeFiles(
  folder: string,
  own: ManualParts,
  other: ManualParts,
  files: ReadonlyMap<string, Uint8Array>,
): { before: string | null; categories: string[] } | { faults: Fault[] } {
  const missing = files.has(categoriesFile) ? [] : categoriesFor(own, other, [...files.keys()])
  const withCategories = new Map(files)
  if (missing.length > 0) withCategories.set(categoriesFile, categoriesWith(join(folder, categoriesFile), missing))
  const changed = changeManual(folder, withCategories)
  return 'faults' in changed ? changed : { ...changed, categories: missing.map((c) => c.code) }
}

/** The categories of the kinds that are taken, as far as they are not here. */
function categoriesFor(own: ManualParts, other: ManualParts, files: readonly string[]): Category[] {
  const codes = other.content.kinds.flatMap((k) => (files.includes(`kinds/${k.code}.yaml`) ? [k.category] : []))
  const here = new Set(own.content.categories.map((c) => c.code))
  return other.content.categories.filter((c) => codes.includes(c.code) && !here.has(c.code))
}

/** The file of the categories with more of them at its end; what is written there stays, comments too. */
function categoriesWith(path: string, more: readonly Category[]): Uint8Array {
  const document = parseDocument(readFileSync(path, 'utf8'))
  for (const category of more) document.add(document.createNode(category))
  return Buffer.from(document.toString({ lineWidth: 0 }))
}
