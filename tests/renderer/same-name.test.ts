import { expect, test } from 'vitest'
import { sameName } from '../../renderer/supervisor/admin/same-name.ts'
import { supervisorWordsIn } from '../../renderer/text/supervisor.ts'

const person = (id: string, name: string) => ({
  person: { id, name, role: 'clerk' as const, team: 't1' },
  password: 'own' as const,
  waits: [],
  at: [],
  busy: [],
})
const roster = {
  teams: [{ id: 't1', name: '민원1팀' }],
  staff: [person('a', '이서연'), person('b', '김하늘')],
  former: [{ id: 'c', name: '김하늘', leftAt: 0 }],
}

test('who is entered or renamed is told of whoever has the name; who keeps the name is told of nobody', () => {
  expect(sameName(roster, '이 서연')).toEqual({ name: '이서연', team: '민원1팀' })
  expect(sameName(roster, '이서연', { id: 'b', name: '김하늘' })).toEqual({ name: '이서연', team: '민원1팀' })
  expect(sameName(roster, '김하늘 ', { id: 'b', name: '김하늘' })).toBeUndefined()
  expect(sameName(roster, '김하늘', { id: 'a', name: '이서연' })?.name).toBe('김하늘')
  expect(sameName({ ...roster, staff: [] }, '김하늘', { id: 'a', name: '이서연' })?.team).toBeUndefined()
})

test('only who is entered is told to become a new person, in both languages', () => {
  for (const language of ['ko', 'en'] as const) {
    const { alike } = supervisorWordsIn(language).admin.roster.form
    expect(alike('김하늘', undefined, true)).toMatch(/새 사람|new person/)
    expect(alike('김하늘', undefined, false)).not.toMatch(/새 사람|new person/)
  }
})
