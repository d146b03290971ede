import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import { rolesOf, personIn } from '../people/permissions.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'

/** 대기열 설정: the rules of the queue, from the folder of the hall and from the supervisor for the days in between. */

/** Who may call out of order, beside a supervisor: nobody, those who are named, or every clerk. */
export const OutOfOrder = z.enum(['supervisors', 'named', 'everyone'])
export type OutOfOrder = z.infer<typeof OutOfOrder>

export const QueueSettings = z.strictObject({
  /** 재호출 한도: how often a number is called again before its visitor counts as missing; 0 is never. */
  recalls: z.int().min(0).max(9),
  /** 재호출 간격: seconds from a call to the next one of the same number. */
  recallAfter: z.int().min(0).max(600),
  /** How many tickets of the class go first when a missing visitor comes back. */
  placesBack: z.int().min(0).max(99),
  /** 보류 알림: after how many minutes on hold the clerk is told; 0 is never, unless the hold says so itself. */
  holdMinutes: z.int().min(0).max(240),
  /** 순서 외 호출. */
  outOfOrder: OutOfOrder,
  outOfOrderBy: z.array(Id).max(100),
  /** 하루 발급 한도; 0 is none. */
  dailyLimit: z.int().min(0).max(9999),
})
export type QueueSettings = z.infer<typeof QueueSettings>
/** As `hall.yaml` may say it: what is left out has its default. */
export const FolderQueue = QueueSettings.partial()

const usual: QueueSettings = {
  recalls: 3,
  recallAfter: 0,
  placesBack: 0,
  holdMinutes: 0,
  outOfOrder: 'supervisors',
  outOfOrderBy: [],
  dailyLimit: 0,
}

const settings = FolderQueue
export const queueCommand = z.strictObject({ type: z.literal('setQueue'), settings, reason: Text })
export const queueEvent = z.strictObject({
  at: Instant,
  by: Actor,
  type: z.literal('queueSet'),
  settings,
  reason: Text,
})
type QueueCommand = z.infer<typeof queueCommand>
type QueueEvent = z.infer<typeof queueEvent>

/** Some of the rules; what is left out is not spoken of. */
export type SomeSettings = z.infer<typeof FolderQueue>

export type QueueRefusal = 'nothingChanged'

/** A change of the supervisor, with what the folder said of the same fields then. */
export type QueueChange = {
  at: Instant
  by: Actor
  settings: SomeSettings
  inFolder: SomeSettings
  reason: string
}
/** So many changes are shown; the record keeps all. */
const shownChanges = 50

type Known = Pick<Hall, 'profile' | 'queueChanges'>
type Field = keyof QueueSettings
const fields = QueueSettings.keyof().options

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the folder says, with the defaults for what it leaves out. */
export function folderSettings({ profile }: Pick<Hall, 'profile'>): QueueSettings {
  const { recalls, placesBack } = profile?.noShow ?? {}
  const noShow = { ...(recalls !== undefined && { recalls }), ...(placesBack !== undefined && { placesBack }) }
  const limit = profile?.tickets?.dailyLimit
  return Object.assign(
    { ...usual, ...noShow, ...(limit !== undefined && { dailyLimit: limit }) },
    defined(profile?.queue ?? {}),
  )
}

/** The rules in force. A change of the supervisor stands as long as the folder says the same as then (docs/decisions/0004). */
export function queueSettings(hall: Known): QueueSettings {
  const folder = folderSettings(hall)
  const now = { ...folder }
  for (const { settings: set, inFolder } of hall.queueChanges) {
    const standing = fields.filter((f) => set[f] !== undefined && same(inFolder[f], folder[f]))
    Object.assign(now, only(set, standing))
  }
  return now
}

/** What the supervisor sets; saying what is so already is refused. */
export function decideQueue(
  hall: Known,
  command: QueueCommand,
  done: { by: Actor; at: Instant },
): { event: QueueEvent } | { refused: QueueRefusal } {
  const now = queueSettings(hall)
  const changed = fields.filter((f) => command.settings[f] !== undefined && !same(command.settings[f], now[f]))
  if (changed.length === 0) return { refused: 'nothingChanged' }
  const { reason } = command
  return { event: { ...done, type: 'queueSet', settings: only(command.settings, changed), reason } }
}

export function evolveQueue(hall: Known, { at, by, settings: set, reason }: QueueEvent): void {
  const inFolder = only(
    folderSettings(hall),
    fields.filter((f) => set[f] !== undefined),
  )
  const all = [...hall.queueChanges, { at, by, settings: set, inFolder, reason }]
  // An old change that later ones say anew is only history, and history is in the record.
  const inForce = new Set(fields.map((f) => all.findLast((c) => c.settings[f] !== undefined)))
  hall.queueChanges = all.filter((c, i) => inForce.has(c) || i >= all.length - shownChanges)
}

const only = (from: SomeSettings, kept: readonly Field[]): SomeSettings =>
  Object.fromEntries(kept.map((f) => [f, from[f]]))

const defined = (from: SomeSettings): SomeSettings =>
  only(
    from,
    fields.filter((f) => from[f] !== undefined),
  )

/** Whether somebody may call a ticket out of order (순서 외 호출). */
export function mayCallOutOfOrder(hall: Hall, clerk: string | undefined): boolean {
  const { outOfOrder, outOfOrderBy } = queueSettings(hall)
  const person = personIn(hall, clerk)
  if (!person) return false
  if (outOfOrder === 'everyone' || rolesOf(person).includes('supervisor')) return true
  return outOfOrder === 'named' && outOfOrderBy.includes(person.id)
}
