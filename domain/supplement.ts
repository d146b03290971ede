import type { Calendar } from './calendar.ts'
import type { Case } from './case.ts'
import type { Day } from './time.ts'

/** 보완기간 (민원처리법 제22조, 시행령 제24조·제25조): until when papers are awaited. */

/** The last day of a supplement period: as it was told, or the next working day where that is a holiday by now (민법 제161조). */
export const lastDayOf = ({ until }: { until: Day }, calendar: Calendar): Day => calendar.nextWorkingDay(until)

/** Until when the papers of a case are awaited; undefined where none are. */
export const awaitedUntil = ({ supplement }: Case, calendar: Calendar): Day | undefined =>
  supplement && lastDayOf(supplement, calendar)
