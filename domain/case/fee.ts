import type { Fee } from '../manual/manual.ts'

/** 수수료와 감면 (민원처리법 제29조, 시행령 제8조의2): what is due of a fee. All amounts are in won. */

export type Reduction = NonNullable<Fee['reductions']>[number]

/** What a reduction leaves of a fee: a share of it, or a fixed amount less. Parts of a won are not taken. */
export function amountDue(table: number, reduction?: Pick<Reduction, 'percent' | 'won'>): number {
  if (!reduction) return table
  if (reduction.percent !== undefined) return Math.max(0, Math.floor((table * (100 - reduction.percent)) / 100))
  return Math.max(0, table - (reduction.won ?? 0))
}
