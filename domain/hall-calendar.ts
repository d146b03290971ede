import { makeCalendar, type Calendar } from './period/calendar.ts'
import type { Hall } from './state.ts'

/** 지방공무원 복무규정 제2조·제4조, as long as the hall has not said otherwise. */
const workingDay = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }

type Made = { calendar: Calendar; profile: Hall['profile'] }
/** `evolve` replaces the holidays and the profile as wholes, so the same ones make the same calendar. */
const made = new WeakMap<Hall['holidays'], Made>()

/** The calendar of the hall: its holidays, hours and counting policy; made once for each state of them. */
export function calendarOf({ profile, holidays }: Pick<Hall, 'profile' | 'holidays'>): Calendar {
  const known = made.get(holidays)
  if (known && known.profile === profile) return known.calendar
  const { hours, lunch, night, counting } = profile ?? { ...workingDay, night: undefined, counting: undefined }
  const calendar = makeCalendar({
    holidays: holidays.values(),
    hours,
    lunch,
    night,
    nightCounts: night?.counts ?? false,
    policy: counting,
  })
  made.set(holidays, { calendar, profile })
  return calendar
}
