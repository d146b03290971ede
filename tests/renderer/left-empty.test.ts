import { expect, test } from 'vitest'
import { isLeftEmpty } from '../../renderer/supervisor/manual/left-empty.ts'

test('only the draft that a window has opened itself, and that has nothing in it, is dropped as the window closes', () => {
  const line = (amendment: string, parts: string[], state: 'draft' | 'dropped' = 'draft') => ({
    amendment,
    parts,
    state,
  })
  expect(isLeftEmpty([line('other', []), line('own', [])], 'own')).toBe(true)
  expect(isLeftEmpty([line('other', [])], 'own')).toBe(false)
  expect(isLeftEmpty([line('own', ['kinds/PRS-01'])], 'own')).toBe(false)
  expect(isLeftEmpty([line('own', [], 'dropped')], 'own')).toBe(false)
})
