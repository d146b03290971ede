import type { TileView } from '../../../domain/views/views.ts'

/** Whether somebody sits at a counter whom the hall reaches. */
export const isThere = ({ state, connected }: TileView): boolean => state !== 'closed' && connected !== false

const rankOf = (tile: TileView): number => (isThere(tile) ? 0 : tile.state === 'closed' ? 2 : 1)

/** Who can take a case first, then who is cut off, then where nobody is; each by number. */
export const byPresence = (a: TileView, b: TileView): number =>
  rankOf(a) - rankOf(b) || a.counter.number - b.counter.number
