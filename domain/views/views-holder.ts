import type { CaseLine, CounterRef, TileView } from './views.ts'

/** What a counter is told of who holds a case: of one's own whose it is, of another's where it is. */

/** A case in the lists of a counter, with what only its holder is told. */
export type OwnCaseLine = CaseLine & {
  /** 가림: the masked name of the petitioner; absent where another counter holds the case. */
  whose?: string
  /** The counter that it came from, until something was done with it here. */
  passedFrom?: CounterRef
}

/** Where a case of another counter is, and who sits there now. */
export type HolderView = Pick<TileView, 'counter' | 'state' | 'clerk'>
