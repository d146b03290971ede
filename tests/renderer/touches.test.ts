import { expect, test } from 'vitest'
import { keepTouches } from '../../renderer/guide/touches.ts'

test('a press of which no answer came is asked for again under its own touch, until the hall answers', async () => {
  const touches = keepTouches(() => Promise.resolve(false))
  const first = await touches.next('ordinary')
  expect(await touches.next('ordinary')).toBe(first)
  expect(await touches.next('priority')).not.toBe(first)
  touches.answered('ordinary')
  expect(await touches.next('ordinary')).not.toBe(first)
})

test('a press whose ticket came by the news is over, and the next visitor gets a ticket of their own', async () => {
  const issued = new Set<string>()
  const touches = keepTouches((touch) => Promise.resolve(issued.has(touch)))
  const first = await touches.next('ordinary')
  issued.add(first ?? '')
  const second = await touches.next('ordinary')
  expect(second).not.toBe(first)
  expect(await touches.next('ordinary')).toBe(second)
})

test('where it cannot be asked what became of the press before, nothing is pressed, and it is asked again', async () => {
  let isLost = true
  const touches = keepTouches(() => (isLost ? Promise.reject(new Error('lost')) : Promise.resolve(false)))
  const first = await touches.next('ordinary')
  expect(await touches.next('ordinary')).toBe(undefined)
  isLost = false
  expect(await touches.next('ordinary')).toBe(first)
})
