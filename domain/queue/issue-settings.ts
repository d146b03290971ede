import { z } from 'zod'
import { ClockTime } from '../time.ts'

/** What a hall may set about giving tickets, and the reasons to stop it. */

/** As `hall.yaml` may set it. Without it tickets are given at any time, until the day is closed. */
export const TicketSettings = z.strictObject({
  /** From the beginning to the end of the hall's hours where nothing else is said. */
  from: ClockTime.optional(),
  until: ClockTime.optional(),
  /** On the evening of the night session; where nothing is said, its end. */
  nightUntil: ClockTime.optional(),
  /** How many tickets a day at most, whoever issues them. */
  dailyLimit: z.int().min(1).max(9999).optional(),
  /** Also on Saturdays, Sundays and holidays. */
  daysOff: z.boolean().optional(),
})

/** Why a supervisor stops the issue: too many wait, the systems are out, the hall closes early, an emergency. */
export const IssueStopReason = z.enum(['tooMany', 'outage', 'earlyClose', 'emergency'])
export type IssueStopReason = z.infer<typeof IssueStopReason>

/** Whether a stop says more than that there are no tickets for a while: to follow the staff, or that nobody need wait. */
export const isForToday = (reason: IssueStopReason): boolean => reason === 'emergency' || reason === 'earlyClose'
