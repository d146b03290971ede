import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage } from './stage.ts'

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** A disk so small that a scenario can fill it, and that can be made read-only. */
type SmallDisk = { folder: string; fill(): void; free(): void; remount(how: 'ro' | 'rw'): boolean }

/** A file system of so many megabytes in memory; undefined where this user may mount none. */
export function smallDisk(stage: Stage, name: string, megabytes: number): SmallDisk | undefined {
  const folder = join(stage.folder, name)
  mkdirSync(folder, { recursive: true })
  if (process.platform !== 'linux') return undefined
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) return undefined
  stage.onEnd(() => runs('umount', '--lazy', folder))
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillWith(filler),
    free: () => rmSync(filler, { force: true }),
    remount: (how) => runs('mount', '-o', `remount,${how}`, folder),
  }
}

export const cannotMount = { cannot: 'this user may mount no small disk' }

/** Writes until not one byte more has room. */
function fillWith(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (const size of [1 << 20, 4096, 1]) while (takes(handle, Buffer.alloc(size)));
  } finally {
    closeSync(handle)
  }
}

function takes(handle: number, bytes: Buffer): boolean {
  try {
    return writeSync(handle, bytes) > 0
  } catch {
    return false
  }
}

/** No file of a process may grow beyond so many bytes, or all may again: what a quota does to it. False where it cannot be set. */
export const limitFiles = (pid: number, bytes: number | 'unlimited'): boolean =>
  runs('prlimit', '--pid', String(pid), `--fsize=${bytes}:`)

export const cannotLimit = { cannot: 'there is no prlimit' }

/** The size of a file; 0 where there is none. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
