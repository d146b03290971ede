import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../files/fault.ts'
import { packFault } from './pack-fault.ts'
import { isManualPath } from './pack-format.ts'

/** The paths of the files of a manual folder, in order; what else lies there is nobody's. A link is a fault. */
function manualPaths(folder: string): { paths: string[]; faults: Fault[] } {
  const paths = ['', 'documents/', 'kinds/'].flatMap((inside) =>
    namesIn(join(folder, inside))
      .map((name) => `${inside}${name}`)
      .filter(isManualPath),
  )
  const linked = ['documents', 'kinds', ...paths].filter((path) => isLink(join(folder, path)))
  return { paths: paths.toSorted(), faults: linked.map((path) => packFault(path, 'linkInside')) }
}

/** The bytes of every file of a manual folder. */
export function manualBytes(folder: string): Map<string, Uint8Array> | { faults: Fault[] } {
  const { paths, faults } = manualPaths(folder)
  if (faults.length > 0) return { faults }
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

/** The files beside the settings that look like some and are none: a pack leaves them where they are. */
export const strayFiles = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => /\.ya?ml/i.test(name) && !isManualPath(name))
    .toSorted()

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name)
  } catch {
    return []
  }
}
