import { isAtWork } from '../../domain/case/case-standing.ts'
import type { CaseLine, OverviewView, TileView } from '../../domain/views/views.ts'

/** Small facts about the overview that several parts of the screen ask for. */

export const isCutOff = (tile: TileView): boolean => tile.connected === false && tile.state !== 'closed'

/** Nobody there who could pass a case on: cut off, signed out, or away. */
export const isAbsent = (tile: TileView | undefined): boolean =>
  !tile || tile.connected === false || tile.state === 'closed' || tile.paused === 'away'

export const tileOf = (view: OverviewView, counter: string): TileView | undefined =>
  view.tiles.find((t) => t.counter.id === counter)

/** The open cases of the hall; closed ones are in no overview. */
export const openCases = (view: OverviewView): readonly CaseLine[] => view.cases.lines

export const casesOf = (view: OverviewView, counter: string): CaseLine[] =>
  openCases(view).filter((c) => c.holder === counter)

const dueAt = (c: CaseLine): number => c.due?.dueAt ?? Infinity

/** Past its time, and its result not told yet. */
export const isOverdue = (c: CaseLine): boolean => isAtWork(c) && c.due?.overdue === true

/** What is overdue, what runs, whose clock stands, and what only waits for the citizen. */
const rankOf = (c: CaseLine): number => (!isAtWork(c) ? 3 : isOverdue(c) ? 0 : c.due?.stopped ? 2 : 1)

/** Overdue first, and within each rank by due time; cases without a due date last. */
export const byDue = (a: CaseLine, b: CaseLine): number =>
  rankOf(a) - rankOf(b) || dueAt(a) - dueAt(b) || a.receivedAt - b.receivedAt

/** What a counter is called: by its number when the hall knows it, else by the name of its machine. */
export function nameOf(view: OverviewView, counter: string, named: (number: number) => string): string {
  const tile = tileOf(view, counter)
  return tile ? named(tile.counter.number) : counter
}
