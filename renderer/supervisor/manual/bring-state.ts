import { create } from 'zustand'
import type { Columns } from '../../../domain/table-columns.ts'

/** What was brought and what of it is chosen; it stays while one looks at other tabs. */
type Bring = {
  /** The file that the PC holds, by the id that it was given. */
  file?: string
  sheet?: number
  columns?: Columns
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

/** Chooses parts, or takes them out of the choice. */
export function choose(parts: readonly string[], isChosen: boolean): void {
  const chosen = new Set(useBring.getState().chosen)
  for (const part of parts) {
    if (isChosen) chosen.add(part)
    else chosen.delete(part)
  }
  useBring.setState({ chosen })
}
