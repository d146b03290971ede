import { useEffect, useState } from 'react'
import { dayOf, type Instant } from '../../domain/time.ts'

const lookMs = 10_000

/** Whether what was heard last is of today by the hall's clock: the PC of a board may go by another date. */
export function useIsOfToday(heardAt: Instant | undefined): boolean {
  /** What was heard on a day that is over. */
  const [past, setPast] = useState<Instant>()
  useEffect(() => {
    if (heardAt === undefined) return undefined
    const ahead = heardAt - Date.now()
    const look = () => {
      if (dayOf(Date.now() + ahead) !== dayOf(heardAt)) setPast(heardAt)
    }
    const timer = window.setInterval(look, lookMs)
    return () => window.clearInterval(timer)
  }, [heardAt])
  return heardAt !== undefined && past !== heardAt
}
