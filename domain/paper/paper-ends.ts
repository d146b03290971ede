import { objectionTerm } from '../case/case-clock.ts'
import type { Case, CaseEvent } from '../case/case.ts'
import { petitionerOf } from '../case/petitioner.ts'
import { proxyOf } from '../case/proxy.ts'
import { seenIdOf } from '../case/seen-id.ts'
import type { PaperFields } from '../record/private.ts'
import type { Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import { correctionWords } from './correction-words.ts'
import { addresseesOf, apartOf, documentNames, dueText, groundOf, handedIn, kindOf, lastOf } from './paper-parts.ts'
import { linesOf, untilOf } from './paper-supplement.ts'
import * as words from './paper-words.ts'
import { plainDay, writtenPeriod, writtenTime } from './paper-words.ts'
import { remediesOf } from './remedies.ts'

/** What the documents of a decision and of every other end say, and those of the objection to it. */

export function returnNotice(seat: Seat, known: Case): PaperFields {
  const returned = lastOf(known, 'caseReturned')
  if (!returned) return {}
  return {
    reason: [apartOf(seat, returned).reasons, ...returned.provisions].filter(Boolean).join('\n'),
    requested: known.demands.flatMap((d) => {
      const demanded = `${plainDay(dayOf(d.at))} ${d.round}차 보완요구(기한 ${plainDay(untilOf(known, d))})`
      const named = documentNames(seat, known, (id) => d.items.includes(id))
      const lines = [...named, ...linesOf(apartOf(seat, d).reasons ?? '')]
      return lines.length > 0 ? lines.map((line) => `${demanded}: ${line}`) : [demanded]
    }),
    papers: handedIn(seat, known),
    remedies: remediesOf({ ...kindOf(seat, known), petition: known.received.petition ?? 'legal' }, 'return'),
  }
}

function decided(seat: Seat, known: Case): PaperFields {
  const { decision } = known
  if (!decision) return {}
  return {
    outcome: words.outcomeWords[decision.outcome],
    decidedAt: plainDay(dayOf(decision.at)),
    reasons: apartOf(seat, decision).reasons ?? '',
    provisions: decision.provisions,
    remedies: decision.remedies,
    ...replaced(known),
  }
}

/** 이의신청 인용: which decision the new one replaces, and by which objection. */
function replaced({ former = [] }: Case): PaperFields {
  const last = former.at(-1)
  if (!last?.decision) return {}
  const { decision, objection } = last
  const first = `${plainDay(dayOf(decision.at))} 결정(${words.outcomeWords[decision.outcome]})`
  return { replaces: `${first}을 이의신청(접수번호 ${objection})에 대한 결정에 따라 바꿈` }
}

/** The decision on an objection and the answer to a prior review (법 제30조) are told by papers of their own. */
const hasOwnNotice = ({ received }: Case): boolean => Boolean(received.objection ?? received.priorReview)

export function resultNotice(seat: Seat, known: Case): PaperFields {
  const { decision } = known
  if (!decision || decision.outcome === 'refused' || hasOwnNotice(known)) return {}
  const hall = seat.hall.profile?.name ?? ''
  return {
    ...decided(seat, known),
    ...(isToCollect(known) && {
      pickup: `결과물은 신분증을 가지고 ${hall}에서 받으시기 바랍니다. 대리인은 위임장이 필요합니다.`,
    }),
  }
}

/** Whether something is still to be fetched: told before it waits, since the notice comes first. */
const isToCollect = ({ state, received, handedOver }: Case): boolean =>
  state === 'awaitingPickup' || (state !== 'closed' && !handedOver && received.steps.some((s) => s.handsOver))

export function refusalNotice(seat: Seat, known: Case): PaperFields {
  const outcome = known.decision?.outcome
  return (outcome === 'refused' || outcome === 'partly') && !hasOwnNotice(known) ? decided(seat, known) : {}
}

export function closingNotice(seat: Seat, known: Case): PaperFields {
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

export function withdrawalRecord(seat: Seat, known: Case): PaperFields {
  const withdrawn = lastOf(known, 'caseWithdrawn')
  if (!withdrawn) return {}
  const { who = 'petitioner' } = withdrawn
  const proxy = proxyOf(known, seat.privates.get(known.received.case) ?? {})
  const isThis = proxy?.kind === (who === 'proxy' ? 'delegate' : 'legalRepresentative')
  const name = who === 'petitioner' ? undefined : (apartOf(seat, withdrawn).proxy?.name ?? (isThis ? proxy.name : ''))
  const signer = name === undefined ? undefined : `${addresseesOf(seat, known)}의 ${words.collectorWords[who]} ${name}`
  return {
    withdrawnAt: writtenTime(withdrawn.at),
    papers: withdrawn.papersBack ? handedIn(seat, known) : [],
    // A document of an earlier edition has the recipient sign.
    ...(signer !== undefined && { signer, recipient: signer }),
  }
}

export function objectionSlip(seat: Seat, known: Case): PaperFields {
  const { objection, title, at } = known.received
  if (!objection || known.outcome === 'voided') return {}
  const original = seat.hall.cases.get(objection.to)
  const former = original?.former?.find((f) => f.objection === known.received.receiptNo)
  const refusal = former ? former.decision : original?.decision
  const reasons = apartOf(seat, refusal).reasons
  return {
    objectedTo: objection.receiptNo,
    objectedAt: writtenTime(at),
    refusedOn: plainDay(objection.refusalReceivedOn),
    due: dueText(seat, known),
    ground: groundOf(known),
    decideIn: writtenPeriod({ unit: 'days', value: objectionTerm(known).days }),
    refusal: [`접수번호 ${objection.receiptNo} ${title}에 대한 거부처분`, reasons].filter(Boolean).join('\n'),
    purport: apartOf(seat, known.received).reasons ?? '',
  }
}

export function objectionDecision(seat: Seat, known: Case): PaperFields {
  const { objection, at } = known.received
  if (!objection) return {}
  return {
    ...decided(seat, known),
    objectedAt: writtenTime(at),
    objectedTo: objection.receiptNo,
    ground: groundOf(known),
  }
}

export function priorReviewNotice(seat: Seat, known: Case): PaperFields {
  const { outcome, ...rest } = decided(seat, known)
  if (!known.received.priorReview || !known.decision || outcome === undefined) return {}
  return { ...rest, result: words.reviewWords[known.decision.outcome] ?? outcome }
}

export function pickupReceipt(seat: Seat, known: Case): PaperFields {
  const { handedOver, decision } = known
  if (!handedOver) return {}
  const apart = seat.privates.get(known.received.case) ?? {}
  const own = petitionerOf(known, apart)?.name ?? ''
  const isProxy = handedOver.collector !== 'petitioner'
  const said = apartOf(seat, handedOver)
  const { idSeen, idOther } = seenIdOf(handedOver, said)
  const proof = said.authority ? `(${words.authorityWords[said.authority]} 확인)` : ''
  return {
    collector: words.collectorWords[handedOver.collector] + proof,
    idSeen: idOther ?? (idSeen ? words.idWords[idSeen] : ''),
    // Older records may have no name of who collected: it was the proxy of the case.
    collectorName: said.collector ?? (isProxy ? (proxyOf(known, apart)?.name ?? '') : own),
    handedOverAt: writtenTime(handedOver.at),
    proxyLetter: handedOver.proxyLetter ? '확인함' : '',
    ...(decision && { outcome: words.outcomeWords[decision.outcome] }),
  }
}

export function correctionNotice(seat: Seat, known: Case): PaperFields {
  const corrections = untold(known)
  const kind = kindOf(seat, known)
  const ofDecision = corrections.some((c) => c.type === 'fieldCorrected') ? '결정: ' : ''
  const said = (which: 'before' | 'after'): string => {
    const lines = corrections.map((correction) => {
      const value = apartOf(seat, correction)[which]
      if (value === undefined) return undefined
      return correction.type === 'decisionCorrected'
        ? `${ofDecision}${value}`
        : correctionWords(kind, correction.field, value)
    })
    return lines.includes(undefined) ? '' : lines.join('\n')
  }
  if (corrections.length === 0) return {}
  const consents = corrections.flatMap((c) => (c.type === 'fieldCorrected' ? [words.consentWords[c.consent]] : []))
  return {
    before: said('before'),
    after: said('after'),
    correctedAt: once(corrections.map((c) => writtenTime(c.at))),
    ...(consents.length > 0 && { consent: once(consents) }),
  }
}

const once = (texts: string[]): string => [...new Set(texts)].join(', ')

/** The corrections of which no notice has told yet; where every one is told, the last. */
function untold({ history }: Case) {
  const notice = history.findLastIndex((e) => e.type === 'paperMade' && e.name === 'correctionNotice')
  const correctionsOf = (events: readonly CaseEvent[]) =>
    events.flatMap((e) => (e.type === 'decisionCorrected' || e.type === 'fieldCorrected' ? [e] : []))
  const since = correctionsOf(history.slice(notice + 1))
  return since.length > 0 ? since : correctionsOf(history).slice(-1)
}
