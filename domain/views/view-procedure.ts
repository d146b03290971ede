import { feeOfCase } from '../case/case-answers.ts'
import { extensionLength, milestoneDue, objectionTerm, suspensionsOf, uncountedOf } from '../case/case-clock.ts'
import type { Case } from '../case/case.ts'
import { formOf } from '../case/form-values.ts'
import { guidanceTopics } from '../case/intake.ts'
import { uncollectedFrom } from '../case/procedure-guards.ts'
import { shownValues } from '../case/resident-number.ts'
import { seenIdOf } from '../case/seen-id.ts'
import { awaitedUntil } from '../case/supplement.ts'
import { decide, type Command, type Refusal } from '../hall.ts'
import { inForce } from '../manual/edition.ts'
import { hasRole } from '../people/permissions.ts'
import { explainDue, explainObjection } from '../period/deadline-steps.ts'
import { milestones, progressSendDay } from '../period/deadline.ts'
import { acceptedTo, objectionsTo } from '../record/archive.ts'
import type { Private } from '../record/private.ts'
import { privateKey } from '../record/record.ts'
import { doneView, dueOf, personOf, type Seat } from '../seat.ts'
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../time.ts'
import { attachmentViews, openDemand, ownDataViews, toldAtOnce, untold, untoldRefusal } from './view-evidence.ts'
import { feeView, formerFees } from './view-fee.ts'
import { caseLine } from './view-floor.ts'
import { supplementOf, toDemand } from './view-supplement.ts'
import type { MilestoneView, ProcedureView } from './views-procedure.ts'

/** 법정 절차 of a case as its screen shows it: the clock and why, what is coming, and what is lawful now. */
export function procedureView(seat: Seat, known: Case): ProcedureView {
  const { received, identity, electronic, signed, fee, representatives } = known
  const apart = seat.privates.get(received.case) ?? {}
  const kind = seat.kindOf(received.edition, received.kind)
  return {
    petition: received.petition ?? 'legal',
    filing: received.filing ?? 'paper',
    priorReview: received.priorReview ?? false,
    slip: received.slip ?? 'due',
    ...(received.enteredAt !== undefined && { enteredAt: received.enteredAt }),
    ...(received.provisionalNo !== undefined && { provisionalNo: received.provisionalNo }),
    ...(received.replaces && { replaces: received.replaces.receiptNo }),
    ...(received.editionThen !== undefined && { editionThen: received.editionThen }),
    ...(received.joint && { joint: received.joint }),
    ...(received.objection && { objectionTo: received.objection }),
    objections: objectionsTo(seat.hall.cases, seat.archive, received.case).map((c) => ({
      ...caseLine(seat, c),
      ...(!seat.hall.cases.has(c.received.case) && { archived: true as const }),
    })),
    accepted: acceptedTo(seat.hall.cases, seat.archive, received.case),
    guidance: guidanceTopics.map((topic) => {
      const done = known.guidance[topic]
      return { topic, ...(done && { done: doneView(seat, done) }) }
    }),
    form: { fields: kind?.form.fields ?? [], values: shownValues(formOf(known, apart)) },
    ...(identity && { identity: identityView(seat, identity, apart) }),
    ...(electronic && { electronic: electronicView(seat, electronic, apart) }),
    ...(signed && { signed: { ...doneView(seat, signed), how: signed.how } }),
    feeTable: feeOfCase(known, kind, apart).fee,
    ...(fee && { fee: feeView(seat, known, fee) }),
    formerFees: formerFees(known).map((former) => feeView(seat, known, former)),
    clock: clockView(seat, known),
    milestones: milestonesOf(seat, known),
    ...supplementOf(seat, known),
    cooperations: known.cooperations.map((c, i) => ({ ...c, nth: i + 1 })),
    ...(representatives && { representatives: { ...representatives } }),
    attachments: attachmentViews(seat, known),
    ownData: ownDataViews(seat, known),
    progress: known.progress.map((p) => ({ ...doneView(seat, p), nth: p.nth, told: p.told })),
    transfers: known.transfers.map((t) => ({ ...doneView(seat, t), to: t.to, office: t.office, late: t.late })),
    reminders: (seat.hall.reminders.get(received.case) ?? []).map((r) => ({ ...doneView(seat, r), actBy: r.actBy })),
    corrections: known.corrections.map((c) => {
      const { before, after } = apart[privateKey(c)] ?? {}
      const confirmedBy = personOf(seat, c.confirmedBy)?.name ?? ''
      return { ...doneView(seat, c), confirmedBy, ...(before && { before }), ...(after && { after }) }
    }),
    acts: actsOf(seat, known),
  }
}

function identityView(
  seat: Seat,
  identity: NonNullable<Case['identity']>,
  apart: { [act: string]: Private },
): NonNullable<ProcedureView['identity']> {
  const said = apart[privateKey(identity)]
  const issuer = said?.issuer ?? identity.issuer
  const authority = said?.authority
  const more = { ...seenIdOf(identity, said), ...(authority && { authority }), ...(issuer && { issuer }) }
  return { ...doneView(seat, identity), who: identity.who, ...more }
}

function electronicView(
  seat: Seat,
  electronic: NonNullable<Case['electronic']>,
  apart: { [act: string]: Private },
): NonNullable<ProcedureView['electronic']> {
  const { given, consent } = electronic
  const address = apart[privateKey(electronic)]?.address
  return { ...doneView(seat, electronic), given, consent, ...(address !== undefined && { address }) }
}

function clockView(seat: Seat, known: Case): ProcedureView['clock'] {
  const { hall, calendar, at } = seat
  const { period, objection, at: receivedAt } = known.received
  const end = dueOf(seat, known)
  const steps = objection
    ? explainObjection(receivedAt, calendar, known.extensions[0]?.value ?? 0, objectionTerm(known))
    : explainDue(period, receivedAt, calendar, uncountedOf(known, hall.outages, at))
  return {
    receivedAt,
    period,
    ...(end && { due: end }),
    steps,
    stops: suspensionsOf(known, hall.outages, at).map(({ from, to, reason }, i) => ({
      from,
      reason: reason ?? 'priorAct',
      ...((known.stops[i]?.to ?? (i >= known.stops.length ? to : undefined)) !== undefined && { to }),
    })),
    extensions: known.extensions.map((e) => ({
      nth: e.nth,
      ground: e.ground,
      length: extensionLength(period, e),
      promised: e.promised,
      at: e.at,
    })),
  }
}

/** What the law wants by when, beside the due date itself. */
export function milestonesOf(seat: Seat, known: Case): MilestoneView[] {
  const { calendar } = seat
  const { at, arrivedAt, webNotice } = known.received
  const isOpen = known.state !== 'closed' && !known.decision
  const inHours = (what: MilestoneView['what'], term: (typeof milestones)[keyof typeof milestones], from = at) => {
    const end = milestoneDue(term, from, calendar, seat.hall.outages)
    return end ? [{ what, at: end.dueAt, over: seat.at > end.dueAt }] : []
  }
  // 시행령 제6조 제8항: with the receipt it was done, in time or late.
  const receivedLate = (arrived: Instant) =>
    inHours('receiveFromWindow', milestones.receiveFromWindow, arrived).filter((m) => at > m.at)
  const onDay = (what: MilestoneView['what'], day: Day) => ({
    what,
    at: calendar.endOfWork(day),
    over: seat.at >= startOfDay(addDays(day, 1)),
  })
  const awaited = isOpen ? awaitedUntil(known, calendar) : undefined
  const isNew = isOpen && known.demands.length === 0 && !known.received.objection && !known.former
  return [
    ...(isOpen && arrivedAt !== undefined ? receivedLate(arrivedAt) : []),
    ...(isNew ? inHours('demandSupplement', milestones.demandSupplement) : []),
    ...(isNew && known.transfers.length === 0
      ? [
          ...inHours('transferToDepartment', milestones.transferToDepartment),
          ...inHours('transferToAgency', milestones.transferToAgency),
        ]
      : []),
    ...toldAtOnce(seat, known),
    ...(awaited === undefined ? [] : [onDay('supplementUntil', awaited)]),
    ...known.cooperations.flatMap((c) => (c.repliedAt === undefined ? [onDay('replyBy', c.replyBy)] : [])),
    ...(isOpen && !webNotice ? [onDay('progressNotice', nextProgress(seat, known))] : []),
    ...uncollected(seat, known).map((day) => ({ ...onDay('uncollectedFrom', day), over: dayOf(seat.at) >= day })),
  ]
}

const uncollected = ({ calendar, hall, at }: Seat, known: Case): Day[] =>
  known.state === 'awaitingPickup' ? [uncollectedFrom(known, calendar, hall.outages, at)] : []

/** 시행령 제23조: the first of the days to send one that no notice has come on or after; an early one puts none off. */
function nextProgress({ calendar }: Seat, { received, progress, former }: Case): Day {
  const from = dayOf(former?.at(-1)?.reopened.at ?? received.at)
  const last = dayOf(progress.at(-1)?.at ?? received.at)
  let nth = 1
  while (progressSendDay(from, nth, calendar) <= last) nth += 1
  return progressSendDay(from, nth, calendar)
}

/** Asks the rules themselves which acts of the procedure are possible now, and why the others are not. */
function actsOf(seat: Seat, known: Case): ProcedureView['acts'] {
  const kindOf = (code: string, edition?: number) => {
    const kind = seat.kindOf(edition, code)
    return kind && { edition: edition ?? inForce(seat.hall, dayOf(seat.at))?.edition ?? 1, kind }
  }
  const ctx = {
    machine: seat.machine,
    at: seat.at,
    kind: kindOf,
    archive: seat.archive,
    apart: () => seat.privates.get(known.received.case) ?? {},
  }
  return probes(seat, known).map((command) => {
    const decision = decide(seat.hall, command, ctx)
    return { type: command.type, ...('refused' in decision && { refused: decision.refused }) }
  })
}

type Act = { type: Command['type']; refused?: Refusal }

/** One sensible command for each act: what it is refused for is not its own content. */
function probes(seat: Seat, known: Case): (Command & Act)[] {
  const { received } = known
  const on = { case: received.case }
  const today = dayOf(seat.at)
  const told = 'letter'
  const reasons = '–'
  const me = seat.hall.counters.get(seat.machine)?.clerk
  const other =
    seat.hall.profile?.staff.find((s) => s.id !== me && hasRole(seat.hall, s.id, ['clerk', 'supervisor']))?.id ?? ''
  const nth = known.cooperations.findLastIndex((c) => c.repliedAt === undefined) + 1 || 1
  const kind = seat.kindOf(known.received.edition, known.received.kind)
  const table = feeOfCase(known, kind, seat.privates.get(on.case) ?? {}).fees[0] ?? 0
  const refusedOn: Instant = known.notice?.at ?? known.closedAt ?? seat.at
  const document = known.received.documents.find((d) => d.verifyBy === 'sharedInfo' || d.verifyBy === 'directIssue')
  return [
    { ...on, type: 'giveGuidance', topics: ['documents'] },
    { ...on, type: 'checkIdentity', who: 'petitioner', idSeen: 'residentCard', proxyLetter: false },
    { ...on, type: 'agreeElectronic', given: true, consent: 'oral', address: reasons },
    { ...on, type: 'fillForm', form: {} },
    { ...on, type: 'signForm' },
    { ...on, type: 'payFee', table, means: 'card' },
    { ...on, type: 'correctFee', table, means: 'card', reason: reasons },
    { ...on, type: 'reportAttachment', cause: 'unreadable' },
    { ...on, type: 'tellAlternatives', nth: untold(known.attachments), told, ways: ['visit'] },
    { ...on, type: 'demandOwnData', item: reasons, holder: reasons, proof: 'eGov' },
    { ...on, type: 'recordOwnData', nth: openDemand(known), result: 'received' },
    { ...on, type: 'tellOwnDataRefusal', nth: untoldRefusal(known), told },
    { ...on, type: 'demandSupplement', ...toDemand(known), days: 1, written: true, late: 'newFact' },
    { ...on, type: 'extendSupplement', days: 1 },
    { ...on, type: 'receiveSupplement' },
    { ...on, type: 'recordReturnedMail' },
    { ...on, type: 'returnCase', reasons, provisions: [], told },
    { ...on, type: 'deemWithdrawn' },
    {
      ...on,
      type: 'stopClock',
      reason: 'examination',
      evidence: reasons,
      ...(document && { document: document.document }),
    },
    { ...on, type: 'resumeClock' },
    { ...on, type: 'extendPeriod', ground: 'factCheck', value: 1, consent: 'oral', reasons, told },
    { ...on, type: 'extendInvestigation' },
    {
      ...on,
      type: 'transferCase',
      to: received.objection ? 'department' : 'otherAgency',
      office: reasons,
      told,
      reasons,
    },
    { ...on, type: 'askCooperation', office: reasons, replyBy: today },
    { ...on, type: 'extendCooperation', nth, replyBy: known.cooperations[nth - 1]?.replyBy ?? today },
    { ...on, type: 'recordReply', nth },
    { ...on, type: 'askRepresentatives', until: today },
    { ...on, type: 'nameRepresentatives', names: [reasons], chosenBy: 'petitioners' },
    { ...on, type: 'notifyProgress', told, text: reasons },
    { ...on, type: 'withdrawCase' },
    { ...on, type: 'notProcess', ground: 'privateDispute', reasons, told },
    {
      ...on,
      type: 'closeRepeat',
      repeats: 3,
      earlier: ['0000-00-00001', '0000-00-00002'],
      committee: today,
      reasons,
      told,
    },
    { ...on, type: 'closeUncollected' },
    { ...on, type: 'reopenCase', objection: acceptedTo(seat.hall.cases, seat.archive, received.case) ?? reasons },
    { ...on, type: 'correctDecision', before: reasons, after: reasons, confirmedBy: other, told },
    {
      type: 'receiveObjection',
      case: `${on.case}?`,
      to: on.case,
      petitioner: { name: reasons },
      refusalReceivedOn: dayOf(refusedOn),
      grounds: reasons,
    },
  ]
}
