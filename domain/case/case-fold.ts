import { takeAttachment } from './attachment.ts'
import type { Case, CaseEvent, CaseEventOf, CaseState } from './case.ts'
import { takeOwnData } from './own-data.ts'
import { takeProcedure } from './procedure-fold.ts'

/** Takes an act of a case into the state. Acts that lost their tenure to a seizure go to the tray of late acts. */
export function evolveCase(cases: Map<string, Case>, event: CaseEvent): 'folded' | 'stray' {
  const known = cases.get(event.case)
  if (event.type === 'caseReceived') {
    if (!known) cases.set(event.case, begin(event))
    return 'folded'
  }
  if (event.type === 'caseTakenOut') return takeOut(cases, event, known)
  if (!known) return 'stray'
  if (event.type === 'caseSeized') cases.set(event.case, seize(known, event))
  else if (event.tenure === known.tenure && event.act === known.acts + 1) apply(known, event)
  else if (event.tenure < known.tenure) keepLate(known, event)
  else return 'stray'
  return 'folded'
}

/** A closed case comes back from the archive; the machine that asked for it holds it from then on. */
function takeOut(
  cases: Map<string, Case>,
  event: CaseEventOf<'caseTakenOut'>,
  known: Case | undefined,
): 'folded' | 'stray' {
  if (known) return 'folded'
  const again = JSON.parse(event.body) as Case
  hold(again, event.to)
  again.history.push({ ...event, body: '' })
  cases.set(event.case, again)
  return 'folded'
}

function begin(event: CaseEventOf<'caseReceived'>): Case {
  const done = { at: event.at, by: event.by }
  return {
    received: event,
    state: 'received',
    holder: event.by.machine,
    tenure: event.tenure,
    holders: [event.by.machine],
    acts: event.act,
    checks: {},
    finished: {},
    documents: {},
    spared: event.spared ?? { documents: [], checks: [] },
    ...(event.spared && { answered: { tenure: event.tenure, act: event.act } }),
    guidance: Object.fromEntries((event.guidance ?? []).map((topic) => [topic, done])),
    forms: [],
    stops: [],
    demands: [],
    extensions: [],
    transfers: [],
    cooperations: [],
    progress: [],
    corrections: [],
    papers: [],
    ...(event.signed && { signed: { ...done, how: event.signed } }),
    history: [event],
    late: [],
  }
}

/** A seizure counts the acts that the hall knew; the case is folded again from them, and what was more is late. */
function seize(known: Case, event: CaseEventOf<'caseSeized'>): Case {
  const counts = (e: CaseEvent) => isNewHolding(e) || e.act <= event.act
  const again = begin(known.received)
  again.late = known.late.map((l) => ({ event: l.event }))
  for (const e of known.history.slice(1).filter(counts)) apply(again, e)
  for (const e of known.history) if (!counts(e)) keepLate(again, e)
  apply(again, event)
  return again
}

/** What the hall alone says of a case: it is no act of a holder and has no number of its own. */
const isNewHolding = (event: CaseEvent): event is CaseEventOf<'caseSeized' | 'caseTakenOut'> =>
  event.type === 'caseSeized' || event.type === 'caseTakenOut'

function keepLate(known: Case, event: CaseEvent): void {
  if (known.history.some((e) => same(e, event)) || known.late.some((l) => same(l.event, event))) return
  known.late.push({ event })
  known.late.sort((a, b) => a.event.tenure - b.event.tenure || a.event.act - b.event.act)
}

const same = (a: CaseEvent, b: CaseEvent) =>
  a.tenure === b.tenure && a.act === b.act && a.type === b.type && a.at === b.at

function apply(known: Case, event: CaseEvent): void {
  known.history.push(event)
  if (isNewHolding(event)) {
    hold(known, event.to)
    return
  }
  known.acts = event.act
  take(known, event)
}

/** What an act changes. A late act that was taken over changes the same. */
function take(known: Case, event: CaseEvent): void {
  const done = { at: event.at, by: event.by }
  if (known.state === 'received' && isWork(event)) known.state = 'inProgress'
  switch (event.type) {
    case 'checkTicked':
      known.checks[event.check] = { ...done, mark: event.mark, tenure: event.tenure, act: event.act }
      return
    case 'checkCleared':
      delete known.checks[event.check]
      return
    case 'stepFinished':
      known.finished[event.step] = done
      return
    case 'documentMarked':
      known.documents[event.document] = { ...done, mark: event.mark }
      return
    case 'questionsAnswered':
      known.spared = event.spared
      known.answered = { tenure: event.tenure, act: event.act }
      return
    case 'caseDecided':
      known.decision = event
      known.state = 'decided'
      return
    case 'caseNotified':
      known.notice = event
      known.state = 'notified'
      return
    case 'pickupAwaited':
      known.state = 'awaitingPickup'
      return
    case 'resultHandedOver':
      known.handedOver = event
      return close(known, event, known.decision?.outcome)
    case 'caseReturned':
      return close(known, event, 'returned')
    case 'caseDeemedWithdrawn':
      return close(known, event, 'deemedWithdrawn')
    case 'caseTransferred':
      takeProcedure(known, event)
      return event.to === 'otherAgency' ? close(known, event, 'transferredOut') : undefined
    case 'caseNotProcessed':
      return close(known, event, 'notProcessed')
    case 'repeatClosed':
      return close(known, event, 'repeatClosed')
    case 'uncollectedClosed':
      return close(known, event, 'uncollectedClosed')
    case 'caseReopened':
      return reopen(known, event)
    case 'caseClosed':
      return close(known, event, known.decision?.outcome)
    case 'caseWithdrawn':
      return close(known, event, 'withdrawn')
    case 'caseVoided':
      return close(known, event, 'voided')
    case 'casePassed':
      return hold(known, event.to)
    case 'lateSettled':
      return settle(known, event)
    default:
      takeProcedure(known, event)
      takeAttachment(known, event)
      takeOwnData(known, event)
  }
}

const isWork = ({ type }: CaseEvent): boolean =>
  type === 'checkTicked' || type === 'checkCleared' || type === 'stepFinished' || type === 'documentMarked'

function hold(known: Case, holder: string): void {
  known.tenure += 1
  known.holder = holder
  known.holders.push(holder)
}

function close(known: Case, event: CaseEvent, outcome: Case['outcome']): void {
  known.state = 'closed' satisfies CaseState
  if (outcome) known.outcome = outcome
  known.ending = event.type
  known.closedAt = event.at
  known.stops = known.stops.map((s) => (s.to === undefined ? { ...s, to: event.at } : s))
}

/** What was decided is kept as what it was; the case stands as if nothing were decided yet. */
function reopen(known: Case, event: CaseEventOf<'caseReopened'>): void {
  const { decision, notice, closedAt } = known
  const former = {
    objection: event.objection,
    reopened: { at: event.at, by: event.by },
    ...(decision && { decision }),
    ...(notice && { notice }),
    ...(closedAt !== undefined && { closedAt }),
  }
  known.former = [...(known.former ?? []), former]
  delete known.decision
  delete known.notice
  delete known.handedOver
  delete known.outcome
  delete known.ending
  delete known.closedAt
  // What was demanded before the first decision is demanded no longer; the history has it.
  known.demands = []
  delete known.supplement
  delete known.supplementUntil
  known.state = 'inProgress'
}

function settle(known: Case, event: CaseEventOf<'lateSettled'>): void {
  const late = known.late.find(
    (l) => !l.settled && l.event.tenure === event.lateTenure && l.event.act === event.lateAct,
  )
  if (!late) return
  late.settled = event.how
  if (event.how === 'takenOver') take(known, late.event)
}
