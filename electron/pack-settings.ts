import { peopledBy } from '../db/manual/pack-people.ts'
import type { Opened } from '../db/manual/pack.ts'
import { decide } from '../domain/hall.ts'
import type { PackSettings } from '../domain/manual/brought.ts'
import { diffManuals } from '../domain/manual/manual-diff.ts'
import type { ManualContent } from '../domain/manual/manual.ts'
import type { Seat } from '../domain/seat.ts'
import { dayOf } from '../domain/time.ts'
import { movesBy } from '../domain/views/view-holidays.ts'

/** What a pack says beside the manual itself, against this hall: its settings field by field, and its holidays. */
export function packSettings(seat: Seat, theirs: Opened['manual'], content: ManualContent): PackSettings {
  const { profile, holidays } = seat.hall
  const today = dayOf(seat.at)
  const coming = theirs.holidays.filter((h) => h.date >= today)
  const fresh = coming.filter((h) => !holidays.has(h.date))
  const otherwise = coming.filter((h) => holidays.has(h.date) && holidays.get(h.date)?.name !== h.name)
  const moves =
    fresh.length === 0
      ? 0
      : movesBy(
          seat,
          fresh.map((holiday) => ({ date: holiday.date, holiday })),
        )
  const asked = decide(seat.hall, { type: 'designateHoliday', holidays: fresh }, { machine: seat.machine, at: seat.at })
  const told = { fresh, moves, otherwise: otherwise.map((h) => h.date) }
  return {
    hall: profile ? hallChanges({ profile, holidays: [], content }, theirs) : [],
    holidays: { ...told, ...('refused' in asked && { closed: asked.refused }) },
  }
}

/** Who works there is nobody's business here: a pack names nobody. */
function hallChanges(ours: Parameters<typeof diffManuals>[0], { profile }: Opened['manual']): PackSettings['hall'] {
  const files = diffManuals(ours, { ...ours, profile: peopledBy(profile, ours.profile) })
  return files.flatMap((one) => (one.what === 'changed' ? one.changes : []))
}
