import type { Calendar } from '../period/calendar.ts'
import { destroyableFrom } from '../period/deadline.ts'
import { addDays, dayOf, type Day, type Instant } from '../time.ts'
import {
  caseDue,
  completedAt,
  investigationUntil,
  isLate,
  longestExtension,
  openStop,
  promisedOf,
} from './case-clock.ts'
import type { CaseContext, CaseRefusal } from './case-context.ts'
import type { Case, CaseEvent } from './case.ts'
import { reopeningRefusal } from './objection-rules.ts'
import { withdrawalRefusal } from './proxy.ts'
import { cameIncomplete, isNewlyFound, lastDayOf, mostExtensions } from './supplement.ts'

/** When the law does not allow an act of the intake, the procedure or a paper. */

export type Rules = Pick<CaseContext, 'calendar' | 'outages' | 'isStaff' | 'numbered' | 'apart'>

/** Whether the state of a case forbids an act of the intake, the procedure or a paper; undefined if it does not. */
export function unlawfulProcedure(known: Case, event: CaseEvent, rules: Rules): CaseRefusal | undefined {
  const { received, supplement } = known
  switch (event.type) {
    case 'caseWithdrawn':
      // 민원처리법 제22조 제2항: until the processing is concluded.
      return known.decision ? 'alreadyDecided' : withdrawalRefusal(known, event)
    case 'caseVoided':
      // A decision is no clerk's slip any more: it is corrected (행정절차법 제25조) or objected to (법 제35조).
      if (known.decision || known.former) return 'alreadyDecided'
      // Both by the day on which they were entered: the slip is that of the entry.
      return enteredOn(event) === enteredOn(received) ? undefined : 'notSameDay'
    case 'identityChecked':
      // 시행규칙 제4조: a proxy is confirmed by an identity card and the letter of attorney, both.
      return event.who === 'proxy' && !event.proxyLetter ? 'proxyLetterMissing' : undefined
    case 'feePaid':
      // 법 제35조: no fee is set for an objection; that of the kind is for the petition (법 제29조).
      if (received.objection) return 'feeNotForObjection'
      // A second payment would hide the first; what was wrong is corrected with its reason.
      return known.fee ? 'feePaidAlready' : undefined
    case 'feeCorrected':
      return known.fee ? undefined : 'feeNotPaid'
    case 'formFilled':
    case 'fieldCorrected':
    case 'formSigned':
      return known.decision ? 'alreadyDecided' : undefined
    case 'supplementDemanded':
      return demandRefusal(known, event, rules)
    case 'supplementExtended':
      if (!supplement) return 'noSupplement'
      if (isSecondRound(known)) return 'secondRound'
      if (supplement.asked >= mostExtensions) return 'askedTwice'
      return dayOf(event.at) > lastDayOf(supplement, rules.calendar) ? 'supplementOver' : undefined
    case 'supplementArrived':
      return supplement ? undefined : 'noSupplement'
    case 'mailReturned':
      return supplement ? returnedRefusal(known, event.at) : 'noSupplement'
    case 'caseReturned':
      return returnRefusal(known, event, rules)
    case 'caseDeemedWithdrawn':
      // 시행령 제25조 제2항.
      if (!supplement) return 'noSupplement'
      return supplement.mailsReturned >= 2 ? undefined : 'mailNotReturnedTwice'
    case 'clockStopped':
      return stopRefusal(known, event)
    case 'clockResumed':
      return known.state === 'suspended' ? undefined : 'clockRuns'
    case 'periodExtended':
      return extensionRefusal(known, event, rules)
    case 'investigationExtended':
      return investigationRefusal(known, event.at)
    case 'caseTransferred':
      if (known.decision) return 'alreadyDecided'
      // 법 제35조: the agency that has refused decides on the objection itself.
      if (received.objection && event.to === 'otherAgency') return 'notForObjection'
      if (isStopped(known)) return 'clockStopped'
      // 시행령 제13조 제5항: the citizen is told, unless it was told beforehand that the web shows it.
      return event.to === 'otherAgency' && (!event.told || event.told === 'web') && !received.webNotice
        ? 'noticeMissing'
        : undefined
    case 'caseNotProcessed':
      if (known.decision) return 'alreadyDecided'
      return (received.petition ?? 'legal') === 'legal' ? 'notForLegal' : undefined
    case 'repeatClosed':
      return repeatRefusal(known, event, rules)
    case 'caseReopened':
      return reopeningRefusal(known, event, rules)
    case 'uncollectedClosed':
      return uncollectedRefusal(known, event.at, rules)
    case 'progressNotified':
      if (known.decision) return 'alreadyDecided'
      return event.expected !== undefined && event.expected < dayOf(event.at) ? 'dayPast' : undefined
    case 'cooperationAsked':
    case 'cooperationExtended':
    case 'cooperationReplied':
      return cooperationRefusal(known, event, rules)
    case 'representativesAsked':
      if (known.decision) return 'alreadyDecided'
      if (received.objection) return 'notForObjection'
      if ((received.joint?.signers ?? 1) < 3 || known.representatives) return 'notJoint'
      if (event.until < dayOf(event.at)) return 'dayPast'
      return isStopped(known) ? 'clockStopped' : undefined
    case 'representativesNamed':
      return representativesRefusal(known, event, rules)
    case 'decisionCorrected':
      // 행정절차법 제25조: an error of writing, never the substance; a second person looks at it.
      if (!known.notice) return 'notNotified'
      return event.confirmedBy === event.by.clerk || !rules.isStaff(event.confirmedBy)
        ? 'secondPersonMissing'
        : undefined
    default:
      return undefined
  }
}

const enteredOn = ({ enteredAt, at }: CaseEvent): Day => dayOf(enteredAt ?? at)

/** Whether the clock stands: in a supplement or a suspension. */
export const isStopped = ({ state }: Case): boolean => state === 'supplement' || state === 'suspended'

/** Whether a council has met on a case by an instant: neither before its receipt nor on a day to come. */
export const hasMet = ({ received }: Case, day: Day | undefined, at: Instant): boolean =>
  day !== undefined && day >= dayOf(received.at) && day <= dayOf(at)

/** 법 제23조, 시행령 제26조: answered at least twice, a petition of many through the committee. */
function repeatRefusal(
  known: Case,
  event: CaseEvent & { type: 'repeatClosed' },
  { numbered }: Rules,
): CaseRefusal | undefined {
  const { petition, receiptNo, joint } = known.received
  if (known.decision) return 'alreadyDecided'
  if ((petition ?? 'legal') === 'legal') return 'notForLegal'
  const earlier = otherReceipts(event.earlier, receiptNo)
  if (earlier.length < 2) return 'answeredTwiceFirst'
  const isAnswered = (number: string): boolean => {
    const other = numbered(number)
    // What is not known here is older than the record, or of a machine that knows it: the clerk's word stands.
    if (!other) return number.slice(0, 4) <= receiptNo.slice(0, 4)
    return other.notice !== undefined && other.notice.at < event.at
  }
  if (!earlier.every(isAnswered)) return 'earlierUnanswered'
  return joint?.how === 'multiParty' && !hasMet(known, event.committee, event.at) ? 'committeeFirst' : undefined
}

/** What can be the receipt number of another petition, each once. */
const otherReceipts = (earlier: readonly string[], own: string): string[] =>
  [...new Set(earlier)].filter((number) => /^\d{4}-\d{2}-\d{5}$/.test(number) && number !== own)

/** 시행령 제25조 제2항: only what was sent by post comes back; and twice only when it was sent twice, so not on one day. */
function returnedRefusal({ history, demands }: Case, at: Instant): CaseRefusal | undefined {
  // Older records do not say how it was sent.
  if ((demands.at(-1)?.told ?? 'letter') !== 'letter') return 'notSentByPost'
  const last = history.findLast((e) => e.type === 'mailReturned')
  return last && dayOf(last.at) >= dayOf(at) ? 'mailReturnedThatDay' : undefined
}

/** 시행령 제17조 제4항·제5항: once by seven days, before the fourteen that are not counted are over. */
function investigationRefusal(known: Case, at: Instant): CaseRefusal | undefined {
  if (known.investigationExtended) return 'investigationExtendedAlready'
  const open = openStop(known)
  if (open?.reason !== 'investigation') return 'clockRuns'
  return dayOf(at) > investigationUntil(known, open) ? 'investigationOver' : undefined
}

function demandRefusal(
  known: Case,
  event: CaseEvent & { type: 'supplementDemanded' },
  { calendar }: Rules,
): CaseRefusal | undefined {
  if (known.decision) return 'alreadyDecided'
  // 법 제35조 제2항: its ten days run without a stop, so none may be shown.
  if (known.received.objection) return 'notForObjection'
  if (known.state === 'suspended') return 'clockStopped'
  for (const item of event.items) {
    const document = known.received.documents.find((d) => d.document === item)
    // 법 제10조 제1항·제3항: only what the manual lists, and never what the office verifies itself or has.
    if (!document) return 'documentUnknown'
    if (document.byOffice) return 'officeVerifies'
    if (known.spared.documents.includes(item)) return 'documentSpared'
    const mark = known.documents[item]?.mark
    if (mark === 'received' || mark === 'verified') return 'documentHere'
  }
  // 시행규칙 제9조 제1항 단서: what is found later is demanded at once, also while other papers are awaited.
  if (event.round === 1) return known.supplement && !isNewlyFound(known, event) ? 'clockStopped' : undefined
  if (isSecondRound(known) || known.demands.some((d) => d.round === 2 && overlap(d.items, event.items)))
    return 'demandedTwice'
  // What has come incomplete is demanded again at once; while papers are awaited, only after their period.
  const isOver = !known.supplement || dayOf(event.at) > lastDayOf(known.supplement, calendar)
  return isOver ? undefined : 'supplementRuns'
}

const isSecondRound = ({ demands }: Case): boolean => demands.at(-1)?.round === 2

const overlap = (one: readonly string[], other: readonly string[]): boolean => one.some((item) => other.includes(item))

/** 시행령 제25조 제1항: only when the supplement period is over and what was demanded is not here. */
function returnRefusal(
  known: Case,
  event: CaseEvent & { type: 'caseReturned' },
  { calendar, apart }: Rules,
): CaseRefusal | undefined {
  if (known.decision) return 'alreadyDecided'
  const awaited = known.supplement ?? cameIncomplete(known, apart(event.case))
  if (!awaited) return known.demands.length > 0 ? 'supplementCame' : 'noSupplement'
  // A disposition is told in writing (행정절차법 제24조).
  if (event.told === 'phone' || event.told === 'sms') return 'mustBeWritten'
  return dayOf(event.at) > lastDayOf(awaited, calendar) ? undefined : 'supplementRuns'
}

function stopRefusal(known: Case, event: CaseEvent & { type: 'clockStopped' }): CaseRefusal | undefined {
  if (known.decision) return 'alreadyDecided'
  if (known.received.objection) return 'notForObjection'
  if (isStopped(known)) return 'clockStopped'
  if (event.reason === 'investigation') return known.received.petition === 'grievance' ? undefined : 'onlyGrievance'
  // 행정절차법 시행령 제11조 제3호: representatives are chosen only where several have signed.
  if (event.reason === 'representatives') return (known.received.joint?.signers ?? 1) < 3 ? 'notJoint' : undefined
  if (event.reason !== 'verification') return undefined
  // 시행령 제7조의2 제3항: only the time of the shared information and of the direct issue.
  const document = known.received.documents.find((d) => d.document === event.document)
  return document?.verifyBy === 'sharedInfo' || document?.verifyBy === 'directIssue' ? undefined : 'notVerifiable'
}

/** 시행령 제21조: once up to the period again, a second time with consent; an objection once by ten days (제40조 제3항). */
function extensionRefusal(
  known: Case,
  event: CaseEvent & { type: 'periodExtended' },
  { calendar, outages }: Rules,
): CaseRefusal | undefined {
  const { period, objection } = known.received
  if (known.decision) return 'alreadyDecided'
  if (!period) return 'periodUnknown'
  if (isStopped(known)) return 'clockStopped'
  if (objection && known.extensions.length > 0) return 'objectionExtendedAlready'
  if (known.extensions.length >= 2) return 'extendedAlready'
  if (event.value > longestExtension(period, event.unit)) return objection ? 'objectionTooLong' : 'extensionTooLong'
  if (event.nth === 2 && !event.consent) return 'consentMissing'
  // 시행령 제21조 제3항: the notice is a document.
  if (event.told === 'phone' || event.told === 'sms') return 'mustBeWritten'
  // A February is shorter than thirty days: in days it may not end later than with the period once more.
  const latest = event.unit && caseDue(known, calendar, outages, event.at, { value: period.value })
  if (latest && event.promised > latest.dueAt) return 'extensionTooLong'
  const end = caseDue(known, calendar, outages, event.at)
  return end && isLate(known, end, completedAt(known) ?? event.at) ? 'alreadyOverdue' : undefined
}

/** 시행령 제25조 제4항: from the promised day; who finishes later lets the fifteen days begin with the notice. */
function uncollectedRefusal(known: Case, at: Instant, { calendar, outages }: Rules): CaseRefusal | undefined {
  if (known.state !== 'awaitingPickup') return 'notAwaiting'
  return dayOf(at) >= uncollectedFrom(known, calendar, outages, at) ? undefined : 'notYetUncollected'
}

/** The first day on which a document that waits for pick-up may be destroyed (시행령 제25조 제4항). */
export function uncollectedFrom(known: Case, calendar: Calendar, outages: Rules['outages'], at: Instant): Day {
  const notified = known.notice?.at ?? at
  const promised = promisedOf(known) ?? caseDue(known, calendar, outages, at)?.dueAt ?? notified
  return destroyableFrom(dayOf(Math.max(promised, notified)), calendar)
}

type OfCooperation = CaseEvent & { type: 'cooperationAsked' | 'cooperationExtended' | 'cooperationReplied' }

/** 법 제20조: the reply is due within the case's own period; one extension, of no more working days than the first time. */
function cooperationRefusal(known: Case, event: OfCooperation, { calendar, outages }: Rules): CaseRefusal | undefined {
  if (known.decision) return 'alreadyDecided'
  const one = known.cooperations[event.nth - 1]
  if (event.type !== 'cooperationAsked' && (!one || one.repliedAt !== undefined)) return 'cooperationUnknown'
  if (event.type === 'cooperationReplied') return undefined
  const last = caseDue(known, calendar, outages, event.at)?.lastDay
  if (event.replyBy < dayOf(event.at) || (last !== undefined && event.replyBy > last)) return 'replyAfterDue'
  if (event.type === 'cooperationAsked' || !one) return undefined
  if (one.extended) return 'cooperationExtendedAlready'
  if (dayOf(event.at) > one.replyBy) return 'cooperationOverdue'
  const given = workingDays(calendar, dayOf(one.askedAt), one.replyBy)
  return workingDays(calendar, one.replyBy, event.replyBy) > given ? 'cooperationTooLong' : undefined
}

/** The working days after a day, up to and with another. */
function workingDays(calendar: Calendar, after: Day, last: Day): number {
  let sum = 0
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1)) if (!calendar.isOff(day)) sum += 1
  return sum
}

/** 시행령 제8조: the petitioners choose; only when they have not by then does the agency. */
function representativesRefusal(
  known: Case,
  event: CaseEvent & { type: 'representativesNamed' },
  { calendar }: Rules,
): CaseRefusal | undefined {
  if ((known.received.joint?.signers ?? 1) < 3 || known.representatives?.named) return 'notJoint'
  if (event.chosenBy === 'petitioners') return undefined
  if (!known.representatives) return 'representativesRun'
  return dayOf(event.at) > lastDayOf(known.representatives, calendar) ? undefined : 'representativesRun'
}
