import { expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import type { HallProfile } from '../../../domain/manual/manual.ts'
import { hasRole } from '../../../domain/people/permissions.ts'
import { profile } from '../../simulation/fixture.ts'
import { openFloor } from '../../support/floor.ts'

const signIn = (clerk: string): Command => ({ type: 'signIn', clerk })

test('the profile of the hall is for an administrator or the hall itself', () => {
  const floor = openFloor(1)
  const command: Command = { type: 'setUpHall', profile: profile(1) }
  for (const machine of ['counter-1', 'supervisor']) expect(floor.refusal(machine, command)).toBe('notAdministrator')
  floor.does('office', signIn('admin'))
  for (const machine of ['office', 'hall']) expect(floor.refusal(machine, command)).toBe('allowed')
})

test('nobody has a seat where the work of the role is not done', () => {
  const floor = openFloor(1)
  floor.does('counter-1', { type: 'signOut' })
  const answers = (machine: string) =>
    ['clerk', 'chief', 'editor', 'admin'].map((clerk) => floor.refusal(machine, signIn(clerk)))
  expect(answers('counter-1')).toEqual(['allowed', 'allowed', 'notYourPc', 'notYourPc'])
  expect(answers('office')).toEqual(['notYourPc', 'allowed', 'allowed', 'allowed'])
  expect(answers('kiosk')).toEqual(['notYourPc', 'notYourPc', 'notYourPc', 'notYourPc'])
})

test('an administrator works on no case and supervises nothing', () => {
  const floor = openFloor(1)
  floor.does('office', signIn('admin'))
  expect(floor.refusal('office', { type: 'addNote', case: 'k', text: '메모' })).toBe('notClerk')
  expect(floor.refusal('office', { type: 'seizeCase', case: 'k', to: 'counter-1', reason: '부재' })).toBe(
    'notSupervisor',
  )
  expect(floor.refusal('office', { type: 'openAmendment', amendment: 'a', title: '제목', reason: '까닭' })).toBe(
    'notEditor',
  )
})

test('in a small office one person has several roles, and sits where any of them does', () => {
  const staff: HallProfile['staff'] = [
    { id: 'clerk', name: '담당자', role: 'clerk', team: 't1', also: ['editor', 'administrator'] },
    { id: 'chief', name: '감독자', role: 'supervisor', team: 't1' },
  ]
  const floor = openFloor(1, { staff })
  expect(hasRole(floor.hall, 'clerk', ['administrator'])).toBe(true)
  expect(hasRole(floor.hall, 'clerk', ['supervisor'])).toBe(false)
  floor.does('office', signIn('clerk'))
  expect(floor.refusal('office', { type: 'setUpHall', profile: profile(1) })).toBe('allowed')
  expect(floor.refusal('office', { type: 'closeDay', day: '2026-11-24' })).toBe('notSupervisor')
})
