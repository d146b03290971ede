import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { messageOf } from '../../db/files/message-of.ts'
import { readOrdinary, whyNotRead, type NotRead } from '../../db/files/ordinary-file.ts'
import { readManual, type ManualFolder } from '../../db/manual/manual-folder.ts'
import { quoted } from '../quoted.ts'
import { UsageError, type CommandArguments, type CommandOption } from './command.ts'

/** The manual that is shipped with Changgu. */
export const shippedManual = join(import.meta.dirname, '../../manual')

/** Bytes of a file of questions that are read at most. */
const mostOfJson = 256 * 2 ** 20

/** Reads a file of at most so many bytes; says why it cannot be read, and what to do. */
export function readBytes(path: string, most: number): Buffer {
  let read: { bytes: Buffer } | NotRead
  try {
    read = readOrdinary(path, most)
  } catch {
    throw new UsageError(`${path} cannot be read. Check the path and that it may be read.`)
  }
  if ('bytes' in read) return read.bytes
  throw new UsageError(whyNotRead(path, read, most))
}

/** Bytes that the file of a key for signing has at most. */
const mostOfKey = 64 * 2 ** 10

/** Reads the file of a key for signing, private or public. */
export const readKeyText = (path: string): string => readBytes(path, mostOfKey).toString('utf8')

/** The options by which a command is given a file of questions; `--json`, which elsewhere asks for the answer as JSON, is its former name. */
export const questionOptions = (shape: string) =>
  ({
    from: { type: 'string', value: 'file', help: shape },
    json: { type: 'string', value: 'file', help: 'the former name of --from' },
  }) as const satisfies { [name: string]: CommandOption }

/** The file of questions that a command was given. */
export function questionFile({ from, json }: CommandArguments['options']): unknown {
  if (from !== undefined && json !== undefined) throw new UsageError('--from and --json name the same. Give --from.')
  return from ?? json
}

/** Reads a JSON file of a shape; says what is wrong, where, and what to do. */
export function readJson<T>(path: unknown, schema: z.ZodType<T>, shape: string): T {
  if (typeof path !== 'string') throw new UsageError(`A JSON file is needed with --from: ${shape}.`)
  const text = readBytes(path, mostOfJson)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = messageOf(error)
    throw new UsageError(`${path} is not JSON (${why}). It must be ${shape}.`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  throw new UsageError(`${path} is of another shape${field}: ${issue?.message}. It must be ${shape}.`)
}

/** Whether a file or folder is there; one in a folder that may not be looked into throws, for nobody can tell. */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/** The path of a folder that a command works with. It may not be there yet, but it is no file. */
export function folderAt(path: string, what: string): string {
  if (isThere(path) && !statSync(path).isDirectory()) throw new UsageError(`${path} is a file. Name ${what}.`)
  return path
}

/** A folder that must be there: one that is missing is mostly a disk that is not in, and another one is never made for it. */
export function presentFolder(path: string, option: string): string {
  const place = folderAt(path, `a folder with --${option}`)
  if (isThere(place)) return place
  throw new UsageError(
    `There is no folder ${place}. Connect its disk, or make the folder, and give it with --${option} again.`,
  )
}

/** The folder of a manual that a command was given; what is in it is another matter. */
export function manualAt(folder: string): string {
  if (!isThere(folder)) throw new UsageError(`There is no folder ${folder}. Check the path.`)
  return folderAt(folder, 'the folder of a manual')
}

/** The manual of a folder, which must have no fault. */
export function soundManual(folder: string): ManualFolder {
  const manual = readManual(manualAt(folder))
  if (!('faults' in manual)) return manual
  const count = manual.faults.length === 1 ? 'a fault' : `${manual.faults.length} faults`
  throw new UsageError(`The manual in ${folder} has ${count}. See: npm run changgu -- manual check ${quoted(folder)}`)
}
