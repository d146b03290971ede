import { isDay } from '../../../domain/time.ts'
import { readDay } from '../../common/typed-day.ts'

/** A typed day of a site visit: the day, nothing, or what is no day. */
export function readSiteVisit(typed: string): string | undefined {
  const day = readDay(typed)
  if (day === '') return undefined
  return isDay(day) ? day : 'wrong'
}

/** The part of a command that says it. */
export const siteVisitOf = (typed: string): { siteVisit?: string } => {
  const day = readSiteVisit(typed)
  return day === undefined || day === 'wrong' ? {} : { siteVisit: day }
}
