import { dayOf, type Instant } from '../time.ts'
import type { Case } from './case.ts'

/**
 * 오접수를 바로잡아 다시 접수함: the citizen came once, so the time of that counts and not the one of the clerk's second try
 * (민원처리법 제19조 제1항).
 */

/** The receipts that were voided at a machine today, and in whose place another can still come, the newest first. */
export function replaceable(cases: ReadonlyMap<string, Case>, at: { machine: string; at: Instant }): Case[] {
  const today = dayOf(at.at)
  const isOfToday = ({ received: { enteredAt, at: then } }: Case) => dayOf(enteredAt ?? then) === today
  const replaced = new Set([...cases.values()].map((c) => c.received.replaces?.case))
  return [...cases.values()]
    .filter((c) => c.outcome === 'voided' && c.holder === at.machine && !c.received.objection && isOfToday(c))
    .filter((c) => !replaced.has(c.received.case))
    .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
}
