import { resolve } from 'node:path'
import type { DatabaseKey } from '../../db/keys/data-key.ts'
import { zipFiles } from '../../db/manual/pack-zip.ts'
import { keyForReading } from '../hall-key.ts'
import { supportFiles } from '../support.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { dataFolderOf, dataOptions, keyOf } from './hall-file.ts'
import { machineIn } from './machine-in.ts'
import { newFile, writeTo } from './output.ts'
import { progressOver } from './progress.ts'

/** `support`: one file for whoever helps from afar, with nothing about people in it. */
export const support: CommandLine = {
  name: 'support',
  summary:
    'Put versions, health, measurements, findings and diagnostics of a machine into one file, and nothing about people.',
  usage: 'support --data <folder> --out <file.zip> [--key-file <file>] [--json]',
  options: {
    ...dataOptions,
    out: { type: 'string', value: 'file', help: 'the file to be made; one that is there is never overwritten' },
    json: { type: 'boolean', help: 'print what was made as JSON' },
  },
  async run({ options }) {
    const folder = dataFolderOf(options)
    const { out } = options
    if (typeof out !== 'string' || out === '') throw new UsageError('Name the file to be made with --out.')
    const path = newFile(resolve(out))
    const place = { folder, machine: machineIn(folder), key: keyIfAny(folder, options) }
    const files = await supportFiles(place, Date.now(), progressOver(folder))
    const encoder = new TextEncoder()
    const bytes = zipFiles(new Map([...files].map(([name, text]) => [name, encoder.encode(text)])))
    writeTo(path, bytes)
    const made = { path, bytes: bytes.length, files: [...files.keys()] }
    console.log(
      options['json'] === true
        ? JSON.stringify(made)
        : `${path}: ${bytes.length} bytes\n\n${files.get('about.txt') ?? ''}`,
    )
    return 0
  },
}

/** Without its key a machine is still told of, but for what only the inside of its database says. */
function keyIfAny(folder: string, options: CommandArguments['options']): DatabaseKey | undefined {
  if (options['key-file'] !== undefined) return keyOf(folder, options)
  const found = keyForReading({ data: folder })
  if (!('wrong' in found)) return found.key
  console.error(`What \`verify\` finds is not in it: ${found.wrong}`)
  return undefined
}
