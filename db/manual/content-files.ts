import type { ManualParts } from '../../domain/manual/manual-diff.ts'
import { filesOf } from './manual-export.ts'
import { withoutPeople } from './pack-people.ts'
import type { Files } from './pack-zip.ts'

/** The files of a manual that is in no folder, for a pack: in order, and without the people of the hall. */
export const contentFiles = (manual: ManualParts): Files =>
  withoutPeople(new Map([...filesOf(manual)].toSorted(([a], [b]) => (a < b ? -1 : 1))))
