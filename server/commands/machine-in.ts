import { existsSync, readdirSync } from 'node:fs'
import { copiesFolder } from '../../db/copies.ts'
import { UsageError } from './command.ts'

/** The machine whose data lie in a folder, told by the names of its database, its copies or its journal. */
export function machineIn(folder: string, said?: unknown): string {
  if (typeof said === 'string') return said
  const names = (place: string, pattern: RegExp) =>
    existsSync(place) ? readdirSync(place).flatMap((name) => pattern.exec(name)?.[1] ?? []) : []
  const found = new Set([
    ...names(folder, /^([a-z0-9-]+)\.(?:db|ops)$/),
    ...names(copiesFolder(folder), /^([a-z0-9-]+)\.\d{8}T\d{9}Z\.\d+\.db$/),
  ])
  const [machine] = found
  if (machine !== undefined && found.size === 1) return machine
  if (machine === undefined) throw new UsageError(`There are no data of Changgu in ${folder}.`)
  throw new UsageError(`${folder} has data of ${[...found].join(', ')}. Give each machine a folder of its own.`)
}
