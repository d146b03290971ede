import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isHindrance, whyHindered } from '../db/damage.ts'

/** How a command is called as the account with a number, whatever its name is. */
export const asAccount = (uid: number): string => `sudo -u '#${uid}' …`

/**
 * What the system refuses a program, in a sentence: about which path, and what to do. Undefined for what is a mistake of
 * the program itself.
 */
export function systemWord(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) {
    return isHindrance(error) ? `The database ${whyHindered(error, 'read')}` : undefined
  }
  const code = String(error.code)
  const path = atFault(code, pathsOf(error))
  if (path === undefined) return ofNoPath[code]
  return words[code]?.(path) ?? (ofTheDisk.has(code) ? otherwise(path, error.message) : undefined)
}

/** Of a copy, a link or a new name there are two. */
function pathsOf(error: Error): { path: string | undefined; dest: string | undefined } {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { path: text(Reflect.get(error, 'path')), dest: text(Reflect.get(error, 'dest')) }
}

/** Which of the two is refused: the first, unless it may be read or only the second can be. */
function atFault(code: string, { path, dest }: ReturnType<typeof pathsOf>): string | undefined {
  if (path === undefined || dest === undefined) return path
  if (ofTarget.has(code)) return dest
  try {
    accessSync(path, constants.R_OK)
    return dest
  } catch {
    return path
  }
}

/** What only the place that is written to can refuse. */
const ofTarget: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EEXIST', 'EISDIR'])
/** What a disk says of itself; any other is a mistake of the program. */
const ofTheDisk: ReadonlySet<string> = new Set(['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EBUSY', 'ELOOP', 'ENAMETOOLONG'])

const ofNoPath: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, and try again.',
  EDQUOT: 'The disk has no more room for this account. Make room, and try again.',
  EMFILE: 'Too many files are open. End other programs, and try again.',
  ENFILE: 'Too many files are open. End other programs, and try again.',
}

const full = (path: string) => `${path} cannot be written: its disk is full. Make room, and try again.`
const noRight = (path: string) => `This account may not use ${path}${ownerIn(path)}`
const tooMany = (path: string) =>
  `${path} cannot be opened: too many files are open. End other programs, and try again.`

const words: Readonly<Record<string, (path: string) => string>> = {
  EACCES: noRight,
  EPERM: noRight,
  ENOENT: (path) => `${path} is not there. Check the path, and that its disk is connected.`,
  ENOTDIR: (path) => `${path} is no folder, or something above it is a file. Check the path.`,
  EISDIR: (path) => `${path} is a folder. Name a file.`,
  EEXIST: (path) => `${path} is there already. Name another.`,
  EROFS: (path) => `${path} cannot be written: its disk is read-only. Name another place.`,
  ENOSPC: full,
  EDQUOT: full,
  EMFILE: tooMany,
  ENFILE: tooMany,
}

const otherwise = (path: string, message: string): string =>
  `${path} cannot be worked with (${message}). See that its disk is connected and sound; then try again.`

/** Whose it is that may not be used, as far as it can be seen from here: what is in a closed folder cannot. */
function ownerIn(path: string): string {
  const own = process.getuid?.()
  const seen = own === undefined ? undefined : nearest(path)
  if (seen === undefined || seen.uid === own) return '. Check who may read and write it.'
  const whose = seen.path === path ? ', which' : `: ${seen.path}`
  return `${whose} belongs to the account ${seen.uid}. Call this as that account: ${asAccount(seen.uid)}`
}

function nearest(path: string): { path: string; uid: number } | undefined {
  try {
    return { path, uid: statSync(path).uid }
  } catch {
    const above = dirname(path)
    return above === path ? undefined : nearest(above)
  }
}
