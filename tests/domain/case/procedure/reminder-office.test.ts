import { expect, test } from 'vitest'
import { guidanceTopics } from '../../../../domain/case/intake.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { profile } from '../../../simulation/fixture.ts'
import { Floor } from '../../../support/floor.ts'
import { permit } from '../../../support/petition-kinds.ts'
import { moment } from '../../../support/petition.ts'

/** Two counters of two departments, and a supervisor of a third. */
function hall(): Floor {
  const floor = new Floor(moment('2026-03-10 10:00'))
  const usual = profile(2)
  const teams = ['민원과', '건축과', '감사과'].map((name, i) => ({ id: `t${i + 1}`, name }))
  const counters = [1, 2].map((n) => ({ id: `counter-${n}`, number: n, team: `t${n}` }))
  const staff = usual.staff.map((s) => (s.id === 'chief' ? { ...s, team: 't3' } : s))
  floor.does('hall', { type: 'setUpHall', profile: { ...usual, teams, counters, staff } })
  floor.does('counter-1', { type: 'signIn', clerk: 'clerk' })
  floor.does('supervisor', { type: 'signIn', clerk: 'chief' })
  floor.does('counter-1', {
    type: 'receiveCase',
    case: 'k',
    kind: permit.code,
    petitioner: { name: '김영수' },
    guidance: [...guidanceTopics],
  })
  return floor
}

test.each([
  ['passed on', 'counter-1', { type: 'passCase', case: 'k', to: 'counter-2' }],
  ['given to another', 'supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구 1이 비어 있음' }],
] as const)('[시행령 제28조] a case that was %s is urged at the department that has it now', (_how, machine, moves) => {
  const floor = hall()
  floor.does(machine, moves)
  floor.now = moment('2026-03-25 10:00')
  floor.does('supervisor', { type: 'remind', about: 'k', actBy: '2026-03-26' })
  const known = floor.hall.cases.get('k')
  const said = known && paperOf('reminder', floor.seat('counter-2'), known)
  expect(said).toMatchObject({ fields: { recipient: '건축과장' } })
  const [urged] = floor.sees('supervisor', { of: 'duties' })?.overdue ?? []
  expect(urged?.department).toBe('건축과')
})

test('a case that is closed awaits no papers', () => {
  const floor = hall()
  const items = permit.documents.slice(0, 1).map((d) => d.id)
  const demand = { type: 'demandSupplement' as const, case: 'k', items, written: true, days: 10 }
  floor.does('counter-1', demand, { type: 'receiveSupplement', case: 'k' }, demand)
  floor.does('counter-1', { type: 'receiveSupplement', case: 'k' })
  const awaits = () =>
    floor.sees('counter-1', { of: 'case', case: 'k' })?.procedure.milestones.some((m) => m.what === 'supplementUntil')
  expect(awaits()).toBe(true)
  floor.does('counter-1', { type: 'withdrawCase', case: 'k', papersBack: false })
  expect(awaits()).toBe(false)
})
