import { join, resolve } from 'node:path'
import { byHand, copiesFolder, copyName, makeCopy, nextCopy } from '../../db/copies/copies.ts'
import { journalParts } from '../../db/journal/journal.ts'
import { underItsAccount } from './account.ts'
import { UsageError, type CommandLine } from './command.ts'
import { dataFolderOf, dataOptions, keyOf } from './hall-file.ts'
import { isThere, presentFolder } from './input.ts'
import { machineIn } from './machine-in.ts'
import { withDisk } from './output.ts'
import { progressOver } from './progress.ts'

/** `backup`: a checked copy of a database, whether it is worked with or not. */
export const backup: CommandLine = {
  name: 'backup',
  summary: 'Make a checked copy of the database in a data folder, under its own key, also while it is worked with.',
  usage: 'backup --data <folder> [--to <folder>] [--key-file <file>] [--json]',
  options: {
    ...dataOptions,
    to: {
      type: 'string',
      value: 'folder',
      help: 'a folder that is there, in which nothing clears the copy away (default: copies in the data folder)',
    },
    json: { type: 'boolean', help: 'print what was made as JSON' },
  },
  run({ options }) {
    const folder = dataFolderOf(options)
    const machine = machineIn(folder)
    underItsAccount(join(folder, `${machine}.db`))
    const key = keyOf(folder, options)
    const to = placeOf(options['to'], folder)
    const file = join(folder, `${machine}.db`)
    if (!isThere(file)) throw new UsageError(`There is no database ${file}. \`restore\` brings one back.`)
    const advice = 'Make room, name another folder with --to, or look into the database with `verify`.'
    return withDisk('No copy was made', advice, () => {
      // What is written from now on stands in the newest part, and the copy has the parts before it.
      const part = journalParts({ folder, machine }).at(-1) ?? 1
      const path =
        to === undefined
          ? nextCopy(copiesFolder(folder), machine, Date.now(), part)
          : join(to, copyName(machine, Date.now(), part, byHand))
      progressOver(folder)(`${file} is copied, and the copy is read through`)
      const { bytes } = makeCopy({ file, key, machine, path })
      const done = { machine, path, bytes, checked: true }
      console.log(options['json'] === true ? JSON.stringify(done) : `${path}: ${bytes} bytes, checked`)
      return Promise.resolve(0)
    })
  },
}

/**
 * Where a copy goes that is not to lie among the machine's own. The folder is never made: one that is missing is a disk that
 * is not in, and a nightly copy would fill another one.
 */
function placeOf(to: unknown, folder: string): string | undefined {
  if (typeof to !== 'string' || resolve(to) === copiesFolder(folder)) return undefined
  return presentFolder(resolve(to), 'to')
}
