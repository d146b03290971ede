import { expect, onTestFinished, test } from 'vitest'
import { changgu } from '../support/changgu.ts'
import { startPc, until } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { testPassword } from '../support/people.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const staff = 'administrator-1'

test('an administrator who forgot the password sets a new one with a code of the hall’s own computer, and it is on record', async () => {
  const hall = await startHall()
  onTestFinished(() => hall.stop())
  const { desk } = await startPc(onEnd, hall.socket, 'supervisor')
  const claim = (code: string) => desk.submit({ type: 'claim', staff, code, password: 'four quiet herons' })
  expect(await claim('0000-0000-0000-0000')).toEqual({ refused: 'administratorKnown' })
  const made = changgu('admin-code', '--data', hall.data)
  expect(made).toMatchObject({ status: 0 })
  expect(await claim('0000-0000-0000-0000')).toEqual({ refused: 'codeWrong' })
  expect(await claim(made.stdout.trim())).toBe('done')
  const roster = await until(desk, { of: 'roster' }, (v) => v?.staff.some((s) => s.byCode) ?? false)
  expect(roster?.staff.filter((s) => s.byCode).map((s) => s.person.id)).toEqual([staff])
  await desk.submit({ type: 'signOut' })
  expect(await claim(made.stdout.trim())).toEqual({ refused: 'administratorKnown' })
  expect(await desk.submit({ type: 'enter', clerk: staff, password: testPassword })).toEqual({
    refused: 'passwordWrong',
  })
  expect(await desk.submit({ type: 'enter', clerk: staff, password: 'four quiet herons' })).toBe('done')
})
