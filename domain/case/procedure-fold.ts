import type { Instant } from '../time.ts'
import type { Case, CaseEvent } from './case.ts'
import { isGuided } from './guidance.ts'

/** Takes what the intake, the statutory procedure and the papers change into a case; what closes it is `case-fold.ts`. */
export function takeProcedure(known: Case, event: CaseEvent): void {
  const done = { at: event.at, by: event.by }
  switch (event.type) {
    case 'guidanceGiven':
      for (const topic of event.topics) known.guidance[topic] = done
      return
    case 'identityChecked':
      known.identity = event
      return
    case 'electronicAgreed':
      known.electronic = event
      return
    case 'formFilled':
    case 'fieldCorrected':
      known.forms.push(event)
      return
    case 'formSigned':
      known.signed = { ...done, how: event.signed }
      return
    case 'feePaid':
    case 'feeCorrected':
      known.fee = event
      return
    case 'supplementDemanded':
      return takeDemand(known, event)
    case 'supplementExtended':
      if (known.supplement) known.supplement = { ...known.supplement, until: event.until, asked: event.nth }
      known.supplementUntil = event.until
      return
    case 'mailReturned':
      if (known.supplement) known.supplement.mailsReturned += 1
      return
    case 'supplementArrived':
      delete known.supplement
      return goOn(known, event.at)
    case 'clockStopped':
      known.state = 'suspended'
      known.stops.push({
        reason: event.reason,
        from: event.at,
        act: event.act,
        ...(event.document !== undefined && { document: event.document }),
      })
      return
    case 'clockResumed':
      return goOn(known, event.at)
    case 'periodExtended':
      known.extensions.push(event)
      return
    case 'investigationExtended':
      known.investigationExtended = done
      return
    case 'caseTransferred':
      known.transfers.push(event)
      return
    case 'progressNotified':
      known.progress.push(event)
      return
    case 'decisionCorrected':
      known.corrections.push(event)
      return
    case 'cooperationAsked':
      known.cooperations.push({ office: event.office, askedAt: event.at, replyBy: event.replyBy, extended: false })
      return
    case 'cooperationExtended':
      return withCooperation(known, event.nth, (c) => Object.assign(c, { replyBy: event.replyBy, extended: true }))
    case 'cooperationReplied':
      return withCooperation(known, event.nth, (c) => Object.assign(c, { repliedAt: event.at }))
    case 'representativesAsked':
      known.representatives = { askedAt: event.at, until: event.until }
      known.state = 'suspended'
      known.stops.push({ reason: 'representatives', from: event.at, act: event.act })
      return
    case 'representativesNamed': {
      const { count, chosenBy } = event
      const asked = known.representatives ?? { askedAt: event.at, until: '' }
      known.representatives = { ...asked, named: { ...done, count, chosenBy } }
      if (known.stops.some((s) => s.to === undefined && s.reason === 'representatives')) goOn(known, event.at)
      return
    }
    case 'paperMade': {
      const { paper, name, number, edition, confirmed, code, at: madeAt, tenure, act } = event
      const made = { paper, name, number, edition, confirmed, code, madeAt, tenure, act }
      known.papers.push({ ...made, state: 'made', prints: 0 })
      return
    }
    case 'paperQueued':
    case 'paperPrinted':
    case 'paperFailed':
      return takePrint(known, event)
    default:
  }
}

/** A first demand beside one that runs (시행규칙 제9조 제1항 단서) puts its day off, and never brings it forward. */
function takeDemand(known: Case, event: CaseEvent & { type: 'supplementDemanded' }): void {
  const { supplement: running, demands } = known
  const isBeside = event.round === 1 && running !== undefined
  const until = isBeside && running.until > event.until ? running.until : event.until
  known.demands = event.round === 1 && !running ? [event] : [...demands, event]
  known.supplement = { until, asked: 0, mailsReturned: running?.mailsReturned ?? 0 }
  known.supplementUntil = until
  known.state = 'supplement'
  if (known.stops.every((s) => s.to !== undefined))
    known.stops.push({ reason: 'supplement', from: event.at, act: event.act })
}

/** The clock goes on: whatever stopped it has its second end. Without the guidance the work has not begun (시행령 제6조). */
function goOn(known: Case, at: Instant): void {
  known.stops = known.stops.map((s) => (s.to === undefined ? { ...s, to: at } : s))
  known.state = isGuided(known) ? 'inProgress' : 'received'
}

function withCooperation(known: Case, nth: number, change: (one: Case['cooperations'][number]) => void): void {
  const one = known.cooperations[nth - 1]
  if (one) change(one)
}

function takePrint(known: Case, event: CaseEvent & { type: 'paperQueued' | 'paperPrinted' | 'paperFailed' }): void {
  const paper = known.papers.find((p) => p.paper === event.paper)
  if (!paper || event.nth < paper.prints) return
  delete paper.why
  switch (event.type) {
    case 'paperQueued':
      paper.state = 'queued'
      paper.prints = event.nth
      return
    case 'paperPrinted':
      paper.state = 'printed'
      return
    case 'paperFailed':
      paper.state = 'failed'
      if (event.why !== undefined) paper.why = event.why
  }
}
