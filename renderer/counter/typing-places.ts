import { useEffect } from 'react'
import type { CounterView } from '../../domain/views/views.ts'
import { forgetPlaces, isKeptIn } from '../common/kept.ts'
import { usePlace } from './place.ts'

/** The places of which a counter keeps what is typed (`KeepTyped`). */

export const caseName = (id: string): string => `case ${id}`
const ofVisit = (visit: { visit: string } | undefined): string => `receipt ${visit?.visit ?? ''}`

/**
 * What one visitor's petition says is not that of the next. Until the next comes, what was typed for one whose visit was ended
 * can be gone on with.
 */
export function receiptName({ visit, lastVisit }: CounterView): string {
  const before = ofVisit(lastVisit)
  return visit === undefined && isKeptIn(before) ? before : ofVisit(visit)
}
export const proposalName = (kind: string): string => `proposal ${kind}`

/** What is typed of a case that was handed on or closed elsewhere, and for a visitor who has left, goes. */
export function useForgetOver(view: CounterView): void {
  const visits = [undefined, view.visit ?? view.lastVisit, ...view.held]
  const open = [...view.cases.map((c) => caseName(c.case)), ...visits.map(ofVisit)].join('\n')
  // What was left just now is kept by then, and may be over already.
  const middle = usePlace((s) => s.middle)
  useEffect(() => {
    const names = new Set(open.split('\n'))
    forgetPlaces((name) => /^(?:case|receipt) /.test(name) && !names.has(name))
  }, [open, middle])
}
