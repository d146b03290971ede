import { dirname, join, resolve } from 'node:path'
import type { DatabaseKey } from '../../db/keys/data-key.ts'
import { openSecrets, type Secrets } from '../../db/keys/secrets.ts'
import { openDatabase, openForReading, ownerOf, type Db } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import { keyForReading } from '../hall-key.ts'
import { whyNotNow, whyNotOpened } from '../hall.ts'
import { UsageError, type CommandArguments, type CommandOption } from './command.ts'
import { folderAt, isThere } from './input.ts'

type Options = CommandArguments['options']

/** The options of a command that reads the database of a hall. */
export const hallOptions = {
  data: { type: 'string', value: 'folder', help: "the hall's data folder (default: data/hall)" },
  'key-file': { type: 'string', value: 'file', help: 'the key file of the folder (default: hall.key in it)' },
} as const satisfies { [name: string]: CommandOption }

/** The options of a command that works with the data of any machine. */
export const dataOptions = {
  data: { type: 'string', value: 'folder', help: 'the data folder of the hall or of a PC' },
  'key-file': hallOptions['key-file'],
} as const satisfies { [name: string]: CommandOption }

/** The data folder that a command was given with --data. */
export function dataFolderOf({ data }: Options): string {
  if (typeof data !== 'string') throw new UsageError('Name the data folder with --data.')
  return folderAt(resolve(data), 'the data folder with --data')
}

/** The data folder of the hall that a command was given with --data, or the usual one. */
export const hallFolderOf = ({ data }: Options): string =>
  folderAt(typeof data === 'string' ? data : join('data', 'hall'), "the hall's data folder with --data")

/** Where a command finds the database of the hall. */
export const hallFileOf = (options: Options): string => join(hallFolderOf(options), 'hall.db')

/** The key that opens what lies in a data folder; one that is missing is the caller's mistake. */
export function keyOf(folder: string, { 'key-file': keyFile }: Options): DatabaseKey {
  const found = keyForReading({ data: folder, keyFile: typeof keyFile === 'string' ? keyFile : undefined })
  if ('wrong' in found) throw new UsageError(found.wrong)
  return found.key
}

/** Gives the database of a hall to whoever reads it; it is never changed. */
export function inHallFile<T>(options: Options, read: (db: Db, file: string) => T): T {
  const file = thereIs(hallFileOf(options))
  const db = openedAt(file, () => openForReading(file, keyOf(dirname(file), options)))
  try {
    return toldOf(file, 'read', () => {
      const found = ownerOf(db)
      if (found === undefined) throw new UsageError(`${file} has only just been made: the hall has not opened it yet.`)
      if (found !== HALL) throw new UsageError(`${file} belongs to ${found} and not to a hall.`)
      return read(db, file)
    })
  } finally {
    db.close()
  }
}

/** Gives the secrets of a hall to whoever changes one of them, whether the hall runs or not. */
export function inHallSecrets<T>(options: Options, act: (secrets: Secrets) => T): T {
  const file = thereIs(hallFileOf(options))
  const db = openedAt(file, () => openDatabase(file, HALL, keyOf(dirname(file), options)))
  try {
    return toldOf(file, 'written', () => act(openSecrets(db)))
  } finally {
    db.close()
  }
}

function thereIs(file: string): string {
  if (isThere(file)) return file
  throw new UsageError(`There is no hall at ${file}. Name its data folder with --data.`)
}

function openedAt(file: string, open: () => ReturnType<typeof openDatabase>): Db {
  const opened = toldOf(file, 'opened', open)
  if ('refused' in opened) throw new UsageError(`${file}: ${whyNotOpened(opened)}`)
  return opened.db
}

/** What disk, right or lock refuse is told with what to do; a mistake of the program stays one. */
function toldOf<T>(file: string, done: Parameters<typeof whyNotNow>[1], act: () => T): T {
  try {
    return act()
  } catch (error) {
    const why = whyNotNow(error, done)
    if (why === undefined) throw error
    throw new UsageError(`${file}: ${why}`)
  }
}
