import { promisedOf } from '../case/case-clock.ts'
import type { Case, CaseEvent } from '../case/case.ts'
import { petitionersOf } from '../case/petitioner.ts'
import type { Private } from '../record/private.ts'
import { privateKey } from '../record/record.ts'
import { dueOf, type Seat } from '../seat.ts'
import { writtenTime } from './paper-words.ts'
import { petitionsAct, quotedLaw } from './remedies.ts'

/** What several documents read of a case. */

type EventType = CaseEvent['type']
export const lastOf = <T extends EventType>(known: Case, ...types: T[]) =>
  known.history.findLast((e): e is Extract<CaseEvent, { type: T }> => types.some((t) => t === e.type))

export function apartOf(seat: Seat, event: CaseEvent | undefined): Private {
  return (event && seat.privates.get(event.case)?.[privateKey(event)]) ?? {}
}

export const kindOf = (seat: Seat, { received }: Case) => seat.kindOf(received.edition, received.kind)

/** The law by which an objection is filed and decided. */
export const groundOf = ({ received }: Case): string => quotedLaw(received.objection?.law ?? petitionsAct.law)

export function dueText(seat: Seat, known: Case): string {
  const at = promisedOf(known) ?? dueOf(seat, known)?.dueAt
  return at === undefined ? '' : writtenTime(at)
}

/** The names of documents of the kind, in the order of its page. */
export function documentNames(seat: Seat, known: Case, isNamed: (id: string) => boolean): string[] {
  const kind = kindOf(seat, known)
  return known.received.documents.flatMap(({ document }) =>
    isNamed(document) ? [kind?.documents.find((d) => d.id === document)?.name ?? document] : [],
  )
}

export const handedIn = (seat: Seat, known: Case): string[] =>
  documentNames(seat, known, (id) => known.documents[id]?.mark === 'received')

/** Who asks: the petitioner with how many others, and the representatives whom they have named. */
export function askersOf(seat: Seat, known: Case): { who: string; names?: string[] } {
  const { petitioner, others } = petitionersOf(known, seat.privates.get(known.received.case) ?? {})
  const { names } = apartOf(seat, lastOf(known, 'representativesNamed'))
  const more = others.length > 0 ? ` 외 ${others.length}명` : ''
  return { who: petitioner ? `${petitioner.name}${more}` : '', ...(names && { names }) }
}

/** 시행규칙 제3조 제3항: of several petitioners the representatives are those who are written to, and who sign. */
export function addresseesOf(seat: Seat, known: Case): string {
  const { who, names } = askersOf(seat, known)
  return names ? names.join(', ') : who
}
