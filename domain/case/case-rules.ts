import { paperHappening, unlawfulPaper } from '../paper/paper-rules.ts'
import type { Instant } from '../time.ts'
import { standsBefore, type Refused } from './act-order.ts'
import { attachmentHappening, unlawfulAttachment } from './attachment.ts'
import type { ActOf, CaseContext, CaseDecision, CaseRefusal, Happening } from './case-context.ts'
import { seize, takeOut } from './case-holding.ts'
import type { Case, CaseCommand, CaseCommandOf, CaseEvent } from './case.ts'
import { handOver, withdraw } from './ending-rules.ts'
import { isGuided } from './guidance.ts'
import { intakeHappening, receive } from './intake-rules.ts'
import { channelRefusal, unlawfulNotice } from './notice-guards.ts'
import { receiveObjection } from './objection-rules.ts'
import { ownDataHappening, unlawfulOwnData } from './own-data.ts'
import { hasMet, isStopped, unlawfulProcedure, type Rules } from './procedure-guards.ts'
import { procedureHappening } from './procedure-rules.ts'
import { isProxyConfirmed } from './proxy.ts'
import { secondProofOf, secondSaltOf } from './second-person.ts'
import { isMissing } from './supplement.ts'

export type { CaseContext, CaseRefusal } from './case-context.ts'

/** Decides a command on a case: what happened, or why it may not. */
export function decideCase(cases: ReadonlyMap<string, Case>, command: CaseCommand, ctx: CaseContext): CaseDecision {
  const known = cases.get(command.case)
  if (command.type === 'receiveCase') return known ? { refused: 'caseKnown' } : receive(cases, command, ctx)
  if (command.type === 'receiveObjection')
    return known ? { refused: 'caseKnown' } : receiveObjection(cases, command, ctx)
  if (command.type === 'takeOutCase') return takeOut(known, command, ctx)
  if (!known) return { refused: 'caseUnknown' }
  if (command.type === 'seizeCase') return seize(known, command, ctx)
  if (known.holder !== ctx.by.machine) return { refused: 'notYourCase' }
  const { doneAt } = command
  if (doneAt !== undefined && doneAt > ctx.at) return { refused: 'doneInFuture' }
  if (doneAt !== undefined && doneAt < known.received.at) return { refused: 'doneBeforeReceipt' }
  // A clock that has gone back puts no act before the receipt.
  const decided = decideAt(known, command, doneAt ?? Math.max(ctx.at, known.received.at), ctx)
  if (!('refused' in decided) || !decided.earlier || doneAt !== undefined) return decided
  // Nor before what is entered already.
  return decideAt(known, command, decided.earlier.at, ctx)
}

/** Decides a holder's command as done at a time. */
function decideAt(known: Case, command: ByHolder, at: Instant, ctx: CaseContext): CaseDecision {
  const act: ActOf = {
    at,
    by: ctx.by,
    ...(command.doneAt !== undefined && { enteredAt: ctx.at }),
    case: command.case,
    tenure: known.tenure,
    act: known.acts + 1,
  }
  const meant = happening(known, command, act, ctx)
  if ('refused' in meant) return meant
  const refused = unlawful(known, meant.event, ctx)
  if (refused) return { refused }
  const earlier = standsBefore(known, meant.event)
  return earlier
    ? { refused: 'doneOutOfOrder', earlier }
    : { happened: [meant, ...documentWith(known, meant.event, ctx)] }
}

/** A ticked check about a document marks that document too, unless it bears the mark already or may not be marked now. */
function documentWith(known: Case, event: CaseEvent, rules: Rules): Happening[] {
  if (event.type !== 'checkTicked') return []
  const id = known.received.checkedDocuments[event.check]
  const document = known.received.documents.find((d) => d.document === id)
  if (!document) return []
  const mark = event.mark === 'notApplicable' ? 'notNeeded' : document.byOffice ? 'verified' : 'received'
  const { at, by, case: of, tenure, act } = event
  const marking = { at, by, tenure, case: of, act: act + 1, type: 'documentMarked', mark } as const
  const also: CaseEvent = { ...marking, document: document.document }
  return known.documents[document.document]?.mark === mark || unlawful(known, also, rules) ? [] : [{ event: also }]
}

type ByHolder = Exclude<CaseCommand, { type: 'receiveCase' | 'receiveObjection' | 'seizeCase' | 'takeOutCase' }>

/** The event that a holder's command would be, not yet checked against the state of the case. */
function happening(known: Case, command: ByHolder, act: ActOf, ctx: CaseContext): Happening | Refused<CaseRefusal> {
  switch (command.type) {
    case 'tickCheck': {
      const event: CaseEvent = { ...act, type: 'checkTicked', check: command.check, mark: command.mark }
      return command.finding === undefined ? { event } : { event, private: { finding: command.finding } }
    }
    case 'clearCheck':
      return { event: { ...act, type: 'checkCleared', check: command.check } }
    case 'finishStep':
      return { event: { ...act, type: 'stepFinished', step: command.step } }
    case 'markDocument':
      return { event: { ...act, type: 'documentMarked', document: command.document, mark: command.mark } }
    case 'addNote':
      return { event: { ...act, type: 'noteAdded' }, private: { note: command.text } }
    case 'decideCase': {
      const { outcome, provisions, remedies, reasons, council, committee } = command
      if (isBare(known, command)) return { refused: 'reasonsMissing' }
      const event: CaseEvent = {
        ...act,
        type: 'caseDecided',
        outcome,
        provisions,
        remedies,
        ...(council !== undefined && { council }),
        ...(committee !== undefined && { committee }),
      }
      return reasons === undefined ? { event } : { event, private: { reasons } }
    }
    case 'notifyCase': {
      const { channel, basis, serviceNo } = command
      const more = { ...(basis && { basis }), ...(serviceNo !== undefined && { serviceNo }) }
      return { event: { ...act, type: 'caseNotified', channel, ...more } }
    }
    case 'awaitPickup':
      return { event: { ...act, type: 'pickupAwaited' } }
    case 'handOverResult':
      return handOver(command, act)
    case 'closeCase':
      return { event: { ...act, type: 'caseClosed' } }
    case 'withdrawCase':
      return withdraw(command, act)
    case 'voidCase':
      if (!ctx.isSupervisor(command.approvedBy)) return { refused: 'notSupervisor' }
      return {
        event: { ...act, ...secondProofOf(command), type: 'caseVoided', approvedBy: command.approvedBy },
        private: { reasons: command.reason, ...secondSaltOf(command) },
      }
    case 'passCase':
      return { event: { ...act, type: 'casePassed', to: command.to } }
    case 'settleLate': {
      const late = known.late.find(
        (l) => !l.settled && l.event.act === command.act && l.event.tenure === command.tenure,
      )
      if (!late) return { refused: 'lateUnknown' }
      const refused = command.how === 'takenOver' ? unlawful(known, late.event, ctx) : undefined
      if (refused) return { refused }
      const earlier = command.how === 'takenOver' ? standsBefore(known, late.event) : undefined
      if (earlier) return { refused: 'doneOutOfOrder', earlier }
      const { tenure: lateTenure, act: lateAct } = late.event
      return { event: { ...act, type: 'lateSettled', lateTenure, lateAct, how: command.how } }
    }
    case 'giveGuidance':
    case 'checkIdentity':
    case 'agreeElectronic':
    case 'fillForm':
    case 'answerQuestions':
    case 'signForm':
    case 'correctField':
    case 'payFee':
    case 'correctFee':
      return intakeHappening(known, command, act, ctx)
    case 'reportAttachment':
    case 'tellAlternatives':
      return attachmentHappening(known, command, act)
    case 'demandOwnData':
    case 'recordOwnData':
    case 'tellOwnDataRefusal':
      return ownDataHappening(known, command, act)
    case 'makePaper':
    case 'printPaper':
    case 'reportPrint':
      return paperHappening(known, command, act, ctx)
    default:
      return procedureHappening(known, command, act, ctx)
  }
}

/**
 * 민원처리법 제27조 제3항, 행정절차법 제23조·제26조: no refusal without its reasons, provisions and remedies; 시행령 제40조
 * 제2항: every decision on an objection in writing with its reasons. The answer to a prior review is no disposition, but its
 * reasons are told whatever it is (법 제30조 제3항).
 */
function isBare({ received }: Case, { outcome, reasons, provisions, remedies }: CaseCommandOf<'decideCase'>): boolean {
  if (!reasons && (outcome === 'accepted' || received.priorReview)) return true
  if (outcome !== 'refused' && outcome !== 'partly' && outcome !== 'dismissed') return false
  return !reasons || provisions.length === 0 || (remedies.length === 0 && !received.priorReview)
}

/** Whether the state of the case forbids the act, and why. */
function unlawful(known: Case, event: CaseEvent, rules: Rules): CaseRefusal | undefined {
  if (known.state === 'closed' && !afterTheEnd.has(event.type)) return 'caseClosed'
  if (isWork(event) && !isGuided(known)) return 'guidanceMissing'
  const steps = known.received.steps
  switch (event.type) {
    case 'checkTicked':
    case 'checkCleared': {
      const step = steps.find((s) => s.checks.includes(event.check))
      if (!step) return 'checkUnknown'
      return known.finished[step.step] ? 'stepFinished' : undefined
    }
    case 'stepFinished': {
      const step = steps.find((s) => s.step === event.step)
      if (!step) return 'stepUnknown'
      if (known.finished[step.step]) return 'stepFinished'
      if (step.handsOver && !known.decision) return 'notDecided'
      return step.checks.every((c) => known.checks[c] || known.spared.checks.includes(c)) ? undefined : 'checksOpen'
    }
    case 'documentMarked': {
      const document = known.received.documents.find((d) => d.document === event.document)
      if (!document) return 'documentUnknown'
      // 민원처리법 제10조 제3항: what the office can verify itself is not asked of the citizen.
      if (document.byOffice && (event.mark === 'missing' || event.mark === 'received')) return 'officeVerifies'
      return known.decision ? 'alreadyDecided' : undefined
    }
    case 'caseDecided':
      if (known.decision) return 'alreadyDecided'
      return decisionRefusal(known, event)
    case 'caseNotified':
      if (!known.decision) return 'notDecided'
      if (known.notice) return 'alreadyNotified'
      return channelRefusal(known, event)
    case 'pickupAwaited':
      if (!known.notice || known.state !== 'notified') return 'notNotified'
      // 시행령 제25조 제4항 speaks of permits and certificates: a refusal has nothing that could lie uncollected.
      return givesSomething(known) ? undefined : 'nothingToCollect'
    case 'resultHandedOver':
      if (event.collector === 'proxy' && !event.proxyLetter) return 'proxyLetterMissing'
      return endRefusal(known)
    case 'caseClosed':
      // 시행령 제25조 제4항: what waits for its owner is handed over, or destroyed after its time, and not just closed.
      return known.state === 'awaitingPickup' ? 'awaitsPickup' : endRefusal(known)
    case 'questionsAnswered':
      return known.decision ? 'alreadyDecided' : undefined
    case 'casePassed':
      return event.to === known.holder ? 'holderAlready' : undefined
    default:
      return (
        unlawfulPaper(known, event) ??
        unlawfulProcedure(known, event, rules) ??
        unlawfulAttachment(known, event) ??
        unlawfulOwnData(known, event) ??
        unlawfulNotice(known, event)
      )
  }
}

function decisionRefusal(known: Case, event: CaseEvent & { type: 'caseDecided' }): CaseRefusal | undefined {
  const { received } = known
  if (isStopped(known)) return 'clockStopped'
  if (!isOutcomeOf(known, event.outcome)) return 'outcomeNotForThis'
  // 시행령 제36조 제2항: the council first, when a complex petition is to be refused; what met is a day that has been.
  const isRefusal = event.outcome === 'refused' || event.outcome === 'partly'
  if (isRefusal && received.complex && !hasMet(known, event.council, event.at)) return 'councilFirst'
  if (event.committee !== undefined && !hasMet(known, event.committee, event.at)) return 'committeeFirst'
  if (!favouring.has(event.outcome)) return undefined
  // 시행규칙 제4조: nothing is granted to a proxy whom nobody has confirmed, nor an objection accepted.
  if (received.isProxy && !isProxyConfirmed(known)) return 'proxyUnconfirmed'
  // 법 제24조 제1항: without the original list of the signers only a supplement can have brought it.
  if (received.joint?.how === 'multiParty' && !received.joint.listSeen && !hasSupplement(known)) return 'listMissing'
  if (event.outcome !== 'granted') return undefined
  if (!documentsSettled(known)) return 'documentsOpen'
  return stepsDone(known, false) ? undefined : 'stepsOpen'
}

const favouring: ReadonlySet<string> = new Set(['granted', 'partly', 'accepted'])

const givesSomething = ({ decision }: Case): boolean =>
  decision !== undefined && decision.outcome !== 'refused' && decision.outcome !== 'dismissed'

const hasSupplement = ({ stops }: Case): boolean => stops.some((s) => s.reason === 'supplement' && s.to !== undefined)

function endRefusal(known: Case): CaseRefusal | undefined {
  if (!known.notice) return 'notNotified'
  return known.decision?.outcome === 'granted' && !stepsDone(known, true) ? 'stepsOpen' : undefined
}

/** What may still be done with a case that is over: put its record right, print, and take it up again after an objection. */
const afterTheEnd: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  ...(['caseReopened', 'lateSettled', 'decisionCorrected', 'feeCorrected'] as const),
  ...(['alternativesTold', 'ownDataRefusalTold', 'paperMade', 'paperQueued', 'paperPrinted', 'paperFailed'] as const),
])

const isWork = ({ type }: CaseEvent): boolean =>
  ['checkTicked', 'checkCleared', 'stepFinished', 'documentMarked', 'caseDecided'].includes(type)

/**
 * An objection is accepted or dismissed (시행령 제40조); everything else is not. 회신 answers what asks for no disposition:
 * a statutory petition is granted or refused, so that its remedy stays open (법 제27조, 제35조).
 */
function isOutcomeOf({ received }: Case, outcome: string): boolean {
  if (received.objection) return ['accepted', 'partly', 'dismissed'].includes(outcome)
  if (outcome === 'answered') return received.petition !== 'legal' || received.priorReview === true
  return outcome === 'granted' || outcome === 'partly' || outcome === 'refused'
}

const documentsSettled = (known: Case): boolean =>
  known.received.documents.every(({ document }) => !isMissing(known, document))

const stepsDone = (known: Case, handingOver: boolean): boolean =>
  known.received.steps.every((s) => known.finished[s.step] || (s.handsOver && !handingOver))

/** Whether the visitor may go: the case is over, waits for pick-up, or by its period goes on without the visitor. */
export const letsVisitorGo = (known: Case): boolean =>
  ['closed', 'awaitingPickup', 'supplement', 'suspended'].includes(known.state) ||
  known.received.period?.unit !== 'immediate'
