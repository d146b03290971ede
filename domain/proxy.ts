import { actsOf } from './act-order.ts'
import type { Case } from './case.ts'
import type { Private } from './private.ts'
import { privateKey } from './record.ts'

/** 대리인 (시행규칙 제4조): who acts for the petitioner, confirmed by an identity card and the letter of attorney. */

const proxyChecks = (known: Case) => actsOf(known).filter((e) => e.type === 'identityChecked' && e.who === 'proxy')

/** Whether the proxy was confirmed once; that the petitioner came too takes nothing from it. */
export const isProxyConfirmed = (known: Case): boolean => proxyChecks(known).length > 0

/** The name of the proxy: of the last check that says one, else of the receipt; undefined where this machine knows none. */
export function proxyName(known: Case, apart: { [act: string]: Private }): string | undefined {
  const said = [known.received, ...proxyChecks(known)].map((e) => apart[privateKey(e)]?.proxy?.name)
  return said.findLast((name) => name !== undefined)
}
