import { civilDue, milestones } from '../period/deadline.ts'
import { dayOf, startOfDay, type Day, type Instant } from '../time.ts'
import { caseDue, milestoneDue } from './case-clock.ts'
import type { ActOf, CaseContext, CaseRefusal, Happening } from './case-context.ts'
import type { Case } from './case.ts'
import type { ProcedureCommand, TransferTo } from './procedure.ts'
import { secondProofOf, secondSaltOf } from './second-person.ts'
import { isNewlyFound, lastDayOf } from './supplement.ts'

/** What a command of the statutory procedure would be, as an act; `procedure-guards.ts` says whether it may. */

/** 시행령 제24조 제3항: the second demand is for ten days at most. */
const secondDemandDays = 10

/** What an act of the procedure would be. */
export function procedureHappening(
  known: Case,
  command: ProcedureCommand,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const { calendar } = ctx
  switch (command.type) {
    case 'demandSupplement':
      return demand(known, command, act, ctx)
    case 'extendSupplement': {
      if (!known.supplement) return { refused: 'noSupplement' }
      const until = civilDay(startOfDay(lastDayOf(known.supplement, calendar)), command.days, ctx)
      return { event: { ...act, type: 'supplementExtended', until, nth: known.supplement.asked + 1 } }
    }
    case 'receiveSupplement':
      return { event: { ...act, type: 'supplementArrived', ...promise(known, act.at, ctx) } }
    case 'recordReturnedMail':
      return { event: { ...act, type: 'mailReturned' } }
    case 'returnCase': {
      const { reasons, provisions, told } = command
      return { event: { ...act, type: 'caseReturned', provisions, told }, private: { reasons } }
    }
    case 'deemWithdrawn':
      return { event: { ...act, type: 'caseDeemedWithdrawn' } }
    case 'stopClock': {
      const { reason, evidence, document } = command
      const event = { ...act, type: 'clockStopped', reason, ...(document !== undefined && { document }) } as const
      return { event, private: { note: evidence } }
    }
    case 'resumeClock':
      return { event: { ...act, type: 'clockResumed', ...promise(known, act.at, ctx) } }
    case 'extendPeriod': {
      const { ground, value, unit, consent, told, reasons } = command
      const promised = caseDue(known, calendar, ctx.outages, act.at, { value, unit })?.dueAt
      if (promised === undefined) return { refused: 'periodUnknown' }
      const nth = known.extensions.length + 1
      const event = {
        ...act,
        type: 'periodExtended' as const,
        nth,
        ground,
        value,
        told,
        promised,
        ...(unit && { unit }),
        ...(consent && { consent }),
      } as const
      return { event, private: { reasons } }
    }
    case 'extendInvestigation':
      return { event: { ...act, type: 'investigationExtended' } }
    case 'transferCase': {
      const { to, office, contact, told, reasons } = command
      // 시행령 제13조 제2항: a wrong department has its time from when the petition came to it.
      const from = to === 'withinAgency' ? known.transfers.at(-1)?.at : undefined
      const late = isLate(known, act.at, transferTerm[to], ctx, from)
      if (late && reasons === undefined) return { refused: 'lateTransferNeedsReason' }
      const event = {
        ...act,
        type: 'caseTransferred' as const,
        to,
        office,
        late,
        ...(contact !== undefined && { contact }),
        ...(told && { told }),
      } as const
      return reasons === undefined ? { event } : { event, private: { reasons } }
    }
    case 'notProcess': {
      const { ground, reasons, told } = command
      return { event: { ...act, type: 'caseNotProcessed', ground, told }, private: { reasons } }
    }
    case 'closeRepeat': {
      const { repeats, earlier, committee, reasons, told } = command
      const event = {
        ...act,
        type: 'repeatClosed' as const,
        repeats,
        earlier,
        told,
        ...(committee !== undefined && { committee }),
      } as const
      return { event, private: { reasons } }
    }
    case 'closeUncollected':
      return { event: { ...act, type: 'uncollectedClosed' } }
    case 'reopenCase':
      return { event: { ...act, type: 'caseReopened', objection: command.objection } }
    case 'notifyProgress': {
      const { told, text, expected } = command
      const event = { ...act, type: 'progressNotified', nth: known.progress.length + 1, told } as const
      return { event: { ...event, ...(expected !== undefined && { expected }) }, private: { note: text } }
    }
    case 'askCooperation': {
      const { office, replyBy } = command
      return { event: { ...act, type: 'cooperationAsked', office, replyBy, nth: known.cooperations.length + 1 } }
    }
    case 'extendCooperation':
      return { event: { ...act, type: 'cooperationExtended', nth: command.nth, replyBy: command.replyBy } }
    case 'recordReply':
      return { event: { ...act, type: 'cooperationReplied', nth: command.nth } }
    case 'askRepresentatives':
      return { event: { ...act, type: 'representativesAsked', until: command.until } }
    case 'nameRepresentatives': {
      const { names, chosenBy } = command
      const event = { ...act, type: 'representativesNamed', count: names.length, chosenBy } as const
      return { event: { ...event, ...promise(known, act.at, ctx) }, private: { names } }
    }
    case 'correctDecision': {
      const { before, after, confirmedBy, told } = command
      const event = { ...act, ...secondProofOf(command), type: 'decisionCorrected', confirmedBy, told } as const
      return { event, private: { before, after, ...secondSaltOf(command) } }
    }
  }
}

const transferTerm: Record<TransferTo, Milestone> = {
  department: milestones.transferToDepartment,
  farDepartment: milestones.transferFar,
  withinAgency: milestones.transferWithinAgency,
  otherAgency: milestones.transferToAgency,
}

function demand(
  known: Case,
  command: ProcedureCommand & { type: 'demandSupplement' },
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const { items, text, written, late, lateReason, days, told } = command
  if (items.length === 0 && text === undefined) return { refused: 'nothingDemanded' }
  const round = roundOf(known, command)
  if (round === 2 && days > secondDemandDays) return { refused: 'secondDemandTooLong' }
  // 시행규칙 제9조 제1항: within eight working hours, or at once when it is found later; who was just late says why.
  const isUnsaid = late === undefined && isLate(known, act.at, milestones.demandSupplement, ctx)
  if (round === 1 && (isUnsaid || (late === 'oversight' && lateReason === undefined)))
    return { refused: 'lateDemandNeedsReason' }
  const until = civilDay(act.at, days, ctx)
  const more = { ...(late && { late }), ...(told && { told }) }
  const event = { ...act, type: 'supplementDemanded', items, written, until, round, ...more } as const
  const apart = {
    ...(text !== undefined && { reasons: text }),
    ...(late === 'oversight' && lateReason !== undefined && { note: lateReason }),
  }
  return Object.keys(apart).length === 0 ? { event } : { event, private: apart }
}

/**
 * 시행령 제24조 제3항: it is demanded again where papers are still missing, whether their period is over or some of them have
 * come; documents that were found to be missing only later, and were not demanded yet, are a first demand of their own
 * (시행규칙 제9조 제1항 단서). What is said in words alone cannot be told from what was demanded, so it is never a first one.
 */
const roundOf = (known: Case, command: ProcedureCommand & { type: 'demandSupplement' }): 1 | 2 =>
  known.demands.length === 0 || isNewlyFound(known, command) ? 1 : 2

const civilDay = (from: Instant, value: number, { calendar }: CaseContext): Day =>
  civilDue({ unit: 'days', value }, from, calendar)?.lastDay ?? dayOf(from)

type Milestone = (typeof milestones)[keyof typeof milestones]

function isLate({ received }: Case, at: Instant, term: Milestone, ctx: CaseContext, from = received.at): boolean {
  const end = milestoneDue(term, from, ctx.calendar, ctx.outages)
  return end !== undefined && at > end.dueAt
}

/** The completion time as it is once the clock goes on at an instant. */
function promise(known: Case, at: Instant, { calendar, outages }: CaseContext): { promised?: Instant } {
  const stops = known.stops.map((s) => (s.to === undefined ? { ...s, to: at } : s))
  const end = caseDue({ ...known, stops }, calendar, outages, at)
  return end ? { promised: end.dueAt } : {}
}
