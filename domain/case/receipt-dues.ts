import { chainOf, type Visit } from '../queue/visit.ts'
import type { Seat } from '../seat.ts'
import type { Case } from './case.ts'
import { isGuided } from './guidance.ts'
import { guidanceTopics } from './intake.ts'

/** What a visitor is still owed of a petition that was received from them: the receipt slip, and how many parts of the guidance. */
export type ReceiptDue = { case: string; kind: string; title: string; slip: boolean; guidance: number }

/**
 * What the visitor of a visit would leave without: the slip where it has to be given (법 제9조 제2항, 시행령 제6조 제3항) and the
 * guidance (시행령 제6조 제4항). Nothing of a petition that is closed already, of an objection, or of what is held elsewhere.
 */
export function receiptDues({ hall, machine }: Pick<Seat, 'hall' | 'machine'>, visit: Visit): ReceiptDue[] {
  const chain = new Set(chainOf(hall, visit).map((v) => v.visit))
  return [...hall.cases.values()].flatMap((known) => {
    const { received, holder, state } = known
    if (holder !== machine || state === 'closed' || !chain.has(received.visit ?? '')) return []
    const { case: id, kind, title } = received
    const due = { case: id, kind, title, slip: isSlipDue(known), guidance: guidanceLeft(known) }
    return due.slip || due.guidance > 0 ? [due] : []
  })
}

/** Older records did not keep whether a slip is due. */
const isSlipDue = ({ received, papers }: Case): boolean =>
  received.slip === 'due' && received.objection === undefined && !papers.some((p) => p.name === 'receiptSlip')

const guidanceLeft = (known: Case): number =>
  isGuided(known) ? 0 : guidanceTopics.filter((topic) => !known.guidance[topic]).length
