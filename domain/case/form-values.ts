import type { FormValues, Private } from '../record/private.ts'
import type { Case } from './case.ts'

/** What the application form says now: as it was received, changed and corrected, in this order. */
export function formOf(known: Case, apart: { [act: string]: Private }): FormValues {
  const acts = [known.received, ...known.forms].map((e) => apart[`${e.tenure}.${e.act}`]?.form)
  return Object.assign({}, ...acts) as FormValues
}
