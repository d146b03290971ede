import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copiesFolder, machineOfCopy } from '../../db/copies/copies.ts'
import { opensAny, verifyFolder, type Finding } from '../../db/copies/verify.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallOptions, keyOf } from './hall-file.ts'
import { folderAt } from './input.ts'
import { progressOver } from './progress.ts'

/** `verify`: examines the databases in a data folder without changing them. */
export const verify: CommandLine = {
  name: 'verify',
  summary:
    'Examine the databases in a data folder: the record, the state folded from it, the archive. Exit code 1 when something is found, 2 when it cannot be examined.',
  usage: 'verify <data folder> | --data <folder> [--key-file <file>] [--json]',
  options: {
    data: { type: 'string', value: 'folder', help: 'the data folder, instead of the word' },
    'key-file': hallOptions['key-file'],
    json: { type: 'boolean', help: 'print the findings as JSON' },
  },
  arguments: { min: 0, max: 1 },
  run({ options, words }) {
    const folder = folderOf(options['data'], words)
    requireDatabases(folder)
    const key = keyOf(folder, options)
    if (!opensAny(folder, key)) throw new UsageError(otherKey(folder))
    const findings = verifyFolder(folder, key, progressOver(folder))
    console.log(options['json'] === true ? JSON.stringify(findings) : inLines(findings))
    return Promise.resolve(findings.length === 0 ? 0 : 1)
  },
}

const otherKey = (folder: string): string =>
  `This key opens nothing in ${folder}: it is closed with another key, or all of it is damaged at its beginning. Give its own key (--key-file).`

function folderOf(data: unknown, [word]: readonly string[]): string {
  const given = typeof data === 'string' ? data : word
  if (given === undefined || (word !== undefined && typeof data === 'string'))
    throw new UsageError('Name one data folder: verify --data <folder>.')
  return folderAt(resolve(given), 'the data folder')
}

const inLines = (findings: Finding[]): string =>
  findings.length === 0 ? 'no finding' : findings.map((f) => `${f.file}: ${f.problem}: ${f.detail}`).join('\n')

/** An empty answer about a folder without databases would read as if all were well. */
function requireDatabases(folder: string): void {
  const advice = 'Give the folder that holds hall.db or the database of a counter.'
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder to read at ${folder}. ${advice}`)
  const names = readdirSync(folder)
  if (!names.some((name) => name.endsWith('.db'))) throw new UsageError(`There is no database in ${folder}. ${advice}`)
  // What this account may not read is no damage: it is said before anything is examined.
  const copies = names.includes('copies') ? readdirSync(copiesFolder(folder)) : []
  for (const name of [...names.filter(isExamined), ...copies.filter(isCopy).map((copy) => join('copies', copy))])
    accessSync(join(folder, name), constants.R_OK)
}

const isExamined = (name: string): boolean => /\.(?:db|ops)$/.test(name)
const isCopy = (name: string): boolean => machineOfCopy(name) !== undefined
