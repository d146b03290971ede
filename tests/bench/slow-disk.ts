import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from './live-play.ts'

/**
 * A slow disk: variables with which a program waits so many milliseconds longer each time that it waits for the disk
 * (`fsync` and `fdatasync`), the hall and the engines beside it alike. Says why not where it cannot be compiled.
 */
export function slowDisk(ms: number): { environment: Environment } | { missing: string } {
  if (process.platform !== 'linux') return { missing: 'a slow disk is made on Linux only' }
  // Everybody may read it: PostgreSQL runs as another user.
  const folder = mkdtempSync(join(tmpdir(), 'changgu-slow-disk-'))
  chmodSync(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const library = join(folder, 'slow-disk.so')
  const source = join(import.meta.dirname, 'slow-disk.c')
  try {
    execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], { stdio: 'pipe' })
  } catch {
    return { missing: 'no slow disk without gcc' }
  }
  return { environment: { LD_PRELOAD: library, CHANGGU_BENCH_DISK_MS: String(ms) } }
}
