import { beforeEach, expect, test } from 'vitest'
import type { Desk, Question } from '../../domain/desk.ts'
import {
  amend,
  dropUntyped,
  forgetOthers,
  forgetPlaces,
  isSomethingKept,
  keep,
  take,
} from '../../renderer/common/kept.ts'
import { openDesk } from '../../renderer/common/store.ts'

/** What a page keeps of what was typed in places that have left its screen. */

const typed = (value: unknown) => ({ value, isTyped: true })
const untyped = (value: unknown) => ({ value, isTyped: false })

beforeEach(() => forgetOthers(undefined))

test('what was typed in a case stands there again, once, and for who typed it alone', () => {
  keep('clerk-1', 'case a', 'note', typed('모자란 서류'))
  expect(take('clerk-2', 'case a', 'note')).toBe(undefined)
  expect(take('clerk-1', 'case b', 'note')).toBe(undefined)
  expect(isSomethingKept()).toBe(true)
  expect(take('clerk-1', 'case a', 'note')).toEqual(typed('모자란 서류'))
  expect([take('clerk-1', 'case a', 'note'), isSomethingKept()]).toEqual([undefined, false])
})

test('which form and screen stood open is kept only beside something typed', () => {
  keep('clerk-1', 'case a', 'form', untyped('decide'))
  dropUntyped('clerk-1', 'case a')
  expect(take('clerk-1', 'case a', 'form')).toBe(undefined)
  keep('clerk-1', 'case a', 'form', untyped('decide'))
  keep('clerk-1', 'case a', 'reasons', typed('서류 미비'))
  dropUntyped('clerk-1', 'case a')
  expect(take('clerk-1', 'case a', 'form')).toEqual(untyped('decide'))
})

test('what is saved only after its place has left the screen is kept no longer, and what was never kept does not come by that', () => {
  keep('clerk-1', 'case a', 'note', typed('모자란 서류'))
  amend('clerk-1', 'case a', 'note', untyped(''))
  dropUntyped('clerk-1', 'case a')
  expect([isSomethingKept(), take('clerk-1', 'case a', 'note')]).toEqual([false, undefined])
  amend('clerk-1', 'case b', 'note', typed('다른 글'))
  expect(take('clerk-1', 'case b', 'note')).toBe(undefined)
})

test('a case that was handed on or closed, and a visitor who has left, leave nothing', () => {
  keep('clerk-1', 'case a', 'note', typed('가'))
  keep('clerk-1', 'receipt v1', 'receipt', typed('김영수'))
  keep('clerk-1', 'case b', 'note', typed('나'))
  forgetPlaces((name) => name !== 'case b')
  expect(take('clerk-1', 'case a', 'note')).toBe(undefined)
  expect(take('clerk-1', 'receipt v1', 'receipt')).toBe(undefined)
  expect(take('clerk-1', 'case b', 'note')).toEqual(typed('나'))
})

test('twenty places are kept, and the oldest go first', () => {
  for (let i = 0; i <= 20; i++) keep('clerk-1', `case ${i}`, 'note', typed(i))
  expect(take('clerk-1', 'case 0', 'note')).toBe(undefined)
  expect([take('clerk-1', 'case 1', 'note'), take('clerk-1', 'case 20', 'note')]).toEqual([typed(1), typed(20)])
})

test('a lock keeps all of it, and the end of the shift nothing', () => {
  let says = (_view: unknown): void => undefined
  const desk = {
    watch(question: Question, listener: (view: unknown) => void) {
      if (question.of === 'setup') says = listener
      return () => undefined
    },
  } as unknown as Desk
  openDesk(() => desk).hold({ of: 'setup' })
  says({ session: { clerk: { id: 'clerk-1' }, locked: false } })
  keep('clerk-1', 'case a', 'note', typed('가'))
  says({ session: { clerk: { id: 'clerk-1' }, locked: true } })
  expect(isSomethingKept()).toBe(true)
  says({})
  expect(isSomethingKept()).toBe(false)
})
