import type { Case } from '../case/case.ts'
import { mostExtensions } from '../case/supplement.ts'
import type { PaperFields } from '../record/private.ts'
import type { Seat } from '../seat.ts'
import type { Day } from '../time.ts'
import { apartOf, documentNames } from './paper-parts.ts'
import { writtenDay } from './paper-words.ts'

/** 보완요구서 (민원처리법 제22조, 시행령 제24조): what is missing, until when, and what the citizen may then ask for. */

type Demand = Case['demands'][number]

export function supplementRequest(seat: Seat, known: Case): PaperFields {
  const demand = known.demands.at(-1)
  if (!demand) return {}
  const text = apartOf(seat, demand).reasons
  const named = documentNames(seat, known, (id) => demand.items.includes(id))
  return {
    until: writtenDay(untilOf(known, demand)),
    round: `${demand.round}차 보완요구`,
    ...(named.length > 0 ? { items: named, ...(text && { reason: text }) } : { items: linesOf(text ?? '') }),
    guidance: rights(demand, extensionsOf(known, demand).length),
  }
}

/** What was demanded in words, a line each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** By when a demand had to be met, as it was last extended. */
export const untilOf = (known: Case, demand: Demand): Day => extensionsOf(known, demand).at(-1)?.until ?? demand.until

/** The extensions of one demand: those before the next. */
function extensionsOf({ history }: Case, { tenure, act }: Demand) {
  const after = history.slice(history.findIndex((e) => e.tenure === tenure && e.act === act) + 1)
  const next = after.findIndex((e) => e.type === 'supplementDemanded')
  return after.slice(0, next === -1 ? undefined : next).flatMap((e) => (e.type === 'supplementExtended' ? [e] : []))
}

const returns = '까닭을 밝혀 민원서류를 되돌려 드릴(반려) 수 있습니다'

/** 시행령 제24조 제2항·제3항, 제25조: none but what the rules then allow. */
function rights({ round }: Demand, extended: number): string[] {
  const left = mostExtensions - extended
  if (round !== 1)
    return [
      `두 번째 보완요구이므로 보완기간은 더 연장되지 않습니다. 기한까지 보완하지 않으면 ${returns}(민원처리법 시행령 제25조).`,
    ]
  return [
    ...(left > 0
      ? [
          `보완에 시간이 더 필요하면 필요한 기간을 밝혀 보완기간의 연장을 요청하실 수 있습니다. 연장 요청은 ${left}회까지 할 수 있습니다.`,
        ]
      : []),
    `기한까지 보완하지 않으면 10일 이내의 기간을 정해 다시 보완을 요구하거나, ${returns}(민원처리법 시행령 제24조·제25조).`,
  ]
}
