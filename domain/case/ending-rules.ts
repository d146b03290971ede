import type { Refused } from './act-order.ts'
import type { ActOf, CaseRefusal, Happening } from './case-context.ts'
import type { CaseCommandOf } from './case.ts'
import { isIdUnnamed, keptId } from './seen-id.ts'

/** 교부와 취하: who came for the result or gave the petition up, the petitioner or a proxy. */

/** 법 제27조 제4항: who collected for the petitioner stands on the receipt; without the letter it is refused for that. */
export function handOver(command: CaseCommandOf<'handOverResult'>, act: ActOf): Happening | Refused<CaseRefusal> {
  const { collector, proxyLetter, authority, collectorName: name } = command
  if (collector === 'legalRepresentative' && authority === undefined) return { refused: 'authorityMissing' }
  const isNamed = collector === 'petitioner' || (collector === 'proxy' && !proxyLetter) || name !== undefined
  if (!isNamed) return { refused: 'collectorMissing' }
  if (isIdUnnamed(command)) return { refused: 'idUnnamed' }
  return {
    event: { ...act, type: 'resultHandedOver', collector, proxyLetter },
    private: { ...keptId(command), ...(authority && { authority }), ...(name !== undefined && { collector: name }) },
  }
}

/** 법 제22조 제2항, with who has withdrawn: the name of a proxy is kept apart. */
export function withdraw({ papersBack, who, name }: CaseCommandOf<'withdrawCase'>, act: ActOf): Happening {
  const event = { ...act, type: 'caseWithdrawn', ...(papersBack && { papersBack: true }), ...(who && { who }) } as const
  const isProxy = who !== undefined && who !== 'petitioner' && name !== undefined
  return isProxy ? { event, private: { proxy: { name } } } : { event }
}
