import { z } from 'zod'

/** What a hall may set about giving tickets, and the reasons to stop it. */

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)

/** As `hall.yaml` may set it. Without it tickets are given at any time, until the day is closed. */
export const TicketSettings = z.strictObject({
  /** From the beginning to the end of the hall's hours where nothing else is said. */
  from: clock.optional(),
  until: clock.optional(),
  /** On the evening of the night session; where nothing is said, its end. */
  nightUntil: clock.optional(),
  /** How many tickets a day at most, whoever issues them. */
  dailyLimit: z.int().min(1).max(9999).optional(),
  /** Also on Saturdays, Sundays and holidays. */
  daysOff: z.boolean().optional(),
})

/** Why a supervisor stops the issue: too many wait, the systems are out, the hall closes early, an emergency. */
export const IssueStopReason = z.enum(['tooMany', 'outage', 'earlyClose', 'emergency'])
export type IssueStopReason = z.infer<typeof IssueStopReason>
