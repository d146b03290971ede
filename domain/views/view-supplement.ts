import type { Case } from '../case/case.ts'
import { demandedOf, lastDayOf, missingOf, standingDemands } from '../case/supplement.ts'
import { privateKey } from '../record/record.ts'
import { doneView, type Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import type { ProcedureView } from './views-procedure.ts'

/** 보완 of a case, as its screen shows it. */

/** What was demanded, what of it is awaited and until when, and what has not come. */
export function supplementOf(seat: Seat, known: Case): Pick<ProcedureView, 'supplement' | 'demands' | 'missing'> {
  const kind = seat.kindOf(known.received.edition, known.received.kind)
  const named = (ids: readonly string[]) => ids.map((id) => kind?.documents.find((d) => d.id === id)?.name ?? id)
  const demands = known.demands.map((demand) => {
    const { reasons: text, note } = seat.privates.get(known.received.case)?.[privateKey(demand)] ?? {}
    const items = named(demand.items)
    const { round, until, late } = demand
    return {
      ...doneView(seat, demand),
      round,
      until,
      items,
      ...(text !== undefined && { text }),
      ...(late && { late }),
      ...(note !== undefined && { lateReason: note }),
    }
  })
  const missing = named(missingOf(known))
  const [first] = demands
  const last = demands.at(-1)
  if (!known.supplement || !first || !last) return { demands, missing }
  const standing = demands.slice(-standingDemands(known).length)
  const items = [...new Set(standing.flatMap((d) => d.items))]
  const text = standing.flatMap((d) => d.text ?? []).join('\n')
  const over = dayOf(seat.at) > lastDayOf(known.supplement, seat.calendar)
  const supplement = { ...known.supplement, round: last.round, demandedAt: first.at, over, items }
  return { demands, missing, supplement: { ...supplement, ...(text !== '' && { text }) } }
}

/** What a demand would be of now: a document that can still be a first one, where others were demanded; else words. */
export function toDemand(known: Case): { items: string[]; text: string } {
  const isOpen = (document: string) => ['missing', undefined].includes(known.documents[document]?.mark)
  const demanded = demandedOf(known)
  const next = known.received.documents.find(
    ({ document, byOffice }) =>
      !byOffice && !demanded.includes(document) && !known.spared.documents.includes(document) && isOpen(document),
  )
  return { items: known.demands.length > 0 && next ? [next.document] : [], text: '–' }
}
