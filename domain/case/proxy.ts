import type { Private, ProxyKind } from '../record/private.ts'
import { privateKey } from '../record/record.ts'
import { actsOf } from './act-order.ts'
import type { Case, CaseEventOf } from './case.ts'

/**
 * 대리인: who acts for the petitioner, confirmed by an identity card and the letter of attorney (시행규칙 제4조); a legal
 * representative (a parent, a guardian) has no letter but a proof of the relation.
 */

const proxyChecks = (known: Case) =>
  actsOf(known).flatMap((e) => (e.type === 'identityChecked' && e.who !== 'petitioner' ? [e] : []))

/** Whether the proxy was confirmed once; that the petitioner came too takes nothing from it. */
export const isProxyConfirmed = (known: Case): boolean => proxyChecks(known).length > 0

/**
 * The proxy: who was named last, at the receipt or by a check, and as what. A check without a name is of whom the receipt
 * names. Undefined where this machine knows no name.
 */
export function proxyOf(known: Case, apart: { [act: string]: Private }): { name: string; kind: ProxyKind } | undefined {
  const checks = proxyChecks(known)
  const named = [known.received, ...checks].findLast((e) => apart[privateKey(e)]?.proxy?.name !== undefined)
  const said = named && apart[privateKey(named)]?.proxy
  if (!said) return undefined
  const check = named.type === 'identityChecked' ? named : checks.at(-1)
  if (check) return { name: said.name, kind: check.who === 'proxy' ? 'delegate' : 'legalRepresentative' }
  return { name: said.name, kind: said.kind ?? 'delegate' }
}

/** Who may not end the petition: a proxy whom nobody has confirmed, or one of several who still choose who speaks for them. */
export function withdrawalRefusal(known: Case, { who = 'petitioner' }: CaseEventOf<'caseWithdrawn'>) {
  const { representatives } = known
  // 시행령 제8조: until then nobody speaks for all.
  if (representatives && !representatives.named) return 'representativesOpen'
  if (who === 'petitioner') return undefined
  return proxyChecks(known).some((check) => check.who === who) ? undefined : 'proxyUnconfirmed'
}
