import type { Actor } from './actor.ts'
import { plan, type Case, type CaseCommand, type CaseEvent, type Private } from './case.ts'
import type { Kind } from './manual.ts'
import { dayOf, type Instant } from './time.ts'

/** Why an act on a case is not possible now. */
export type CaseRefusal =
  | 'caseKnown'
  | 'caseUnknown'
  | 'notYourCase'
  | 'caseClosed'
  | 'kindUnknown'
  | 'checkUnknown'
  | 'stepUnknown'
  | 'stepFinished'
  | 'checksOpen'
  | 'stepsOpen'
  | 'documentUnknown'
  | 'officeVerifies'
  | 'documentsOpen'
  | 'alreadyDecided'
  | 'notDecided'
  | 'alreadyNotified'
  | 'notNotified'
  | 'reasonsMissing'
  | 'channelNeedsBasis'
  | 'proxyLetterMissing'
  | 'notSameDay'
  | 'notSupervisor'
  | 'holderAlready'
  | 'lateUnknown'

export type CaseContext = {
  by: Actor
  at: Instant
  kind?: { edition: number; kind: Kind } | undefined
  receiptNo: string
  isSupervisor: (clerk: string | undefined) => boolean
}
type Happening = { event: CaseEvent; private?: Private }
export type CaseDecision = { happened: Happening[] } | { refused: CaseRefusal }

/** Decides a command on a case: what happened, or why it may not. */
export function decideCase(cases: ReadonlyMap<string, Case>, command: CaseCommand, ctx: CaseContext): CaseDecision {
  const known = cases.get(command.case)
  if (command.type === 'receiveCase') return known ? { refused: 'caseKnown' } : receive(command, ctx)
  if (!known) return { refused: 'caseUnknown' }
  if (command.type === 'seizeCase') return seize(known, command, ctx)
  if (known.holder !== ctx.by.machine) return { refused: 'notYourCase' }
  const meant = happening(known, command, ctx)
  if ('refused' in meant) return meant
  const refused = unlawful(known, meant.event)
  return refused ? { refused } : { happened: [meant, ...documentWith(known, meant.event)] }
}

/** A ticked check about a document marks that document too, unless it bears the mark already or may not be marked now. */
function documentWith(known: Case, event: CaseEvent): Happening[] {
  if (event.type !== 'checkTicked') return []
  const id = known.received.checkedDocuments[event.check]
  const document = known.received.documents.find((d) => d.document === id)
  if (!document) return []
  const mark = event.mark === 'notApplicable' ? 'notNeeded' : document.byOffice ? 'verified' : 'received'
  const { at, by, case: of, tenure, act } = event
  const marking = { ...{ at, by, tenure, case: of, act: act + 1 }, type: 'documentMarked', mark } as const
  const also: CaseEvent = { ...marking, document: document.document }
  return known.documents[document.document]?.mark === mark || unlawful(known, also) ? [] : [{ event: also }]
}

type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>

function receive(command: CommandOf<'receiveCase'>, ctx: CaseContext): CaseDecision {
  if (!ctx.kind) return { refused: 'kindUnknown' }
  const { kind, edition } = ctx.kind
  const { visit } = command
  const event: CaseEvent = {
    ...{ type: 'caseReceived', at: ctx.at, by: ctx.by, case: command.case, tenure: 1, act: 1 },
    ...{ receiptNo: ctx.receiptNo, kind: kind.code, title: kind.name.ko, edition, period: kind.period },
    ...(visit !== undefined && { visit }),
    ...plan(kind),
  }
  return { happened: [{ event, private: { petitioner: command.petitioner } }] }
}

function seize(known: Case, command: CommandOf<'seizeCase'>, ctx: CaseContext): CaseDecision {
  if (!ctx.isSupervisor(ctx.by.clerk)) return { refused: 'notSupervisor' }
  if (known.state === 'closed') return { refused: 'caseClosed' }
  if (known.holder === command.to) return { refused: 'holderAlready' }
  const { to, reason } = command
  const place = { case: command.case, tenure: known.tenure + 1, act: known.acts }
  return { happened: [{ event: { type: 'caseSeized', at: ctx.at, by: ctx.by, ...place, to, reason } }] }
}

/** The event that a holder's command would be, not yet checked against the state of the case. */
function happening(
  known: Case,
  command: Exclude<CaseCommand, { type: 'receiveCase' | 'seizeCase' }>,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const act = { at: ctx.at, by: ctx.by, case: command.case, tenure: known.tenure, act: known.acts + 1 }
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
      const { outcome, provisions, remedies, reasons } = command
      // 민원처리법 제27조 제3항, 행정절차법 제23조·제26조: no refusal without its reasons and remedies.
      const bare = !reasons || provisions.length === 0 || remedies.length === 0
      if ((outcome === 'refused' || outcome === 'partly') && bare) return { refused: 'reasonsMissing' }
      const event: CaseEvent = { ...act, type: 'caseDecided', outcome, provisions, remedies }
      return reasons === undefined ? { event } : { event, private: { reasons } }
    }
    case 'notifyCase': {
      const { channel, basis } = command
      return { event: { ...act, type: 'caseNotified', channel, ...(basis && { basis }) } }
    }
    case 'awaitPickup':
      return { event: { ...act, type: 'pickupAwaited' } }
    case 'handOverResult': {
      const { collector, idSeen, proxyLetter, collectorName } = command
      const event: CaseEvent = { ...act, type: 'resultHandedOver', collector, idSeen, proxyLetter }
      return collectorName === undefined ? { event } : { event, private: { collector: collectorName } }
    }
    case 'closeCase':
      return { event: { ...act, type: 'caseClosed' } }
    case 'withdrawCase':
      return { event: { ...act, type: 'caseWithdrawn' } }
    case 'voidCase':
      if (!ctx.isSupervisor(command.approvedBy)) return { refused: 'notSupervisor' }
      return { event: { ...act, type: 'caseVoided', reason: command.reason, approvedBy: command.approvedBy } }
    case 'passCase':
      return { event: { ...act, type: 'casePassed', to: command.to } }
    case 'settleLate': {
      const late = known.late.find(
        (l) => !l.settled && l.event.act === command.act && l.event.tenure === command.tenure,
      )
      if (!late) return { refused: 'lateUnknown' }
      const refused = command.how === 'takenOver' ? unlawful(known, late.event) : undefined
      if (refused) return { refused }
      const { tenure: lateTenure, act: lateAct } = late.event
      return { event: { ...act, type: 'lateSettled', lateTenure, lateAct, how: command.how } }
    }
  }
}

/** Whether the state of the case forbids the act, and why. */
function unlawful(known: Case, event: CaseEvent): CaseRefusal | undefined {
  if (known.state === 'closed') return event.type === 'lateSettled' ? undefined : 'caseClosed'
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
      return step.checks.every((c) => known.checks[c]) ? undefined : 'checksOpen'
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
      if (event.outcome !== 'granted') return undefined
      if (!documentsSettled(known)) return 'documentsOpen'
      return stepsDone(known, false) ? undefined : 'stepsOpen'
    case 'caseNotified':
      if (!known.decision) return 'notDecided'
      if (known.notice) return 'alreadyNotified'
      // 시행령 제29조: other than by letter or in person only for its reasons.
      return event.channel === 'inPerson' || event.channel === 'letter' || event.basis ? undefined : 'channelNeedsBasis'
    case 'pickupAwaited':
      return known.state === 'notified' ? undefined : 'notNotified'
    case 'resultHandedOver':
      if (!known.notice) return 'notNotified'
      if (event.collector === 'proxy' && !event.proxyLetter) return 'proxyLetterMissing'
      return known.decision?.outcome === 'granted' && !stepsDone(known, true) ? 'stepsOpen' : undefined
    case 'caseClosed':
      if (!known.notice) return 'notNotified'
      return known.decision?.outcome === 'granted' && !stepsDone(known, true) ? 'stepsOpen' : undefined
    case 'caseWithdrawn':
      // 민원처리법 제22조 제2항: until the processing is concluded.
      return known.decision ? 'alreadyDecided' : undefined
    case 'caseVoided':
      return dayOf(event.at) === dayOf(known.received.at) ? undefined : 'notSameDay'
    case 'casePassed':
      return event.to === known.holder ? 'holderAlready' : undefined
    case 'caseReceived':
    case 'caseSeized':
    case 'noteAdded':
    case 'lateSettled':
      return undefined
  }
}

export const documentsSettled = (known: Case): boolean =>
  known.received.documents.every((d) => (known.documents[d.document]?.mark ?? 'missing') !== 'missing')

const stepsDone = (known: Case, handingOver: boolean): boolean =>
  known.received.steps.every((s) => known.finished[s.step] || (s.handsOver && !handingOver))

/** What the manual leads to next: the open step, or the act that comes between the steps. */
export type NextAct = { step: string } | 'decide' | 'notify' | 'handOver' | 'none'

export function nextAct(known: Case): NextAct {
  if (known.state === 'closed') return 'none'
  const open = known.received.steps.find((s) => !known.finished[s.step] && (known.notice || !s.handsOver))
  if (!known.decision) return open ? { step: open.step } : 'decide'
  if (!known.notice) return 'notify'
  return open && known.decision.outcome === 'granted' ? { step: open.step } : 'handOver'
}

/** Whether the visitor may go: the case is over, waits for pick-up, or by its period goes on without the visitor. */
export const letsVisitorGo = (known: Case): boolean =>
  known.state === 'closed' || known.state === 'awaitingPickup' || known.received.period?.unit !== 'immediate'
