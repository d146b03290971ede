import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { writeKeyFile } from '../../db/keys/data-key.ts'
import { openDataKey } from '../../db/keys/escrow.ts'
import { isAllTyped, readRecoveryKey } from '../../db/keys/recovery-key.ts'
import type { Db } from '../../db/open.ts'
import { quoted } from '../quoted.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallOptions, inHallFile } from './hall-file.ts'
import { newFile, withDisk } from './output.ts'

/** `recover-key`: the data key of a PC, from what it left with the hall, opened with the recovery key that was written down. */
export const recoverKey: CommandLine = {
  name: 'recover-key',
  summary: 'Give the data key of a PC as a key file; asks for the written-down recovery key on stdin.',
  usage: 'recover-key --machine <name> [--data <hall folder>] [--to <file>] [--key-file <file>] [--json]',
  options: {
    ...hallOptions,
    machine: { type: 'string', value: 'name', help: 'the PC, such as counter-3' },
    to: { type: 'string', value: 'file', help: 'the key file (default: <name>.key here)' },
    json: { type: 'boolean', help: 'print what was written as JSON' },
  },
  async run({ options }) {
    const { machine, to } = options
    if (typeof machine !== 'string') throw new UsageError('Name the PC with --machine.')
    const path = newFile(resolve(typeof to === 'string' ? to : `${machine}.key`))
    const sealed = inHallFile(options, (db) => sealedOf(db, machine))
    if (sealed.length === 0) throw new UsageError(`${machine} has left no key with this hall.`)
    if (process.stdin.isTTY)
      console.error('The recovery key as it was written down, then Enter (an empty line ends it):')
    const recovery = readRecoveryKey(await typedKey(process.stdin))
    if (recovery === 'mistyped') throw new UsageError('This is no recovery key: a character is missing or mistyped.')
    // The newest that opens: a PC that was paired again has left its key again.
    const key = sealed.map((one) => openDataKey(one, recovery, machine)).find((one) => one !== undefined)
    if (!key) throw new UsageError('The recovery key is of another hall.')
    withDisk(`${path} cannot be written`, 'Name another file with --to.', () => writeKeyFile(path, key))
    const said = { machine, path }
    console.log(
      options['json'] === true ? JSON.stringify(said) : `${path}: start ${machine} with --key-file=${quoted(path)}`,
    )
    return 0
  },
}

/** More characters than a recovery key is ever written with. */
const longest = 4096

/** What is piped goes to its end, or to where it can be no key any more. A terminal has none: there the last character ends it, or an empty line. */
export async function typedKey(input: Readable & { isTTY?: boolean }): Promise<string> {
  let typed = ''
  if (input.isTTY !== true) {
    for await (const part of input.setEncoding('utf8')) if ((typed += String(part)).length > longest) break
    return typed
  }
  for await (const line of createInterface({ input })) {
    typed += line
    if (line.trim() === '' || isAllTyped(typed)) break
  }
  // A terminal that is only no longer read keeps the program from ending.
  input.destroy()
  return typed
}

const sealedOf = (db: Db, machine: string): string[] =>
  db
    .prepare<[string], string>(
      `SELECT json_extract(event, '$.sealed') FROM log
        WHERE origin = ? AND json_extract(event, '$.type') = 'keyEscrowed' ORDER BY origin_seq DESC`,
    )
    .pluck()
    .all(machine)
