import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage } from './stage.ts'

/** A disk whose power can be cut under a program that was killed: what had not waited for the disk is gone. */
type PowerDisk = {
  /** Variables with which a program has its data there. */
  environment: { [name: string]: string }
  /** Takes from a data folder what its database and its journal had not put on the disk; says how many files lost something. */
  cut(data: string): number
}

/** Such a disk, on which each wait takes so many milliseconds; undefined where it cannot be made. */
export function powerDisk(stage: Stage, ms: number): PowerDisk | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = join(stage.folder, 'power')
  const library = join(stage.folder, 'power.so')
  mkdirSync(folder, { recursive: true })
  const source = join(import.meta.dirname, 'power.c')
  try {
    execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  const keptOf = (path: string) => join(folder, path.replaceAll('/', '!'))
  return {
    environment: { LD_PRELOAD: library, CHANGGU_POWER_FOLDER: folder, CHANGGU_POWER_MS: String(ms) },
    cut(data) {
      let lost = 0
      for (const path of filesOf(data)) {
        if (path.endsWith('-shm')) rmSync(path)
        else if (putBack(path, keptOf(path))) lost += 1
      }
      return lost
    },
  }
}

export const noPowerDisk = { cannot: 'no disk whose power can be cut without Linux and gcc' }

/** The database of a data folder with its WAL, and the parts of its journal. */
const filesOf = (data: string): string[] =>
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\.db(-wal|-shm)?$|^[^/]+\.ops\/[^/]+\.ops$/.test(name))
    .map((name) => join(data, name))

/** Puts a file back to what was on the disk, which it has from now on; whether it loses something. */
function putBack(path: string, kept: string): boolean {
  if (!existsSync(kept)) {
    truncateSync(path)
    copyFileSync(path, kept)
    return true
  }
  const isSame = readFileSync(path).equals(readFileSync(kept))
  copyFileSync(kept, path)
  return !isSame
}
