import type { Refusal } from '../../../domain/hall.ts'
import type { CounterView } from '../../../domain/views/views.ts'

/** Why F2 does nothing now, by the hall's queue or, without the line, by the paper in a visitor's hand; undefined where it does. */
export const whyNoCall = ({ line, closedActs }: Pick<CounterView, 'line' | 'closedActs'>): Refusal | undefined =>
  line.state === 'offline' ? closedActs.serveWithoutTicket : closedActs.callNext
