import { existsSync } from 'node:fs'
import { stringify } from 'yaml'
import { z } from 'zod'
import { canonical } from '../../domain/canonical.ts'
import { SaidWords } from '../../domain/find/find-words.ts'
import { manualFiles, type ManualParts } from '../../domain/manual/manual-diff.ts'
import { Category, Kind } from '../../domain/manual/manual.ts'
import type { Fault } from '../files/fault.ts'
import { putFolder } from '../files/folder-swap.ts'
import { manualBytes } from './manual-files.ts'
import { readManual } from './manual-folder.ts'
import type { Files } from './pack-zip.ts'
import { manualIn } from './pack.ts'

/** What was written: the folder that was there before, and how many files of it stayed as they were. */
export type Exported = { before: string | null; files: number; kept: number; hash: string }

/**
 * Writes a manual as a folder, whole or not at all. Where the folder holds a manual, a file that says the same already stays
 * as it is, with its comments. A manual that would not be accepted back is not written.
 */
export function exportManual(folder: string, manual: ManualParts): Exported | { faults: Fault[] } {
  const there = sameFiles(folder, manual)
  const files = new Map([...filesOf(manual)].map(([path, bytes]) => [path, there.get(path) ?? bytes]))
  const back = manualIn(files)
  if ('faults' in back) return back
  const { before } = putFolder(folder, files)
  return { before, files: files.size, kept: there.size, hash: back.hash }
}

/** The files of a manual, as a folder would hold them. */
export function filesOf(manual: ManualParts): Files {
  const written = ([path, said]: [string, unknown]): [string, Uint8Array] => [
    path,
    Buffer.from(typeof said === 'string' ? said : stringify(inOrder(path, said), { lineWidth: 100 }), 'utf8'),
  ]
  return new Map([...manualFiles(manual)].map(written))
}

const lists = new Map<string, z.ZodType>([
  ['categories.yaml', z.array(Category)],
  ['words.yaml', SaidWords],
])

/** Fields are written in the order of their pages, whatever the order in the text that they came from. */
function inOrder(path: string, said: unknown): unknown {
  const schema = path.startsWith('kinds/') ? Kind : lists.get(path)
  return schema?.safeParse(said).data ?? said
}

/** The files of a folder that say what the manual says. */
function sameFiles(folder: string, manual: ManualParts): Files {
  const there = existsSync(folder) ? readManual(folder) : undefined
  const bytes = there && !('faults' in there) ? manualBytes(folder) : undefined
  if (!there || 'faults' in there || !bytes || 'faults' in bytes) return new Map()
  const was = manualFiles(there)
  const isSame = ([path, said]: [string, unknown]) => was.has(path) && canonical(was.get(path)) === canonical(said)
  return new Map(
    [...manualFiles(manual)].filter(isSame).flatMap(([path]): [string, Uint8Array][] => {
      const file = bytes.get(path)
      return file ? [[path, file]] : []
    }),
  )
}
