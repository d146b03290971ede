import { beforeEach, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { openFloor, receive, today, tomorrow, untilEnd, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor()
  floor.at('10:00').does('counter-1', receive('away'), ...untilEnd('away'), receive('here', 'SIM-02'))
  floor.at('11:00').does('counter-2', receive('other'))
  floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
  floor.at('09:00', tomorrow)
})

const found = (text: string) => floor.sees('counter-1', { of: 'lookup', text }).lines.map((l) => [l.case, l.archived])

test('a case is found by its whole receipt number or the end of it, here and in the archive', () => {
  expect(found('2026-01-00001')).toEqual([['away', true]])
  expect(found('2026-01-00001-3'), 'the number of a document of the case').toEqual([['away', true]])
  expect(found('01-00002')).toEqual([['here', false]])
  expect(found('00001')).toEqual([
    ['other', false],
    ['away', true],
  ])
  expect(found(' 2 ')).toEqual([['here', false]])
  expect(found('2026-01-00009')).toEqual([])
})

test('a case is found by the day it came or ended, and by its title', () => {
  expect(found(today).map(([id]) => id)).toEqual(['other', 'here', 'away'])
  expect(found('2026.11.24').map(([id]) => id)).toEqual(['other', 'here', 'away'])
  expect(found(tomorrow)).toEqual([])
  expect(found('유기')).toEqual([['here', false]])
  expect(found('유')).toEqual([])
})

test('what is found names nobody, and says who holds it', () => {
  const { lines } = floor.sees('counter-1', { of: 'lookup', text: '2026-01-00001' })
  expect(lines).toMatchObject([{ state: 'closed', outcome: 'granted', mine: true, title: '모의 민원' }])
  expect(JSON.stringify(floor.sees('counter-1', { of: 'lookup', text: today }))).not.toContain('김영수')
  expect(floor.sees('counter-1', { of: 'lookup', text: '02-00001' }).lines[0]).toMatchObject({
    holder: 'counter-2',
    mine: false,
  })
})

test('a case that was taken out is here and no longer in the archive', () => {
  floor.does('counter-2', { type: 'takeOutCase', case: 'away' })
  expect(found('2026-01-00001')).toEqual([['away', false]])
  expect((floor.hall.cases.get('away') as Case).holder).toBe('counter-2')
})

test('only the first are shown, and that there are more is said', () => {
  for (let i = 0; i < 9; i++) floor.does('counter-1', receive(`n${i}`, 'SIM-02'))
  const view = floor.sees('counter-1', { of: 'lookup', text: tomorrow })
  expect([view.lines.length, view.more]).toEqual([8, true])
  expect(floor.sees('counter-1', { of: 'lookup', text: today }).more).toBe(false)
})
