import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copiesFolder, copiesIn } from '../db/copies/copies.ts'
import { makeFolder } from '../db/files/make-folder.ts'
import { messageOf } from '../db/files/message-of.ts'
import { journalFolder, journalParts } from '../db/journal/journal.ts'
import { isPlain } from '../db/keys/closed-file.ts'
import { newDataKey, readKeyFile, writeKeyFile, type DataKey } from '../db/keys/data-key.ts'
import { HALL } from '../domain/actor.ts'
import { systemWord } from './system-word.ts'

/** The key file that a hall makes for itself when it is given none. */
export const hallKeyFile = 'hall.key'

/** The credential of systemd that a service of the hall may have: LoadCredentialEncrypted=changgu-key:… */
const credential = 'changgu-key'

type Asked = { data: string; keyFile?: string | undefined }
type HallKey = { key: DataKey; notice?: string } | { wrong: string }

/**
 * The data key of a hall: from the file it was told, else from systemd's credential, else from the file in its data
 * folder, which is made for a new hall unless `whyNotNew` says why there can be none. `notice` says what that last one
 * does not protect against.
 */
export function hallKey({ data, keyFile, whyNotNew }: Asked & { whyNotNew?: () => string | undefined }): HallKey {
  try {
    const found = keyThatIs({ data, keyFile })
    if (found) return 'wrong' in found || found.from !== 'folder' ? found : { key: found.key, notice: notice(data) }
    const closed = closedIn(data)
    if (closed !== undefined) return { wrong: `${closed} is encrypted and ${missing}` }
    const wrong = databasesIn(data).length === 0 ? whyNotNew?.() : undefined
    if (wrong !== undefined) return { wrong }
    makeFolder(data)
    const key = newDataKey()
    writeKeyFile(join(data, hallKeyFile), key)
    return { key, notice: notice(data) }
  } catch (error) {
    return { wrong: whyNoFolder(data, error) ?? `The key of the hall cannot be made: ${messageOf(error)}` }
  }
}

/** Why a data folder cannot be worked with, and what to do; undefined where it is there and the fault lies elsewhere. */
function whyNoFolder(data: string, error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT)$/.test(code)) return systemWord(error)
  const file = /^(?:EEXIST|ENOTDIR|ENOENT)$/.test(code) ? fileAbove(data) : undefined
  if (file !== undefined) return `${file} is a file: name a folder with --data.`
  // /proc and the like take no folder, and say so as if they were not there.
  return code === 'ENOENT' ? `The folder ${data} cannot be made there: name another with --data.` : undefined
}

/** What is no folder and stands where a data folder or one above it should; undefined where nothing does. */
function fileAbove(path: string): string | undefined {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there) return there.isDirectory() ? undefined : path
  const above = dirname(path)
  return above === path ? undefined : fileAbove(above)
}

/** The key of a data folder for whoever only reads it: none is ever made. */
export function keyForReading(asked: Asked): { key: DataKey | 'plain' } | { wrong: string } {
  const found = keyThatIs(asked)
  if (found) return found
  // What is from before the encryption needs none.
  const closed = databasesIn(asked.data).find((path) => !isPlain(path))
  if (closed === undefined) return { key: 'plain' }
  return { wrong: `${closed} is encrypted and ${basename(closed) === 'hall.db' ? missing : missingOfPc}` }
}

/**
 * What lies in a hall's data folder and only its own key opens: the database, or where that is lost a copy or the journal,
 * from which it comes back. A new key beside them would be taken for theirs.
 */
function closedIn(data: string): string | undefined {
  const database = join(data, 'hall.db')
  if (existsSync(database)) return isPlain(database) ? undefined : database
  const copies = copiesIn(copiesFolder(data), HALL)
  if (copies.length > 0) return copies.find(({ path }) => !isPlain(path))?.path
  const journal = { folder: data, machine: HALL }
  return journalParts(journal).length > 0 ? journalFolder(journal) : undefined
}

const databasesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.db'))
        .map((name) => join(folder, name))
    : []

type Found = { key: DataKey; from: 'file' | 'credential' | 'folder' } | { wrong: string }

function keyThatIs({ data, keyFile }: Asked): Found | undefined {
  const credentials = process.env['CREDENTIALS_DIRECTORY']
  const places = [
    ...(keyFile === undefined ? [] : [{ from: 'file' as const, path: keyFile }]),
    ...(credentials ? [{ from: 'credential' as const, path: join(credentials, credential) }] : []),
    { from: 'folder' as const, path: join(data, hallKeyFile) },
  ]
  // In a folder that may not be looked into nobody can tell: that throws.
  const place = places.find(({ from, path }) => from === 'file' || statSync(path, { throwIfNoEntry: false }))
  if (!place) return undefined
  const read = readKeyFile(place.path)
  return 'wrong' in read ? read : { key: read.key, from: place.from }
}

const missing = `its key is missing. Name the key file with --key-file, or give the service, or this command, the credential ${credential} (docs/OPERATING.md, "At rest").`
const missingOfPc =
  'its key is kept by the operating system of that PC. Where it is needed in a file, `recover-key` at the hall makes one from the recovery key that was written down: name it with --key-file.'

const notice = (data: string): string =>
  `The key of this hall lies beside its record (${join(data, hallKeyFile)}): that protects a copied hall.db, not a stolen disk. ` +
  'Move it to another place or a USB stick and name it with --key-file, or give it to the service as a systemd credential (docs/OPERATING.md, "At rest").'
