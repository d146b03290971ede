import type { Hall } from '../state.ts'
import { dayOf, type Instant } from '../time.ts'

/** 접수번호: final at once, offline too: year, counter, and the counter's own count. */
export function nextReceiptNo(hall: Hall, { machine, at }: { machine: string; at: Instant }): string {
  const year = Number(dayOf(at).slice(0, 4))
  const number = hall.profile?.counters.find((c) => c.id === machine)?.number ?? 0
  const series = `${year}-${String(number).padStart(2, '0')}`
  return `${series}-${String((hall.receipts.get(series) ?? 0) + 1).padStart(5, '0')}`
}

/** The series and the count of a receipt number, as `nextReceiptNo` wrote it. */
export function partsOf(receiptNo: string): [series: string, count: number] {
  const at = receiptNo.lastIndexOf('-')
  return [receiptNo.slice(0, at), Number(receiptNo.slice(at + 1))]
}

/**
 * Whether a receipt number is one that a machine may have given: of its form, and not in the series of another counter, whose
 * next number would go on from it.
 */
export function isReceiptNoOf({ profile }: Pick<Hall, 'profile'>, machine: string, receiptNo: string): boolean {
  const number = /^\d{4}-(\d{2})-\d{5,9}$/.exec(receiptNo)?.[1]
  return number !== undefined && !profile?.counters.some((c) => c.id !== machine && c.number === Number(number))
}
