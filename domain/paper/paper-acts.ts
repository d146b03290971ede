import { feeOfCase } from '../case/case-answers.ts'
import { caseDue, openStop } from '../case/case-clock.ts'
import type { Case } from '../case/case.ts'
import { whyUndated } from '../period/expected-day.ts'
import type { PaperFields } from '../record/private.ts'
import { officeInCharge } from '../register/register.ts'
import { anyoneIn, dueOf, type Seat } from '../seat.ts'
import { dayNumber, dayOf, type Day, type Instant } from '../time.ts'
import { feeView } from '../views/view-fee.ts'
import * as ends from './paper-ends.ts'
import { apartOf, dueText, groundOf, handedIn, kindOf, lastOf } from './paper-parts.ts'
import { supplementRequest } from './paper-supplement.ts'
import * as words from './paper-words.ts'
import { writtenDay, writtenTime } from './paper-words.ts'
import type { PaperName } from './paper.ts'

type Fields = (seat: Seat, known: Case) => PaperFields

/** What each document says of the act that it tells of; a field whose act has not happened is not there. */
export const actFields: { readonly [name in PaperName]: Fields } = {
  receiptSlip,
  supplementRequest,
  extensionNotice,
  progressNotice,
  transferNotice,
  reminder,
  objectionExtension,
  outageNotice,
  ...ends,
}

function receiptSlip(seat: Seat, known: Case): PaperFields {
  const { period, objection } = known.received
  // 오접수: of what was received by mistake nothing is confirmed.
  if (objection || known.outcome === 'voided') return {}
  const due = dueText(seat, known)
  return {
    // 처리기간 that nobody has confirmed is not guessed; the slip is due all the same (시행령 제6조).
    due: due === '' ? '처리기간을 확인하는 대로 알려 드립니다' : due,
    ...(period && { period: words.writtenPeriod(period) }),
    fee: feeText(seat, known),
    documents: handedIn(seat, known),
    guidance: guidance(known),
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
  const { replaces } = known.received
  const visit = lastOf(known, 'guidanceGiven')?.siteVisit ?? known.received.siteVisit
  return [
    ...(told.length > 0 ? [`접수할 때 안내한 사항: ${told.map(([, word]) => word).join(', ')}`] : []),
    ...(visit === undefined ? [] : [`현장확인 예정일: ${writtenDay(visit)}`]),
    ...(replaces
      ? [`접수번호 ${replaces.receiptNo}을 바로잡아 다시 접수한 것으로, 접수시각은 처음 접수한 때입니다.`]
      : []),
    words.countingOf(known.received.period),
  ]
}

/** 별지 제5호: one form for both, but an objection has its own words. */
function extensionNotice(seat: Seat, known: Case): PaperFields {
  return known.received.objection ? {} : extensionFields(seat, known)
}
function objectionExtension(seat: Seat, known: Case): PaperFields {
  const fields = known.received.objection ? extensionFields(seat, known) : {}
  return 'until' in fields ? { ...fields, ground: groundOf(known) } : {}
}

function extensionFields(seat: Seat, known: Case): PaperFields {
  const extension = known.extensions.at(-1)
  if (!extension) return {}
  const { hall, calendar } = seat
  const { objection, at } = known.received
  // As it was then: what has stopped the clock since is of the new due time.
  const then = {
    ...known,
    extensions: known.extensions.slice(0, -1),
    stops: known.stops.filter((s) => s.from < extension.at),
  }
  const before = caseDue(then, calendar, hall.outages, extension.at)
  return {
    ground: words.extensionWords[extension.ground],
    reason: apartOf(seat, extension).reasons ?? '',
    until: writtenTime(extension.promised),
    round: `${extension.nth}차 연장`,
    ...(before && { formerDue: writtenTime(before.dueAt) }),
    ...(extension.consent && { consent: words.consentWords[extension.consent] }),
    ...(objection && { objectedAt: writtenTime(at), objectedTo: objection.receiptNo }),
  }
}

function progressNotice(seat: Seat, known: Case): PaperFields {
  const notice = known.progress.at(-1)
  if (!notice) return {}
  const stop = openStop(known)
  return {
    progress: apartOf(seat, notice).note ?? '',
    due: expectedText(seat, known, notice.expected),
    ...(stop && { reason: words.stopWords[stop.reason] }),
  }
}

/** 시행령 제23조: the day that the clerk expects, else the completion time as it is now, as long as that is to come. */
function expectedText(seat: Seat, known: Case, expected: Day | undefined): string {
  if (expected !== undefined) return writtenDay(expected)
  const due = dueOf(seat, known)
  const undated = whyUndated(due)
  if (undated === 'stopped') return '처리기간이 멈추어 있어, 다시 진행될 때 정해집니다'
  // A holiday that was withdrawn takes nothing from the time that was told.
  return !due || undated ? '' : writtenTime(Math.max(due.dueAt, due.promised ?? 0))
}

function transferNotice(_seat: Seat, known: Case): PaperFields {
  const transfer = known.transfers.at(-1)
  if (!transfer) return {}
  const { office, contact, at, to } = transfer
  // 법 제16조: why it goes there. Why it went late is the office's own matter.
  return {
    agency: office,
    agencyContact: contact ?? '',
    transferredAt: writtenTime(at),
    reason: words.transferReasons[to],
  }
}

function reminder(seat: Seat, known: Case): PaperFields {
  const { hall, at } = seat
  const last = hall.reminders.get(known.received.case)?.at(-1)
  const due = dueOf(seat, known)
  if (!last || !due) return {}
  const end = Math.max(due.dueAt, due.promised ?? 0)
  // Whoever reminds signs it, wherever it is printed (시행령 제28조 제2항).
  const sender = anyoneIn(hall, last.by.clerk)
  const office = hall.profile?.teams.find((t) => t.id === sender?.team)
  const inCharge = officeInCharge(seat, known)
  return {
    recipient: inCharge && `${inCharge}장`,
    due: writtenTime(end),
    daysOver: pastText(end, at),
    actBy: writtenDay(last.actBy),
    ...(sender && { clerk: sender.name, team: office?.name ?? '', phone: sender.phone ?? office?.phone ?? '' }),
  }
}

function pastText(due: Instant, at: Instant): string {
  const days = dayNumber(dayOf(at)) - dayNumber(dayOf(due))
  return days > 0 ? `${days}일 지남` : '당일 기한 지남'
}

/** 장애 안내 (시행령 제6조의2): of the last outage that touched the case. */
function outageNotice({ hall, at }: Seat, known: Case): PaperFields {
  const last = hall.outages.findLast((o) => o.to > known.received.at && o.from < (known.closedAt ?? at))
  if (!last) return {}
  const { from, to, substitute } = last
  return {
    since: writtenTime(from),
    outage: `${writtenTime(from)}부터 ${writtenTime(to)}까지 정보시스템 장애`,
    substitute,
    guidance: ['장애 중에 받은 민원은 실제로 접수한 시각으로 등록합니다(민원처리법 시행령 제6조의2).'],
  }
}
