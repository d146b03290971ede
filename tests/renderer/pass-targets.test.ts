import { expect, test } from 'vitest'
import type { TileView } from '../../domain/views/views.ts'
import { byPresence } from '../../renderer/counter/case/pass-targets.ts'

const tile = (number: number, state: TileView['state'], connected?: false): TileView => ({
  counter: { id: `counter-${number}`, number, team: '' },
  state,
  ...(connected === false && { connected }),
})

test('a case is passed first to where somebody is, then to who is cut off, and last to where nobody is', () => {
  const tiles = [tile(2, 'closed'), tile(3, 'serving', false), tile(10, 'paused'), tile(5, 'free'), tile(4, 'closed')]
  expect(tiles.toSorted(byPresence).map((t) => t.counter.number)).toEqual([5, 10, 3, 2, 4])
})
