import { readdirSync } from 'node:fs'
import { copiesFolder, machineOfCopy } from '../../db/copies/copies.ts'
import { UsageError } from './command.ts'
import { isThere } from './input.ts'

/** The machine whose data lie in a folder, told by the names of its database, its copies or its journal. */
export function machineIn(folder: string, said?: unknown): string {
  if (typeof said === 'string') return said
  const names = (place: string, machineOf: (name: string) => string | undefined) =>
    isThere(place) ? readdirSync(place).flatMap((name) => machineOf(name) ?? []) : []
  const found = new Set([
    ...names(folder, (name) => /^([a-z0-9-]+)\.(?:db|ops)$/.exec(name)?.[1]),
    ...names(copiesFolder(folder), machineOfCopy),
  ])
  const [machine] = found
  if (machine !== undefined && found.size === 1) return machine
  if (machine === undefined) throw new UsageError(`There are no data of Changgu in ${folder}.`)
  throw new UsageError(`${folder} has data of ${[...found].join(', ')}. Give each machine a folder of its own.`)
}
