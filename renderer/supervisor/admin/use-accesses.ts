import { useState } from 'react'
import { shownAccesses } from '../../../domain/people/access-stretches.ts'
import type { AccessesAsked, AccessesView } from '../../../domain/views/view-accesses.ts'
import { useAsked } from '../../common/use-asked.ts'

type Look = { key: string; last: AccessesView; view: AccessesView; before?: number; isWhole: boolean }

/**
 * A month of the access record, looked through stretch by stretch, so that nothing else of this PC waits for long. The
 * first stretches are shown while the others come; what was looked through already stays while it is looked through again.
 */
export function useAccesses(
  asked: AccessesAsked,
  times: number,
): { state: 'asking' | 'here' | 'failed'; view?: AccessesView; isLooking: boolean } {
  const of = JSON.stringify(asked)
  const key = `${of} ${times}`
  const [look, setLook] = useState<Look>()
  const [whole, setWhole] = useState<{ of: string; view: AccessesView }>()
  const mine = look?.key === key ? look : undefined
  const { state, view } = useAsked({ of: 'accesses', ...asked, before: mine?.before }, times)
  if (view && view !== mine?.last) {
    const next = lookOn(key, asked, mine, view)
    setLook(next)
    if (next.isWhole) setWhole({ of, view: next.view })
  }
  if (state !== 'asking' && !view) return { state, isLooking: false }
  const before = whole?.of === of || !mine ? whole?.view : undefined
  const shown = mine?.isWhole ? mine.view : (before ?? mine?.view)
  return { state, ...(shown && { view: shown }), isLooking: mine?.isWhole !== true && whole?.of !== of }
}

/** Takes one more stretch; of acts no more are looked for than are shown. */
function lookOn(key: string, asked: AccessesAsked, look: Look | undefined, last: AccessesView): Look {
  const view = look ? joined(look.view, last) : last
  const isEnough = asked.kind === 'acted' && view.lines.length >= shownAccesses
  if (isEnough || last.back === undefined)
    return { key, last, view, isWhole: true, ...(look?.before !== undefined && { before: look.before }) }
  return { key, last, view, isWhole: false, before: last.back }
}

/** What the newer stretches and an older one say together. */
export function joined(newer: AccessesView, older: AccessesView): AccessesView {
  const lines = [...newer.lines, ...older.lines].slice(0, shownAccesses)
  return {
    ...newer,
    lines,
    total: newer.total + older.total,
    unusual: newer.unusual + older.unusual,
    machines: [...new Set([...newer.machines, ...older.machines])].toSorted(),
    ...(older.orMore && { orMore: true }),
  }
}
