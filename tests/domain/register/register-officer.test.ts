import { beforeEach, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { namesAt } from '../../../domain/people/roster.ts'
import { registerSheet } from '../../../domain/register/register-words.ts'
import { registerRows } from '../../../domain/register/register.ts'
import { hallFromJson, hallToJson } from '../../../domain/state.ts'
import { instantOf } from '../../../domain/time.ts'
import { openFloor, receive, today, tomorrow, type Floor } from '../../support/floor.ts'

/** Who is responsible for a petition, as the register says it. */

let floor: Floor
const closeDay: Command = { type: 'closeDay', day: today }
const clerk = (id: string, name: string, team: string) => ({ id, name, role: 'clerk' as const, team })
beforeEach(() => {
  floor = openFloor(2, {
    teams: [
      { id: 't1', name: '1팀' },
      { id: 't2', name: '2팀' },
    ],
    counters: [
      { id: 'counter-1', number: 1, team: 't1' },
      { id: 'counter-2', number: 2, team: 't2' },
    ],
    staff: [
      clerk('clerk', '담당자', 't1'),
      clerk('other', '다른이', 't2'),
      { id: 'chief', name: '감독자', role: 'supervisor', team: 't1' },
    ],
  })
})
const said = () => {
  const span = { first: today, last: today, which: 'petitions', masked: false } as const
  const { columns, rows } = registerSheet(registerRows(floor.seat('supervisor'), span), 'petitions')
  const place = (head: string) => columns.findIndex((column) => column.head === head)
  return rows.map((line) => [line[place('담당부서')], line[place('담당자')]])
}
const other: Command[] = [{ type: 'signOut' }, { type: 'signIn', clerk: 'other' }]

test('who is responsible is the team that now has an open case, as for a reminder, and who worked on it last', () => {
  floor.does('counter-1', receive('k'), { type: 'passCase', case: 'k', to: 'counter-2' })
  expect(said()).toEqual([['2팀', '담당자']])
  floor.at('17:00')
  expect(floor.sees('supervisor', { of: 'duties' })?.overdue).toMatchObject([{ department: '2팀' }])
  floor.does('counter-2', ...other, { type: 'addNote', case: 'k', text: '확인함' })
  expect(said()).toEqual([['2팀', '다른이']])
})

test('who is responsible is not the supervisor who gave the case to another counter', () => {
  floor.does('counter-1', receive('k', 'SIM-02'))
  floor.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: '부재' })
  expect(said()).toEqual([['2팀', '담당자']])
})

test('who is responsible is of a closed case who closed it, whoever takes it out of the archive', () => {
  floor.does('counter-1', receive('k', 'SIM-02'), { type: 'withdrawCase', case: 'k' })
  floor.at('18:00').does('supervisor', closeDay)
  floor.at('09:00', tomorrow).does('counter-2', ...other, { type: 'takeOutCase', case: 'k' })
  expect(said()).toEqual([['1팀', '담당자']])
})

const change = (name: string, team: string) =>
  floor.hears({ type: 'personChanged', at: floor.now, by: { machine: 'office' }, person: clerk('clerk', name, team) })

test('who is responsible for a closed case stays the team and the name of that time, also when it is put away', () => {
  floor.does('counter-1', receive('k', 'SIM-02'), { type: 'withdrawCase', case: 'k' }, receive('open', 'SIM-02'))
  floor.at('18:00').does('supervisor', closeDay)
  floor.at('09:00', tomorrow)
  change('새이름', 't2')
  expect(said()).toEqual([
    ['1팀', '담당자'],
    ['1팀', '새이름'],
  ])
  floor.at('10:00', tomorrow)
  change('새이름', 't1')
  floor.at('11:00', tomorrow).does('counter-1', { type: 'withdrawCase', case: 'open' })
  expect(said()).toEqual([
    ['1팀', '담당자'],
    ['1팀', '새이름'],
  ])
})

test('who is responsible for a closed case is called as then also when the folder renames a team or names somebody no more', () => {
  floor.does('counter-1', receive('k', 'SIM-02'), { type: 'withdrawCase', case: 'k' })
  const { profile } = floor.hall
  if (!profile) throw new Error('no profile')
  const [first, ...teams] = profile.teams
  const renamed = { ...profile, teams: [{ ...first, id: 't1', name: '민원여권팀' }, ...teams] }
  floor.at('17:00').does('hall', { type: 'setUpHall', profile: renamed })
  expect(said()).toEqual([['1팀', '담당자']])
  const without = { ...renamed, staff: renamed.staff.filter((s) => s.id !== 'clerk') }
  floor.at('17:30').does('hall', { type: 'setUpHall', profile: without })
  expect(said()).toEqual([['1팀', '담당자']])
})

test('who was responsible comes back from a snapshot of the state', () => {
  floor.does('counter-1', receive('k', 'SIM-02'), { type: 'withdrawCase', case: 'k' })
  floor.at('17:00')
  change('새이름', 't2')
  const hall = hallFromJson(hallToJson(floor.hall))
  expect(namesAt(hall, 'clerk', instantOf(today, '16:59'))).toMatchObject({ name: '담당자', team: '1팀' })
  expect(namesAt(hall, 'clerk', instantOf(today, '17:00'))).toMatchObject({ name: '새이름', team: '2팀' })
})
