import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import type { Hall } from '../state.ts'
import { Instant, dayOf, type Day } from '../time.ts'

/** 비상벨 (민원처리법 시행령 제4조 제1항): a PC calls the supervisor and the colleagues; the citizens' screens stay quiet. */

/** Where a colleague's bell sounds beside being shown: nowhere, at supervisors' PCs alone, or at counters and tablets too. */
const BellSound = z.enum(['none', 'supervisor', 'all'])
type BellSound = z.infer<typeof BellSound>
export const BellSettings = z.strictObject({ sound: BellSound })

const call = { call: Id }
export const emergencyCommands = [
  z.strictObject({ ...call, type: z.literal('callEmergency') }),
  z.strictObject({ ...call, type: z.literal('answerEmergency') }),
  z.strictObject({ ...call, type: z.literal('endEmergency'), done: Text }),
] as const

const act = { at: Instant, by: Actor, ...call }
export const emergencyEvents = [
  z.strictObject({ ...act, type: z.literal('emergencyCalled') }),
  z.strictObject({ ...act, type: z.literal('emergencyAnswered') }),
  /** With what was done; it names no citizen. */
  z.strictObject({ ...act, type: z.literal('emergencyEnded'), done: Text }),
] as const

const EmergencyCommand = z.discriminatedUnion('type', emergencyCommands)
type EmergencyCommand = z.infer<typeof EmergencyCommand>
const EmergencyEvent = z.discriminatedUnion('type', emergencyEvents)
type EmergencyEvent = z.infer<typeof EmergencyEvent>

export type EmergencyRefusal = 'emergencyUnknown' | 'emergencyOver'

export type Emergency = {
  readonly call: string
  readonly at: Instant
  readonly by: Actor
  /** Who has said to be coming, first one first. */
  answered: { at: Instant; by: Actor }[]
  ended?: { at: Instant; by: Actor; done: string }
}

type Known = Pick<Hall, 'emergencies'>
type Done = { by: Actor; at: Instant }

/** Decides an act on the bell. A bell that rings already is not rung twice, and one answer of a PC is enough. */
export function decideEmergency(
  hall: Known,
  command: EmergencyCommand,
  done: Done,
): { events: EmergencyEvent[] } | { refused: EmergencyRefusal } {
  if (command.type === 'callEmergency') {
    const rings = [...hall.emergencies.values()].some((e) => e.by.machine === done.by.machine && !e.ended)
    const isKnown = rings || hall.emergencies.has(command.call)
    return { events: isKnown ? [] : [{ ...done, type: 'emergencyCalled', call: command.call }] }
  }
  const known = hall.emergencies.get(command.call)
  if (!known) return { refused: 'emergencyUnknown' }
  if (known.ended) return { refused: 'emergencyOver' }
  if (command.type === 'endEmergency')
    return { events: [{ ...done, type: 'emergencyEnded', call: command.call, done: command.done }] }
  const isAnswered = known.answered.some((a) => a.by.machine === done.by.machine)
  return { events: isAnswered ? [] : [{ ...done, type: 'emergencyAnswered', call: command.call }] }
}

/** Takes an act on the bell into the state, in whatever order those of several PCs come. */
export function evolveEmergency(hall: Known, event: EmergencyEvent): void {
  const { at, by } = event
  if (event.type === 'emergencyCalled') {
    if (!hall.emergencies.has(event.call)) hall.emergencies.set(event.call, { call: event.call, at, by, answered: [] })
    return
  }
  const known = hall.emergencies.get(event.call)
  if (!known) return
  if (event.type === 'emergencyEnded') {
    // Two may end it at once, each without the line: the earlier word is the one that is shown.
    if (!known.ended || isBefore({ at, by }, known.ended)) known.ended = { at, by, done: event.done }
    return
  }
  known.answered = [...known.answered, { at, by }].toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
}

const isBefore = (a: Done, b: Done): boolean => a.at < b.at || (a.at === b.at && a.by.machine < b.by.machine)

/** The bells of the days until one that are over: with their day they leave the state, and stay in the record. */
export const pastEmergencies = (hall: Known, day: Day): string[] =>
  [...hall.emergencies.values()].filter((e) => e.ended && dayOf(e.at) <= day).map((e) => e.call)
