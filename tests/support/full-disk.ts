import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Ran } from './changgu.ts'

/** Runs Node as on a disk that is nearly full: no file grows beyond so many KiB. A POSIX shell is needed. */
export function onFullDisk(kib: number, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f ${kib}; exec "$0" "$@"`, process.execPath, ...args],
    { encoding: 'utf8', timeout: 60_000, env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
  )
  return { status: status ?? 70, stdout: stdout.trim(), stderr: stderr.trim() }
}

/** The command line on such a disk. */
export const changguOnFullDisk = (kib: number, ...args: string[]): Ran =>
  onFullDisk(kib, join(import.meta.dirname, '../../server/changgu.ts'), ...args)
