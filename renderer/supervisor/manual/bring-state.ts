import { create } from 'zustand'
import type { OfferLine } from '../../../domain/manual/offer.ts'
import type { Columns } from '../../../domain/manual/table-columns.ts'

/** What was brought and what of it is chosen; it stays while one looks at other tabs. */
type Bring = {
  /** The file that the PC holds, by the id that it was given. */
  file?: string
  sheet?: number
  columns?: Columns
  /** By `keyOf`: what is chosen is a line as it was shown. */
  chosen: ReadonlySet<string>
  isSenderKnown: boolean
  /** Everything that is offered is to be chosen once it has come. */
  isWhole: boolean
}

const none: Bring = { chosen: new Set(), isSenderKnown: false, isWhole: false }
export const useBring = create<Bring>(() => none)

/** Something else was brought: nothing of it is chosen yet, or all of it will be. */
export const bringNew = (file: string, isWhole = false): void => useBring.setState({ ...none, file, isWhole }, true)

export const changeBring = (to: Partial<Bring>): void => useBring.setState(to)

/**
 * A line as it was shown: whoever chose it has not chosen to pass over what a colleague has written of the part since, nor
 * what stands in another draft that is the target now.
 */
export const keyOf = ({ part, under = [] }: Pick<OfferLine, 'part' | 'under'>): string =>
  [part, ...under.map(({ amendment, at, isReplaced }) => `${amendment} ${at} ${isReplaced}`).toSorted()].join(' ')

/** Chooses lines, or takes them out of the choice. */
export function choose(lines: readonly OfferLine[], isChosen: boolean): void {
  const chosen = new Set(useBring.getState().chosen)
  for (const key of lines.map(keyOf)) {
    if (isChosen) chosen.add(key)
    else chosen.delete(key)
  }
  useBring.setState({ chosen })
}

/** Parts that are in an amendment are no longer chosen. */
export function unchoose(parts: readonly string[]): void {
  const gone = new Set(parts)
  const { chosen } = useBring.getState()
  useBring.setState({ chosen: new Set([...chosen].filter((key) => !gone.has(key.split(' ')[0] ?? ''))) })
}
