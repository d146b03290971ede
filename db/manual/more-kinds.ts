import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind } from '../../domain/manual/manual.ts'
import type { Fault } from '../files/fault.ts'
import { openYaml } from '../files/yaml-file.ts'

/** A petition kind that lies beside a manual until it is added: its page and its file as it is written. */
export type MoreKind = { kind: Kind; file: string; bytes: Uint8Array }

/** The kinds of a folder of more kinds, in the order of their codes; or every fault of their files. */
export function readMoreKinds(folder: string): MoreKind[] | { faults: Fault[] } {
  const names = readdirSync(folder).filter((name) => /^[A-Z]{3}-[0-9]{2,3}\.yaml$/.test(name))
  const read = names.toSorted().map((name) => {
    const { value, faults } = openYaml(join(folder, name), name, Kind)
    return { value, faults, name }
  })
  const faults = read.flatMap((r) => r.faults)
  if (faults.length > 0) return { faults }
  return read.flatMap(({ value, name }) =>
    value ? [{ kind: value, file: `kinds/${name}`, bytes: readFileSync(join(folder, name)) }] : [],
  )
}
