import type { Case } from '../case/case.ts'
import { proxyOf } from '../case/proxy.ts'
import type { PaperFields } from '../record/private.ts'
import type { Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import { actFields } from './paper-acts.ts'
import { missingIn, paperFields, type MissingField } from './paper-fields.ts'
import { addresseesOf, askersOf } from './paper-parts.ts'
import { plainDay, proxyWords, writtenTime } from './paper-words.ts'
import type { PaperName } from './paper.ts'

/** What a document of a case would say now; or the mandated fields that are still empty, each with its article. */
export function paperOf(
  name: PaperName,
  seat: Seat,
  known: Case,
): { fields: PaperFields } | { missing: MissingField[] } {
  const all: PaperFields = { ...ofHall(seat), ...ofCase(seat, known), ...actFields[name](seat, known) }
  const missing = missingIn(name, all)
  if (missing.length > 0) return { missing }
  const isSaid = ([field, value]: [string, string | string[]]) => field in paperFields[name] && value.length > 0
  return { fields: Object.fromEntries(Object.entries(all).filter(isSaid)) }
}

/** The office that writes, and who answers for it: the clerk at this machine (시행령 제31조). */
export function ofHall({ hall, machine, at }: Seat): PaperFields {
  const { profile } = hall
  const clerk = profile?.staff.find((s) => s.id === hall.counters.get(machine)?.clerk)
  const team = profile?.teams.find((t) => t.id === clerk?.team)
  const { name: hallName = '', office } = profile ?? {}
  return {
    office: office?.name ?? hallName,
    hall: hallName,
    head: office?.head ?? hallName,
    address: office?.address ?? '',
    homepage: office?.homepage ?? '',
    issuedOn: plainDay(dayOf(at)),
    team: team?.name ?? '',
    clerk: clerk?.name ?? '',
    phone: clerk?.phone ?? team?.phone ?? '',
  }
}

function ofCase(seat: Seat, known: Case): PaperFields {
  const { received } = known
  const proxy = proxyOf(known, seat.privates.get(received.case) ?? {})
  const { who, names } = askersOf(seat, known)
  const to = addresseesOf(seat, known)
  return {
    receiptNo: received.receiptNo,
    // 법 제30조: a prior review is not the petition itself, whose papers bear the same name.
    kind: received.priorReview ? `${received.title}(사전심사)` : received.title,
    receivedAt: writtenTime(received.at),
    petitioner: [who, names && `대표자 ${names.join(', ')}`, proxy && `${proxyWords[proxy.kind]} ${proxy.name}`]
      .filter(Boolean)
      .join(', '),
    recipient: to === '' ? '' : `${to} 귀하`,
    signer: to,
  }
}
