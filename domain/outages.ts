import { z } from 'zod'
import { Actor, Text } from './actor.ts'
import { outagesCountFrom } from './case/case-clock.ts'
import type { Span } from './period/calendar.ts'
import type { Hall } from './state.ts'
import { dayOf, Instant } from './time.ts'

/** 시스템 장애의 기록과 취소 (시행령 제6조의2, 제20조 제2호): by the supervisor, for the whole hall. */

/** 장애 안내 (시행령 제6조의2 제1항): how to apply meanwhile, and other guidance. */
const outage = { from: Instant, to: Instant, substitute: Text }
const withdrawn = { from: Instant, to: Instant, reason: Text }

export const outageCommands = [
  z.strictObject({ ...outage, type: z.literal('declareOutage') }),
  /** 장애 기록 취소: of what was written wrongly; what is right is recorded anew. */
  z.strictObject({ ...withdrawn, type: z.literal('withdrawOutage') }),
] as const
const OutageCommand = z.discriminatedUnion('type', outageCommands)
type OutageCommand = z.infer<typeof OutageCommand>

const act = { at: Instant, by: Actor }
export const outageEvents = [
  z.strictObject({ ...act, ...outage, type: z.literal('outageDeclared') }),
  z.strictObject({ ...act, ...withdrawn, type: z.literal('outageWithdrawn') }),
] as const
const OutageEvent = z.discriminatedUnion('type', outageEvents)
type OutageEvent = z.infer<typeof OutageEvent>

export type OutageRefusal = 'outageBackwards' | 'outageTooEarly' | 'outageKnown' | 'outageUnknown'

/** A recorded outage: when it was, and how one could apply meanwhile. */
export type Outage = Span & { substitute: string }

/** An outage whose record was withdrawn, by whom and why. */
export type WithdrawnOutage = Outage & { at: Instant; by: Actor; reason: string }

type Known = Pick<Hall, 'outages' | 'withdrawnOutages'>

/** Whether two outages are the same: of one time there is one record. */
export const isSameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to

/** What happens by a command on outages. A withdrawn one counts no more; what was promised meanwhile stays on the cases. */
export function decideOutage(
  { outages }: Known,
  command: OutageCommand,
  done: { by: Actor; at: Instant },
): { event: OutageEvent } | { refused: OutageRefusal } {
  const isKnown = outages.some((o) => isSameSpan(o, command))
  const { from, to } = command
  if (command.type === 'withdrawOutage')
    return isKnown
      ? { event: { ...done, type: 'outageWithdrawn', from, to, reason: command.reason } }
      : { refused: 'outageUnknown' }
  if (to <= from || to > done.at) return { refused: 'outageBackwards' }
  if (dayOf(from) < outagesCountFrom) return { refused: 'outageTooEarly' }
  if (isKnown) return { refused: 'outageKnown' }
  return { event: { ...done, type: 'outageDeclared', from, to, substitute: command.substitute } }
}

/** Takes an act on outages into the state. */
export function evolveOutage(hall: Known, event: OutageEvent): void {
  const { at, by, from, to } = event
  if (event.type === 'outageDeclared') {
    hall.outages.push({ from, to, substitute: event.substitute })
    return
  }
  const gone = hall.outages.find((o) => isSameSpan(o, event))
  if (!gone) return
  hall.outages = hall.outages.filter((o) => !isSameSpan(o, event))
  hall.withdrawnOutages.push({ ...gone, at, by, reason: event.reason })
}
