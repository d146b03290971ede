import { stringify } from 'yaml'
import { manualFiles, type ManualParts } from '../domain/manual-diff.ts'
import { withoutStaff } from './pack-people.ts'
import type { Files } from './pack-zip.ts'

/** The files of a manual that is not in a folder, as a folder would hold them; the people of the hall are in none. */
export function contentFiles(parts: ManualParts): Files {
  const written = [...manualFiles(parts)].map(([path, said]): [string, Uint8Array] => [
    path,
    Buffer.from(typeof said === 'string' ? said : stringify(said, { lineWidth: 100 })),
  ])
  return withoutStaff(new Map(written.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
