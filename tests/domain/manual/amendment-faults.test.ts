import { expect, test } from 'vitest'
import type { Change } from '../../../domain/manual/amendment.ts'
import type { ManualContent } from '../../../domain/manual/manual.ts'
import { kind } from '../../simulation/fixture.ts'
import { openFloor } from '../../support/floor.ts'

const content: ManualContent = {
  categories: [{ code: 'SIM', ko: '모의', en: 'Simulated' }],
  kinds: [kind],
  words: [],
  documents: {},
  style: '',
}
const amendment = 'a1'
const faults = [{ field: 'steps', problem: 'empty', ko: '비었습니다.', en: 'Empty.' }]
const faultsWith = (_: unknown, [first]: readonly Change[]) => (first ? [{ part: first.part, faults }] : [])

test('an amendment names the parts that are to be mended, and is not offered before', () => {
  const floor = openFloor(1)
  floor.does('desk', { type: 'signIn', clerk: 'editor' })
  floor.does('desk', { type: 'openAmendment', amendment, title: '단계', reason: '줄임' })
  const changes = [{ part: `kinds/${kind.code}`, content: JSON.stringify(kind) }]
  floor.does('desk', { type: 'changeAmendment', amendment, changes })
  const sees = (more: object) =>
    floor.sees('desk', { of: 'amendment', amendment }, { manualOf: () => content, ...more })
  expect(sees({ faultsWith })?.faults).toEqual([{ part: `kinds/${kind.code}`, name: kind.name, faults }])
  expect(sees({ faultsWith })?.closed.offer).toBe('manualFaulty')
  expect(sees({ faultsWith: () => [] })?.closed).not.toHaveProperty('offer')
  floor.does('desk', { type: 'dropAmendment', amendment })
  expect(sees({ faultsWith })?.faults).toEqual([])
})
