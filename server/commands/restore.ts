import { join, resolve } from 'node:path'
import {
  asOf,
  copiesFolder,
  copiesIn,
  examined,
  newestSound,
  ownCopies,
  soundness,
  type Copy,
  type Soundness,
} from '../../db/copies/copies.ts'
import { restoreCopy, type Restored } from '../../db/copies/restore.ts'
import { makeFolder } from '../../db/files/make-folder.ts'
import { messageOf } from '../../db/files/message-of.ts'
import { fitsJournal } from '../../db/journal/journal.ts'
import { readKeyFile, type DatabaseKey } from '../../db/keys/data-key.ts'
import { takeMachine } from '../../db/machine-lock.ts'
import { reachOf } from '../../db/start.ts'
import { HALL } from '../../domain/actor.ts'
import { isoOf } from '../../domain/time.ts'
import { hallKeyFile } from '../hall-key.ts'
import { hallOfCopy } from '../second-place.ts'
import { underItsAccount } from './account.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { dataFolderOf, dataOptions, keyOf } from './hall-file.ts'
import { folderAt, isThere } from './input.ts'
import { machineIn } from './machine-in.ts'
import { withDisk } from './output.ts'
import { progressOver } from './progress.ts'

/** `restore`: lists the copies of a database, or puts one of them in its place. */
export const restore: CommandLine = {
  name: 'restore',
  summary:
    'List the copies of a database, or put one in its place with what the journal has since; nothing is deleted.',
  usage:
    'restore --data <folder> [--from <folder>] [--copy <name> | --newest] [--as-copied] [--machine <name>] [--key-file <file>] [--json]',
  options: {
    ...dataOptions,
    from: { type: 'string', value: 'folder', help: 'where the copies are (default: copies in the data folder)' },
    copy: { type: 'string', value: 'name', help: 'the copy to take, as it is listed' },
    newest: { type: 'boolean', help: 'take the newest copy that is sound' },
    machine: { type: 'string', value: 'name', help: 'whose copies, where the folder does not tell' },
    'as-copied': { type: 'boolean', help: 'leave out what the journal has since the copy; it is kept aside' },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  run({ options }) {
    if (options['copy'] !== undefined && options['newest'] === true)
      throw new UsageError('--copy and --newest contradict each other. Give one of them.')
    const folder = dataFolderOf(options)
    const from = typeof options['from'] === 'string' ? copiesAt(options['from']) : copiesFolder(folder)
    const machine = machineOf(folder, from, options)
    const key = keyOf(folder, options)
    const isOwn = from === copiesFolder(folder)
    const copies = isOwn ? ownCopies(folder, machine) : asOf(copiesIn(from, machine), Date.now())
    if (copies.length === 0)
      throw new UsageError(`There is no copy of ${machine} in ${from}. Name its folder with --from.`)
    progressOver(from)('every page of the copies is read')
    const chosen = choose(copies, options, machine, key)
    if (!chosen) return list(copies, machine, key, options['json'] === true)
    underItsAccount(join(folder, `${machine}.db`), folder)
    if (options['newest'] === true && machine === HALL) {
      sayOthers(chosen, copies, key)
      sayAhead(chosen, copies, key)
    }
    ownFolder(folder, machine, key)
    progressOver(from)(`${chosen.name} is put in place, and every page of it is read`)
    const restored = restoring(folder, machine, () =>
      restoreCopy({ folder, machine, key, copy: chosen, asCopied: options['as-copied'] === true, now: Date.now() }),
    )
    console.log(options['json'] === true ? JSON.stringify(restored) : inLines(restored))
    return Promise.resolve(0)
  },
}

type Options = CommandArguments['options']

function copiesAt(from: string): string {
  const folder = folderAt(resolve(from), 'the folder of the copies with --from')
  if (!isThere(folder))
    throw new UsageError(`There is no folder ${folder}. Check --from, and that the disk of the copies is there.`)
  return folder
}

function machineOf(folder: string, from: string, { machine }: Options): string {
  if (typeof machine === 'string') return machine
  // A new folder knows nothing yet; the folder of the copies does, seen as the copies of a data folder.
  const isKnown = isThere(join(folder, 'hall.db')) || from === copiesFolder(folder)
  return isKnown ? machineIn(folder) : machineIn(folder, machineOfCopies(from))
}

function machineOfCopies(from: string): string | undefined {
  return copiesIn(from, HALL).length > 0 ? HALL : undefined
}

function choose(copies: Copy[], { copy, newest }: Options, machine: string, key: DatabaseKey): Copy | undefined {
  if (typeof copy === 'string') {
    const found = copies.find((c) => c.name === copy)
    if (!found) throw new UsageError(`There is no copy ${copy}. \`restore\` without --copy lists them.`)
    const { state, error } = examined(found.path, machine, key)
    if (state === 'unread') throw new UsageError(`${notNow(found, error)} ${tryAgain}`)
    if (state !== 'sound') throw new UsageError(`${copy} is damaged, or ${closed(key)}. Choose another.`)
    return found
  }
  if (newest !== true) return undefined
  const found = newestSound(copies, { machine, key }, (passed, error) => console.error(notNow(passed, error)))
  if (!found) throw new UsageError(`No copy is sound, or they are ${closed(key)}.`)
  return found
}

/** A right, a lock, a disk that is not in: it says nothing of the copy. */
const notNow = ({ name }: Copy, error: unknown): string => `${name} cannot be read now: ${messageOf(error)}.`
const tryAgain = 'See that this account may read its folder, and try again; or choose another.'

/** Halls may share a folder, and one that was begun anew by mistake may have the key of the other. */
function sayOthers(chosen: Copy, copies: readonly Copy[], key: DatabaseKey): void {
  const own = hallOfCopy(chosen, key)
  const isOther = (copy: Copy) => ![own, undefined].includes(hallOfCopy(copy, key))
  if (!copies.some(isOther)) return
  const of = own === undefined ? '' : `, of hall ${own}`
  console.error(
    `Copies of another hall lie there too. Taken is the newest that this key opens: ${chosen.name}${of}. If it is the wrong one, take another with --copy.`,
  )
}

/** In a second place copies go by their dates: one of while the clock was ahead may pass for newer than what was made since. */
function sayAhead(chosen: Copy, copies: readonly Copy[], key: DatabaseKey): void {
  const reach = (copy: Copy) => reachOf(copy, { machine: HALL, key })?.placed ?? 0
  const own = hallOfCopy(chosen, key)
  const [most] = copies
    .filter((copy) => copy.mark === chosen.mark && copy.part > chosen.part && copy.at < chosen.at)
    .filter((copy) => hallOfCopy(copy, key) === own)
    .map((copy) => ({ name: copy.name, reach: reach(copy) }))
    .toSorted((a, b) => b.reach - a.reach)
  if (!most || most.reach <= reach(chosen)) return
  console.error(
    `${most.name} has more of the record than ${chosen.name}, which is taken for its later date: the clock may have been ahead then. If so, take the other one with --copy.`,
  )
}

/** Why a copy that is whole does not open; a new folder has no key beside it yet. */
const closed = (key: DatabaseKey): string =>
  key === 'plain' ? 'closed with a key and none was given: name its file with --key-file' : 'closed with another key'

const inWords: Record<Soundness, string> = {
  sound: 'sound',
  damaged: 'DAMAGED',
  notOpened: 'NOT OPENED by this key: closed with another one, or damaged at its beginning',
  unread: 'NOT READ: a right, a lock or the disk keeps it from being read now',
}

function list(copies: Copy[], machine: string, key: DatabaseKey, asJson: boolean): Promise<number> {
  const lines = copies.map(({ name, at, bytes, path }) => {
    const state = soundness(path, machine, key)
    return { name, at: isoOf(at), bytes, sound: state === 'sound', state }
  })
  const texts = lines.map((l) => `${l.name}  ${l.at}  ${l.bytes} bytes  ${inWords[l.state]}`)
  console.log(asJson ? JSON.stringify(lines) : texts.join('\n'))
  // Of an empty one no key says anything.
  const opened = lines.filter(({ bytes }) => bytes > 0)
  if (opened.length > 0 && opened.every((l) => l.state === 'notOpened'))
    throw new UsageError('This key opens none of the copies. Give the key that they were made with (--key-file).')
  return Promise.resolve(0)
}

/** Nothing is put into a folder that holds the data of another hall or PC, which its next start would bring back. */
function ownFolder(folder: string, machine: string, key: DatabaseKey): void {
  if (key === 'plain') return
  const file = join(folder, hallKeyFile)
  const own = isThere(file) ? readKeyFile(file) : undefined
  const isOther = (own && 'key' in own && own.key !== key) || fitsJournal({ folder, machine, key }) === false
  if (isOther)
    throw new UsageError(`${folder} holds data of ${machine} that are closed with another key. Name an empty folder.`)
}

function restoring<T>(folder: string, machine: string, act: () => T): T {
  withDisk(`${folder} cannot be made`, 'Name another folder with --data.', () => makeFolder(folder))
  const lock = takeMachine(folder, machine)
  if (!lock) throw new UsageError(`${machine} is working with ${folder}. End it first.`)
  try {
    return withDisk('The disk did not take it', 'The database is as it was. Make room, or choose another folder.', act)
  } finally {
    lock.release()
  }
}

const inLines = ({ copy, kept, entries, damaged }: Restored): string =>
  [
    `restored from ${copy}`,
    ...(kept === null ? [] : [`the former database: ${kept}`]),
    `entries that the journal had since: ${entries}${damaged > 0 ? `, lines that cannot be read: ${damaged}` : ''}`,
  ].join('\n')
