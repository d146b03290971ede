import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

/** What a program asks of the disk; `name` is a rename or a link, by which a file gets its name. */
type Asked = 'write' | 'cut' | 'fdatasync' | 'fsync' | 'close' | 'name' | 'link'

/**
 * Watches what this process asks of the disk by itself, one after the other, as `fsync hall.db-wal`, until the test is over
 * (`onEnd` is vitest's onTestFinished). What is refused throws, as on a disk that is broken. It is put into `node:fs` itself:
 * the files of a suite share what they have loaded, so that a mock would come too late.
 */
export function watchDisk(onEnd: (clean: () => void) => void) {
  const asked: string[] = []
  const names = new Map<number, string>()
  let refused: Asked | undefined
  const real = { ...fs }

  function ask(what: Asked, of: unknown): void {
    const name = typeof of === 'number' ? names.get(of) : basename(String(of))
    asked.push(name === undefined ? what : `${what} ${name}`)
    if (refused === what) throw Object.assign(new Error(`EIO: ${what}`), { code: 'EIO' })
  }
  /** The same with a note; what it is about is the argument of that number. */
  const noted =
    <A extends unknown[], R>(what: Asked, about: number, act: (...args: A) => R) =>
    (...args: A): R => {
      ask(what, args[about])
      return act(...args)
    }

  const watched = {
    openSync(...args: Parameters<typeof real.openSync>): number {
      const file = real.openSync(...args)
      names.set(file, basename(String(args[0])))
      return file
    },
    writeSync: noted('write', 0, real.writeSync),
    writeFileSync: noted('write', 0, real.writeFileSync),
    ftruncateSync: noted('cut', 0, real.ftruncateSync),
    fdatasyncSync: noted('fdatasync', 0, real.fdatasyncSync),
    fdatasync(file: number, then: (error: Error | null) => void): void {
      if (refused === 'fdatasync') then(new Error('EIO: fdatasync'))
      else real.fdatasync(file, then)
    },
    fsyncSync: noted('fsync', 0, real.fsyncSync),
    closeSync: noted('close', 0, real.closeSync),
    renameSync: noted('name', 1, real.renameSync),
    linkSync(from: string, to: string): void {
      if (refused === 'link') throw new Error('EPERM: operation not permitted, link')
      ask('name', to)
      real.linkSync(from, to)
    },
  }
  const put = (these: object) => {
    Object.assign(fs, these)
    syncBuiltinESMExports()
  }
  put(watched)
  onEnd(() => put(Object.fromEntries(Object.keys(watched).map((name) => [name, Reflect.get(real, name) as unknown]))))
  return {
    /** What was asked since the last time. */
    asked: (): string[] => asked.splice(0),
    /** From now on; nothing more where nothing is said. */
    refuse: (what?: Asked): void => void (refused = what),
  }
}
