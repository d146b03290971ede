import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import type { Refused } from '../case/act-order.ts'
import type { Private } from '../record/private.ts'
import type { Hall } from '../state.ts'
import { dayOf, Instant, Month } from '../time.ts'
import { hasRole } from './permissions.ts'

/**
 * 접속기록: who read whose papers, when and where (개인정보의 안전성 확보조치 기준 제8조). Every act has its person, PC and time
 * already; what is added here is what changes nothing: reading, looking up, and the monthly look at all of it. No text of
 * a person stands in the public part: the case is named by its id, in `about`, since these are no acts of its holder.
 */

/** What of a case was read: its view, a document as it is printed, or what is masked of the petitioner. */
export const ShownPart = z.enum(['case', 'paper', 'person'])
export type ShownPart = z.infer<typeof ShownPart>

/** Why a whole 주민등록번호 has to be seen. */
export const NumberNeed = z.enum(['identity', 'sharedInfo', 'paper', 'correction', 'law'])
export type NumberNeed = z.infer<typeof NumberNeed>
const number = { about: Id, field: Id, need: NumberNeed }

export const accessCommands = [
  z.strictObject({ ...number, type: z.literal('showNumber') }),
  z.strictObject({ type: z.literal('showCase'), about: Id, part: ShownPart }),
  /** 다른 창구 민원 조회: the hall sends what is kept apart of it to the asker, for as long as it is looked at. */
  z.strictObject({ type: z.literal('lookUpCase'), about: Id, reason: Text }),
  /** 월 점검: somebody has looked at the accesses of a month, and says what was found. */
  z.strictObject({ type: z.literal('reviewAccesses'), month: Month, finding: Text }),
] as const

const act = { at: Instant, by: Actor }
export const accessEvents = [
  z.strictObject({ ...act, ...number, type: z.literal('numberShown') }),
  z.strictObject({ ...act, type: z.literal('caseShown'), about: Id, part: ShownPart }),
  /** Its reason is kept apart. */
  z.strictObject({ ...act, type: z.literal('caseLookedUp'), about: Id }),
  /** What was found is kept apart. */
  z.strictObject({ ...act, type: z.literal('accessesReviewed'), month: Month }),
] as const

type AccessCommand = z.infer<(typeof accessCommands)[number]>
type AccessEvent = z.infer<(typeof accessEvents)[number]>

/** Why something may not be read, or its reading not be reviewed. */
export type AccessRefusal = 'caseIsHere' | 'monthReviewedAlready' | 'reviewByOperator'
type Refusal = AccessRefusal | 'caseUnknown' | 'monthRuns' | 'monthBeforeRecord'

/** What was read or reviewed, or why not; who asks has been looked at already. */
export function decideAccess(
  hall: Hall,
  command: AccessCommand,
  done: { by: Actor; at: Instant },
): { event: AccessEvent; private?: Private } | Refused<Refusal> {
  switch (command.type) {
    case 'showCase': {
      const { about, part } = command
      if (!hall.cases.has(about)) return { refused: 'caseUnknown' }
      return { event: { type: 'caseShown', ...done, about, part } }
    }
    case 'showNumber': {
      const { about, field, need } = command
      if (!hall.cases.has(about)) return { refused: 'caseUnknown' }
      return { event: { type: 'numberShown', ...done, about, field, need } }
    }
    case 'lookUpCase': {
      const { about, reason } = command
      const known = hall.cases.get(about)
      if (!known) return { refused: 'caseUnknown' }
      if (known.holder === done.by.machine) return { refused: 'caseIsHere' }
      return { event: { type: 'caseLookedUp', ...done, about }, private: { reasons: reason } }
    }
    case 'reviewAccesses': {
      const { month, finding } = command
      if (month >= dayOf(done.at).slice(0, 7)) return { refused: 'monthRuns' }
      if (hall.openedAt !== undefined && month < dayOf(hall.openedAt).slice(0, 7))
        return { refused: 'monthBeforeRecord' }
      if (hall.reviewedMonths.has(month)) return { refused: 'monthReviewedAlready' }
      if (isOperator(hall, done.by.clerk)) return { refused: 'reviewByOperator' }
      return { event: { type: 'accessesReviewed', ...done, month }, private: { finding } }
    }
  }
}

/** Who also runs the system does not review it where another supervisor can (안전성 확보조치 기준 안내서). */
function isOperator(hall: Hall, clerk: string | undefined): boolean {
  const runs = (id: string | undefined) => hasRole(hall, id, ['administrator'])
  const others = hall.profile?.staff.filter((s) => hasRole(hall, s.id, ['supervisor']) && !runs(s.id)) ?? []
  return runs(clerk) && others.length > 0
}

/** Takes it into the state: reading changes nothing. */
export function evolveAccess(hall: Hall, event: AccessEvent): void {
  if (event.type === 'accessesReviewed') hall.reviewedMonths.set(event.month, { at: event.at, by: event.by })
}
