import { caseDue, openStop, promisedOf } from './case-clock.ts'
import { feeOfCase } from './case-answers.ts'
import type { Case, CaseEvent } from './case.ts'
import type { PaperName } from './paper.ts'
import * as words from './paper-words.ts'
import { plainDay, writtenDay, writtenTime } from './paper-words.ts'
import type { PaperFields, Private } from './private.ts'
import { proxyName } from './proxy.ts'
import { privateKey } from './record.ts'
import { anyoneIn, dueOf, type Seat } from './seat.ts'
import { dayNumber, dayOf, type Instant } from './time.ts'
import { feeView } from './view-fee.ts'

type Fields = (seat: Seat, known: Case) => PaperFields

/** What each document says of the act that it tells of; a field whose act has not happened is not there. */
export const actFields: { readonly [name in PaperName]: Fields } = {
  ...{ receiptSlip, supplementRequest, extensionNotice, progressNotice, transferNotice, returnNotice },
  ...{ resultNotice, refusalNotice, closingNotice, withdrawalRecord, pickupReceipt, reminder, correctionNotice },
  ...{ objectionSlip, objectionExtension, objectionDecision, priorReviewNotice, outageNotice },
}

type EventType = CaseEvent['type']
const lastOf = <T extends EventType>(known: Case, ...types: T[]) =>
  known.history.findLast((e): e is Extract<CaseEvent, { type: T }> => types.some((t) => t === e.type))

function apartOf(seat: Seat, event: CaseEvent | undefined): Private {
  return (event && seat.privates.get(event.case)?.[privateKey(event)]) ?? {}
}

const kindOf = (seat: Seat, { received }: Case) => seat.kindOf(received.edition, received.kind)

function dueText(seat: Seat, known: Case): string {
  const at = promisedOf(known) ?? dueOf(seat, known)?.dueAt
  return at === undefined ? '' : writtenTime(at)
}

/** The names of documents of the kind, in the order of its page. */
function documentNames(seat: Seat, known: Case, isNamed: (id: string) => boolean): string[] {
  const kind = kindOf(seat, known)
  return known.received.documents.flatMap(({ document }) =>
    isNamed(document) ? [kind?.documents.find((d) => d.id === document)?.name ?? document] : [],
  )
}

const handedIn = (seat: Seat, known: Case): string[] =>
  documentNames(seat, known, (id) => known.documents[id]?.mark === 'received')

function receiptSlip(seat: Seat, known: Case): PaperFields {
  const { period, objection } = known.received
  if (objection) return {}
  const due = dueText(seat, known)
  return {
    // 처리기간 that nobody has confirmed is not guessed; the slip is due all the same (시행령 제6조).
    due: due === '' ? '처리기간을 확인하는 대로 알려 드립니다' : due,
    ...(period && { period: words.writtenPeriod(period) }),
    ...{ fee: feeText(seat, known), documents: handedIn(seat, known), guidance: guidance(known) },
  }
}

function feeText(seat: Seat, known: Case): string {
  const { fee: won } = feeOfCase(known, kindOf(seat, known), seat.privates.get(known.received.case) ?? {})
  if (known.fee) return words.writtenFee(feeView(seat, known, known.fee))
  if (won === 0) return '없음'
  return won === 'open' || won === null ? '' : words.writtenMoney(won)
}

function guidance(known: Case): string[] {
  const told = Object.entries(words.guidanceWords).filter(([topic]) => topic in known.guidance)
  const visit = lastOf(known, 'guidanceGiven')?.siteVisit ?? known.received.siteVisit
  return [
    ...(told.length > 0 ? [`접수할 때 안내한 사항: ${told.map(([, word]) => word).join(', ')}`] : []),
    ...(visit === undefined ? [] : [`현장확인 예정일: ${writtenDay(visit)}`]),
  ]
}

function supplementRequest(seat: Seat, known: Case): PaperFields {
  const demand = known.demands.at(-1)
  if (!demand) return {}
  const text = apartOf(seat, demand).reasons
  const named = documentNames(seat, known, (id) => demand.items.includes(id))
  return {
    ...{ until: writtenDay(demand.until), round: `${demand.round}차 보완요구` },
    ...(named.length > 0 ? { items: named, ...(text && { reason: text }) } : { items: linesOf(text ?? '') }),
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 600))
    .filter((line) => line !== '')

/** 별지 제5호: one form for both, but an objection has its own words. */
function extensionNotice(seat: Seat, known: Case): PaperFields {
  return known.received.objection ? {} : extensionFields(seat, known)
}
function objectionExtension(seat: Seat, known: Case): PaperFields {
  return known.received.objection ? extensionFields(seat, known) : {}
}

function extensionFields(seat: Seat, known: Case): PaperFields {
  const extension = known.extensions.at(-1)
  if (!extension) return {}
  const { hall, calendar } = seat
  const before = caseDue({ ...known, extensions: known.extensions.slice(0, -1) }, calendar, hall.outages, extension.at)
  return {
    ...{ ground: words.extensionWords[extension.ground], reason: apartOf(seat, extension).reasons ?? '' },
    ...{ until: writtenTime(extension.promised), round: `${extension.nth}차 연장` },
    ...(before && { formerDue: writtenTime(before.dueAt) }),
    ...(extension.consent && { consent: words.consentWords[extension.consent] }),
    ...(known.received.objection && { objectedAt: writtenTime(known.received.at) }),
  }
}

function progressNotice(seat: Seat, known: Case): PaperFields {
  const notice = known.progress.at(-1)
  if (!notice) return {}
  const stop = openStop(known)
  const due = dueText(seat, known)
  // Where nobody has confirmed the period, the clerk says when it is expected (시행령 제23조).
  const expected = notice.expected === undefined ? '' : writtenDay(notice.expected)
  return {
    ...{ progress: apartOf(seat, notice).note ?? '', due: due === '' ? expected : due },
    ...(stop && { reason: words.stopWords[stop.reason] }),
  }
}

function transferNotice(seat: Seat, known: Case): PaperFields {
  const transfer = known.transfers.at(-1)
  if (!transfer) return {}
  const { office, contact, at, to } = transfer
  return {
    ...{ agency: office, agencyContact: contact ?? '', transferredAt: writtenTime(at) },
    reason: apartOf(seat, transfer).reasons ?? words.transferReasons[to],
  }
}

function returnNotice(seat: Seat, known: Case): PaperFields {
  const returned = lastOf(known, 'caseReturned')
  if (!returned) return {}
  return {
    reason: [apartOf(seat, returned).reasons, ...returned.provisions].filter(Boolean).join('\n'),
    requested: known.demands.map((d) => {
      const items = documentNames(seat, known, (id) => d.items.includes(id)).join(', ')
      return `${plainDay(dayOf(d.at))} ${d.round}차 보완요구(기한 ${plainDay(d.until)})${items && `: ${items}`}`
    }),
    ...{ papers: handedIn(seat, known), remedies: words.remediesOf(known.received.petition, false) },
  }
}

function decided(seat: Seat, known: Case): PaperFields {
  const { decision } = known
  if (!decision) return {}
  return {
    ...{ outcome: words.outcomeWords[decision.outcome], decidedAt: plainDay(dayOf(decision.at)) },
    ...{ reasons: apartOf(seat, decision).reasons ?? '', provisions: decision.provisions },
    remedies: decision.remedies,
  }
}

function resultNotice(seat: Seat, known: Case): PaperFields {
  const { decision, state } = known
  if (!decision || decision.outcome === 'refused' || known.received.objection) return {}
  const isWaiting = state === 'awaitingPickup'
  const hall = seat.hall.profile?.name ?? ''
  return {
    ...decided(seat, known),
    ...(isWaiting && {
      pickup: `결과물은 신분증을 가지고 ${hall}에서 받으시기 바랍니다. 대리인은 위임장이 필요합니다.`,
    }),
  }
}

function refusalNotice(seat: Seat, known: Case): PaperFields {
  const outcome = known.decision?.outcome
  return outcome === 'refused' || outcome === 'partly' ? decided(seat, known) : {}
}

function closingNotice(seat: Seat, known: Case): PaperFields {
  const end = lastOf(known, 'caseNotProcessed', 'repeatClosed', 'uncollectedClosed', 'caseDeemedWithdrawn')
  if (!end) return {}
  return { closedAt: plainDay(dayOf(end.at)), ...closingGround(seat, end) }
}

type Closing = Extract<
  CaseEvent,
  { type: 'caseNotProcessed' | 'repeatClosed' | 'uncollectedClosed' | 'caseDeemedWithdrawn' }
>

function closingGround(seat: Seat, end: Closing): PaperFields {
  const reason = apartOf(seat, end).reasons ?? ''
  switch (end.type) {
    case 'caseNotProcessed':
      return { ground: words.exceptionWords[end.ground], reason }
    case 'repeatClosed': {
      const receipts = end.earlier.map((id) => seat.hall.cases.get(id)?.received.receiptNo ?? id)
      return { ground: '민원처리법 제23조(반복 및 중복 민원의 처리)', reason, former: receipts }
    }
    case 'uncollectedClosed':
      return {
        ground: '민원처리법 시행령 제25조 제4항',
        reason: '처리완료 예정일부터 15일이 지나도록 결과물을 찾아가지 않음',
      }
    case 'caseDeemedWithdrawn':
      return {
        ground: '민원처리법 시행령 제25조 제2항',
        reason: '주소 불명으로 보완요구가 2회 되돌아옴(취하한 것으로 봄)',
      }
  }
}

function withdrawalRecord(seat: Seat, known: Case): PaperFields {
  const withdrawn = lastOf(known, 'caseWithdrawn')
  if (!withdrawn) return {}
  return { withdrawnAt: writtenTime(withdrawn.at), papers: withdrawn.papersBack ? handedIn(seat, known) : [] }
}

function objectionSlip(seat: Seat, known: Case): PaperFields {
  const { objection, title, at } = known.received
  if (!objection) return {}
  const refusal = seat.hall.cases.get(objection.to)?.decision
  const reasons = apartOf(seat, refusal).reasons
  return {
    ...{ objectedAt: writtenTime(at), refusedOn: plainDay(objection.refusalReceivedOn), due: dueText(seat, known) },
    refusal: [`접수번호 ${objection.receiptNo} ${title}에 대한 거부처분`, reasons].filter(Boolean).join('\n'),
    purport: apartOf(seat, known.received).reasons ?? '',
  }
}

function objectionDecision(seat: Seat, known: Case): PaperFields {
  const { objection, at } = known.received
  return objection ? { ...decided(seat, known), objectedAt: writtenTime(at) } : {}
}

function pickupReceipt(seat: Seat, known: Case): PaperFields {
  const { handedOver, decision } = known
  if (!handedOver) return {}
  const own = apartOf(seat, known.received).petitioner?.name ?? ''
  const apart = seat.privates.get(known.received.case) ?? {}
  const isProxy = handedOver.collector === 'proxy'
  const idSeen = apartOf(seat, handedOver).idSeen ?? handedOver.idSeen
  return {
    ...{ collector: words.collectorWords[handedOver.collector], idSeen: idSeen ? words.idWords[idSeen] : '' },
    // Older records may have no name of who collected: it was the proxy of the case.
    collectorName: apartOf(seat, handedOver).collector ?? (isProxy ? (proxyName(known, apart) ?? '') : own),
    ...{ handedOverAt: writtenTime(handedOver.at), proxyLetter: handedOver.proxyLetter ? '확인함' : '' },
    ...(decision && { outcome: words.outcomeWords[decision.outcome] }),
  }
}

function reminder(seat: Seat, known: Case): PaperFields {
  const { hall, at } = seat
  const last = hall.reminders.get(known.received.case)?.at(-1)
  const due = dueOf(seat, known)
  if (!last || !due) return {}
  // Whoever reminds signs it, wherever it is printed (시행령 제28조 제2항).
  const sender = anyoneIn(hall, last.by.clerk)
  const office = hall.profile?.teams.find((t) => t.id === sender?.team)
  const team = hall.profile?.counters.find((c) => c.id === known.holder)?.team
  return {
    recipient: `${hall.profile?.teams.find((t) => t.id === team)?.name ?? ''}장`,
    ...{ due: writtenTime(due.dueAt), daysOver: pastText(due.dueAt, at), actBy: writtenDay(last.actBy) },
    ...(sender && { clerk: sender.name, team: office?.name ?? '', phone: sender.phone ?? office?.phone ?? '' }),
  }
}

function pastText(due: Instant, at: Instant): string {
  const days = dayNumber(dayOf(at)) - dayNumber(dayOf(due))
  return days > 0 ? `${days}일 지남` : '당일 기한 지남'
}

function correctionNotice(seat: Seat, known: Case): PaperFields {
  const correction = lastOf(known, 'decisionCorrected', 'fieldCorrected')
  if (!correction) return {}
  const { before = '', after = '' } = apartOf(seat, correction)
  return {
    ...{ before, after, correctedAt: writtenTime(correction.at) },
    ...(correction.type === 'fieldCorrected' && { consent: words.consentWords[correction.consent] }),
  }
}

function priorReviewNotice(seat: Seat, known: Case): PaperFields {
  const { outcome, ...rest } = decided(seat, known)
  return known.received.priorReview && outcome !== undefined ? { ...rest, result: outcome } : {}
}

/** 장애 안내 (시행령 제6조의2): of the last outage that touched the case. */
function outageNotice({ hall, at }: Seat, known: Case): PaperFields {
  const last = hall.outages.findLast((o) => o.to > known.received.at && o.from < (known.closedAt ?? at))
  if (!last) return {}
  const { from, to, substitute } = last
  return {
    ...{ since: writtenTime(from), outage: `${writtenTime(from)}부터 ${writtenTime(to)}까지 정보시스템 장애` },
    ...{
      substitute,
      guidance: ['장애 중에 받은 민원은 실제로 접수한 시각으로 등록합니다(민원처리법 시행령 제6조의2).'],
    },
  }
}
