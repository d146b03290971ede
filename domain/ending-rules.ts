import type { Refused } from './act-order.ts'
import type { ActOf, CaseRefusal, Happening } from './case-context.ts'
import type { Case, CaseCommandOf } from './case.ts'
import { isProxyConfirmed } from './proxy.ts'
import { isIdUnnamed, keptId } from './seen-id.ts'

/** 교부와 취하: who came for the result or gave the petition up, the petitioner or a proxy. */

/** 법 제27조 제4항: whose delegate it was stands on the receipt; without the letter it is refused for that. */
export function handOver(command: CaseCommandOf<'handOverResult'>, act: ActOf): Happening | Refused<CaseRefusal> {
  const { collector, proxyLetter, collectorName } = command
  if (collector === 'proxy' && proxyLetter && collectorName === undefined) return { refused: 'collectorMissing' }
  if (isIdUnnamed(command)) return { refused: 'idUnnamed' }
  return {
    event: { ...act, type: 'resultHandedOver', collector, proxyLetter },
    private: { ...keptId(command), ...(collectorName !== undefined && { collector: collectorName }) },
  }
}

/** 법 제22조 제2항, 시행규칙 제4조: by a proxy only once the letter of attorney was seen. */
export function withdraw(
  known: Case,
  { who, papersBack }: CaseCommandOf<'withdrawCase'>,
  act: ActOf,
): Happening | Refused<CaseRefusal> {
  if (who === 'proxy' && !isProxyConfirmed(known)) return { refused: 'proxyUnconfirmed' }
  return { event: { ...act, type: 'caseWithdrawn', ...(who && { who }), ...(papersBack && { papersBack: true }) } }
}
