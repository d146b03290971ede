import { expect, test } from 'vitest'
import type { PersonView } from '../../domain/views/views.ts'
import { titleOf, type Place } from '../../renderer/supervisor/title.ts'
import { supervisorEn } from '../../renderer/text/en/supervisor.ts'
import { supervisorKo } from '../../renderer/text/ko/supervisor.ts'

const person = (role: PersonView['role']): PersonView => ({ id: 'p1', name: '정하은', role })
const at = (open: 'hall' | 'admin' | 'manual'): Place => ({
  admin: { isOpen: open === 'admin', tab: 'backups' },
  manual: { isOpen: open === 'manual', tab: 'editions' },
})

test('the title of the supervisor’s window names the page and its tab', () => {
  const boss = person('supervisor')
  expect(titleOf(supervisorKo, boss, at('hall'))).toBe(supervisorKo.title)
  expect(titleOf(supervisorEn, boss, at('admin'))).toBe('Backups · Administration')
  expect(titleOf(supervisorEn, boss, at('manual'))).toBe('Editions · Editing the manual')
  expect(titleOf(supervisorKo, boss, at('manual'))).toMatch(/^판 · /)
})

test('it names no page that is open but not for this person, and none before somebody is at work', () => {
  expect(titleOf(supervisorEn, person('editor'), at('admin'))).toBe('Editions · Editing the manual')
  expect(titleOf(supervisorEn, undefined, at('admin'))).toBe(supervisorEn.title)
})
