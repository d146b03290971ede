import { expect, test } from 'vitest'
import type { FileDifference } from '../../../domain/manual/manual-diff.ts'
import { planImport, wishOf } from '../../../domain/manual/manual-import.ts'

const one = (what: FileDifference['what'], file: string): FileDifference =>
  what === 'changed' ? { what, file, name: null, changes: [] } : { what, file, name: null }
const differences = [
  one('changed', 'hall.yaml'),
  one('changed', 'holidays.yaml'),
  one('added', 'words.yaml'),
  one('changed', 'kinds/AAA-01.yaml'),
  one('added', 'kinds/AAA-02.yaml'),
  one('removed', 'kinds/AAA-03.yaml'),
]
const taken = (...wishes: string[]) => planImport(differences, wishes.map(wishOf)).take

test('a preview parts what is only there, what both have in another way, and what is only here', () => {
  const { fresh, conflicts, onlyHere, take, unknown } = planImport(differences, [])
  expect(fresh.map((d) => d.file)).toEqual(['words.yaml', 'kinds/AAA-02.yaml'])
  expect(conflicts.map((d) => d.file)).toEqual(['hall.yaml', 'holidays.yaml', 'kinds/AAA-01.yaml'])
  expect(onlyHere.map((d) => d.file)).toEqual(['kinds/AAA-03.yaml'])
  expect([take, unknown]).toEqual([[], []])
})

test('mine takes what is new, theirs also the kinds that differ, all also the settings', () => {
  expect(taken('mine')).toEqual(['words.yaml', 'kinds/AAA-02.yaml'])
  expect(taken('theirs')).toEqual(['words.yaml', 'kinds/AAA-02.yaml', 'kinds/AAA-01.yaml'])
  expect(taken('all')).toEqual(['words.yaml', 'kinds/AAA-02.yaml', 'holidays.yaml', 'kinds/AAA-01.yaml'])
})

test('a code or a file takes that alone, or that in addition; hall.yaml comes only by its name', () => {
  expect(taken('AAA-01')).toEqual(['kinds/AAA-01.yaml'])
  expect(taken('mine', 'AAA-01', 'holidays.yaml')).toEqual([
    ...['words.yaml', 'kinds/AAA-02.yaml', 'holidays.yaml', 'kinds/AAA-01.yaml'],
  ])
  expect(taken('all')).not.toContain('hall.yaml')
  expect(taken('hall.yaml')).toEqual(['hall.yaml'])
})

test('a name that does not differ there is told, and nothing that is only here can be taken away', () => {
  const { unknown, take } = planImport(differences, [wishOf('AAA-09'), wishOf('AAA-03'), wishOf('AAA-02')])
  expect(unknown).toEqual(['AAA-09', 'AAA-03'])
  expect(take).toEqual(['kinds/AAA-02.yaml'])
})
