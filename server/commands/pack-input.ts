import { readdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Fault } from '../../db/files/fault.ts'
import { trustedIn } from '../../db/keys/pack-key.ts'
import { limits } from '../../db/manual/pack-format.ts'
import { openPack, type Opened, type Trust } from '../../db/manual/pack.ts'
import { UsageError, type CommandArguments, type CommandOption } from './command.ts'
import { isThere, presentFolder, readBytes, readKeyText } from './input.ts'

type Options = CommandArguments['options']

/** The options of every command that opens a pack. */
export const trustOptions: { readonly [name: string]: CommandOption } = {
  trust: { type: 'string', value: 'public key', help: 'a file with the public key of the sender, or its fingerprint' },
  unsigned: { type: 'boolean', help: 'accept a pack without a signature' },
}

/** The option that a command needs. */
export function needed(options: Options, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`--${name} is needed.`)
}

/** Opens the pack of a file, and has it come from whom the options say. */
export function packIn(path: string, options: Options): Opened | { faults: Fault[] } {
  const trust = trustOf(options)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  // A file beyond the limit is refused as too large without being read.
  const bytes = size > limits.pack ? new Uint8Array(limits.pack + 1) : readBytes(path, limits.pack)
  return openPack(bytes, trust)
}

function trustOf({ trust, unsigned }: Options): Trust {
  if (typeof trust !== 'string') return unsigned === true ? 'unsigned' : 'anySigner'
  if (unsigned === true) throw new UsageError('--trust and --unsigned contradict each other. Give one of them.')
  const typed = trustedIn(trust)
  if (typed === undefined && !isThere(trust))
    throw new UsageError(`"${trust}" is neither a file nor a fingerprint of 64 characters 0–9 a–f. Look at it again.`)
  const fingerprint = typed ?? trustedIn(readKeyText(trust))
  if (fingerprint !== undefined) return { fingerprint }
  throw new UsageError(`${trust} is no Ed25519 public key. Give the file ending in .pub that manual key wrote.`)
}

/** The folder that a manual is written into, with --to: new in one that is there, or empty, or with --force any. */
export function targetOf(options: Options): string {
  const folder = needed(options, 'to')
  presentFolder(dirname(resolve(folder)), 'to')
  if (isFilled(folder) && options['force'] !== true)
    throw new UsageError(`${folder} is not empty. Name a new folder, or add --force: the old one is kept beside it.`)
  return folder
}

/** Whether a folder is there and holds something. */
function isFilled(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw new UsageError(`${folder} is no folder that can be read. Name another.`)
  }
}
