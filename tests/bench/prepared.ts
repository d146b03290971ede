import { join } from 'node:path'
import type { Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { dayOf } from '../../domain/time.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { hallKeyIn } from '../support/record.ts'
import { recordAt } from './days.ts'

/** A hall that has run once and whose record was then carried on behind its back, as the hall itself would write it; it runs with further variables. */
export async function preparedHall(
  data: string,
  more: (from: number, now: number) => Event[],
  environment: { [name: string]: string } = {},
): Promise<Hall> {
  await (await startHall({ data })).stop()
  const kept = recordAt(join(data, 'hall.db'), hallKeyIn(data))
  const from = kept.record.lastHallSeq()
  const own = kept.record.lastOriginSeq('hall')
  const events = more(from, Date.now())
  for (let i = 0; i < events.length; i += 2000) {
    const part = events.slice(i, i + 2000)
    kept.record.stage(
      part.map((event, k): Entry => ({ origin: 'hall', originSeq: own + i + k + 1, hallSeq: from + i + k + 1, event })),
    )
    kept.record.commit()
  }
  kept.close()
  return startHall({ data, environment })
}

/** Tickets of today that wait. */
export function tickets(count: number, now: number): Event[] {
  const day = dayOf(now)
  return Array.from({ length: count }, (_, i): Event => {
    const label = { day, series: '가' as const, number: i + 1 }
    const ticket = `${day}/가${i + 1}`
    return {
      type: 'ticketIssued',
      at: now - count + i,
      by: { machine: 'hall' },
      touch: ticket,
      ticket,
      label,
      class: 'ordinary',
    }
  })
}
