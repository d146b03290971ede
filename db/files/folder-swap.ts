import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readManual } from '../manual/manual-folder.ts'
import type { Fault } from './fault.ts'
import { makeFolder } from './make-folder.ts'

/** Writes files into a folder that is new and nobody else's; a name that is there already is an error. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>, flag: 'w' | 'wx' = 'wx'): void {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'))
    makeFolder(dirname(target))
    writeFileSync(target, bytes, { flag })
  }
}

/** Puts a folder with these files in place, whole or not at all. What was there stays beside it, and is named. */
export function putFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): { before: string | null } {
  return swapIn(folder, (made) => writeFiles(made, files))
}

/** Changes files of a manual folder, whole or not at all, and only if the result has no fault. */
export function changeManual(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): { before: string } | { faults: Fault[] } {
  let faults: Fault[] = []
  try {
    const { before } = swapIn(folder, (made) => {
      cpSync(folder, made, { recursive: true, verbatimSymlinks: true })
      writeFiles(made, files, 'w')
      const manual = readManual(made)
      if ('faults' in manual) ({ faults } = manual)
      if (faults.length > 0) throw new Error('the result has faults')
    })
    if (before === null) throw new Error(`${folder} was empty`)
    return { before }
  } catch (error) {
    if (faults.length === 0) throw error
    return { faults }
  }
}

/** Makes a folder beside the old one and renames it into its place; an empty one leaves nothing behind. */
function swapIn(folder: string, make: (made: string) => void): { before: string | null } {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  makeFolder(dirname(target))
  const made = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    make(made)
    const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o777 & ~process.umask()
    chmodSync(made, mode)
    const isEmpty = existsSync(target) && readdirSync(target).length === 0
    if (isEmpty) rmdirSync(target)
    const before = existsSync(target) ? freeName(`${target}.before`) : null
    if (before !== null) renameSync(target, before)
    try {
      renameSync(made, target)
    } catch (error) {
      if (before !== null) renameSync(before, target)
      throw error
    }
    return { before }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function freeName(path: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? path : `${path}-${n}`
    if (!existsSync(name)) return name
  }
}
