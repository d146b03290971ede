import { stringify } from 'yaml'
import { z } from 'zod'
import type { HallProfile } from '../domain/manual.ts'
import type { Files } from './pack-zip.ts'
import { parseYaml } from './yaml-file.ts'

/** The people of a hall: a pack goes to another institution, and takes their names along only where that is wished. */

const hallFileName = 'hall.yaml'

/** The files without the staff list of hall.yaml; its comments go too, for they may name people. */
export const withoutStaff = (files: Files): Files =>
  changed(files, (hall) => Object.fromEntries(Object.entries(hall).filter(([field]) => field !== 'staff')))

/** Whether the files name people. */
export function hasStaff(files: Files): boolean {
  const hall = hallIn(files)
  return hall === undefined || Object.hasOwn(hall, 'staff')
}

/** The files with a staff list in hall.yaml. */
export const withStaff = (files: Files, staff: HallProfile['staff']): Files =>
  changed(files, (hall) => ({ ...hall, staff }))

/** Someone in the first team, so that files without people can be read as a hall: nobody, and never kept. */
export function withNobody(files: Files): Files {
  const [first] = teamsOf(hallIn(files))
  return withStaff(files, [{ id: 'nobody', name: '-', role: 'administrator', team: first ?? '-' }])
}

const Fields = z.record(z.string(), z.unknown())
type Fields = z.infer<typeof Fields>

function changed(files: Files, how: (hall: Fields) => Fields): Files {
  const hall = hallIn(files)
  if (!hall) return files
  return new Map([...files, [hallFileName, Buffer.from(stringify(how(hall), { lineWidth: 0 }))]])
}

/** What hall.yaml says; undefined where it is none that would be read. */
const hallIn = (files: Files): Fields | undefined =>
  parseYaml(Buffer.from(files.get(hallFileName) ?? []).toString('utf8'), hallFileName, Fields).value

function teamsOf(hall: Fields | undefined): string[] {
  const teams: unknown = hall?.['teams']
  if (!Array.isArray(teams)) return []
  return teams.flatMap((team: unknown) => {
    const { id } = (team ?? {}) as { id?: unknown }
    return typeof id === 'string' ? [id] : []
  })
}
