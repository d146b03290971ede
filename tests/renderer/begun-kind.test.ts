import { expect, test } from 'vitest'
import { begunKind } from '../../renderer/supervisor/manual/form-fields.ts'
import { kind } from '../simulation/fixture.ts'

test('a kind that the manual had before begins as it was, with the names and the category that are typed now', () => {
  const begun = begunKind(kind, kind.code, 'NEW', '새 이름', 'New name')
  expect(begun).toEqual({ ...kind, category: 'NEW', name: { ko: '새 이름', en: 'New name' } })
  expect(begunKind(undefined, 'NEW-01', 'NEW', '이름', 'Name')).toMatchObject({ code: 'NEW-01', documents: [] })
})
