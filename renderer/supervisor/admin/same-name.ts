import type { RosterView } from '../../../domain/views/view-roster.ts'

type Alike = { name: string; team: string | undefined }
const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '')

/**
 * Somebody else of the hall who is called as is typed, with the team; who has left has none. Whoever keeps the name they had
 * is told of nobody.
 */
export function sameName(
  { staff, former, teams }: Pick<RosterView, 'staff' | 'former' | 'teams'>,
  typed: string,
  own?: { id: string; name: string },
): Alike | undefined {
  if (own && plain(own.name) === plain(typed)) return undefined
  const isAlike = (one: { id: string; name: string }) => one.id !== own?.id && plain(one.name) === plain(typed)
  const here = staff.map((s) => s.person).find(isAlike)
  if (here) return { name: here.name, team: teams.find((t) => t.id === here.team)?.name ?? here.team }
  const gone = former.find(isAlike)
  return gone && { name: gone.name, team: undefined }
}
