import { stringify } from 'yaml'
import { z } from 'zod'
import type { HallProfile } from '../../domain/manual/manual.ts'
import { parseYaml } from '../files/yaml-file.ts'
import type { Files } from './pack-zip.ts'

/** The people of a hall: a pack goes to another institution, and takes their names along only where that is wished. */

const hallFileName = 'hall.yaml'

/** The files without the staff list of hall.yaml and whom its queue names; its comments go too, for they may name people. */
export const withoutPeople = (files: Files): Files => changed(files, bare)

/** Whether the files name people. */
export function hasStaff(files: Files): boolean {
  const hall = hallIn(files)
  return hall === undefined || Object.hasOwn(hall, 'staff')
}

type People = Pick<HallProfile, 'staff' | 'queue'>

/** The files with these people in hall.yaml and no others: its staff list, and whom its queue names. */
export const withPeople = (files: Files, { staff, queue }: People): Files =>
  changed(files, (hall) => {
    const named = queue?.outOfOrderBy
    const without = bare(hall)
    const ofQueue = Fields.safeParse(without['queue']).data
    return { ...without, staff, ...(named && { queue: { ...ofQueue, outOfOrderBy: named } }) }
  })

/** A hall with the people of another, as `withPeople` writes it. */
export function peopledBy({ queue, ...hall }: HallProfile, { staff, queue: own }: People): HallProfile {
  const { outOfOrderBy: _theirs, ...ofQueue } = queue ?? {}
  const named = own?.outOfOrderBy
  const all = { ...ofQueue, ...(named && { outOfOrderBy: named }) }
  return { ...hall, staff, ...(Object.keys(all).length > 0 && { queue: all }) }
}

/** Someone in the first team, so that files without people can be read as a hall: nobody, and never kept. */
export function withNobody(files: Files): Files {
  const [first] = teamsOf(hallIn(files))
  const staff = [{ id: 'nobody', name: '-', role: 'administrator' as const, team: first ?? '-' }]
  return withPeople(files, { staff })
}

const Fields = z.record(z.string(), z.unknown())
type Fields = z.infer<typeof Fields>

function bare({ staff: _staff, queue, ...rest }: Fields): Fields {
  const { outOfOrderBy: _named, ...ofQueue } = Fields.safeParse(queue).data ?? {}
  return Object.keys(ofQueue).length === 0 ? rest : { ...rest, queue: ofQueue }
}

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
