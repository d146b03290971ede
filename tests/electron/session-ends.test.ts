import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { atOnePc, enter, floor, line, pass, right, session, verifier, who } from '../support/seated.ts'

/** How a session ends by itself, and who stands by. */

atOnePc()
const hour = 3_600_000

describe('a session ends by itself', () => {
  beforeEach(() => enter())

  test('after twelve hours', () => {
    pass(12 * hour - 1)
    session.look()
    expect(who()).toBe('clerk')
    pass(1)
    session.look()
    expect(floor.last('clerkSignedOut')).toMatchObject({ why: 'tooLong' })
  })

  test('after twelve hours, however often the counter was paused meanwhile', () => {
    pass(11 * hour)
    floor.does('counter-1', { type: 'pauseCounter', reason: 'meal' }, { type: 'reopenCounter' })
    pass(hour)
    session.look()
    expect(floor.last('clerkSignedOut')).toMatchObject({ why: 'tooLong' })
  })

  test('when the news comes that its person has left', () => {
    floor.does('office', { type: 'signIn', clerk: 'admin' }, { type: 'dismissPerson', staff: 'clerk' })
    // A record that has not heard the hall to its end may know the people of another day.
    line.isBehind = true
    session.look()
    expect(who()).toBe('clerk')
    line.isBehind = false
    session.look()
    expect(floor.last('clerkSignedOut')).toMatchObject({ why: 'left' })
  })
})

describe('a second person', () => {
  const voiding: Command = { type: 'voidCase', case: 'k', reason: '잘못 접수함', approvedBy: 'chief' }
  const withSecond = (password: string, command: Command = voiding) =>
    session.submit({ type: 'withSecond', command, password })
  beforeEach(() => enter())

  test('proves it with the own password, and nothing goes on without', async () => {
    expect(await withSecond('wrong password')).toEqual({ refused: 'passwordWrong' })
    expect(floor.last('signInFailed')).toMatchObject({ clerk: 'chief', of: 'second' })
    // The rule itself is asked only now.
    expect(await withSecond(right)).toEqual({ refused: 'caseUnknown' })
  })

  test('is nobody whose password another has given and may know', async () => {
    floor.does('hall', { type: 'setPassword', staff: 'chief', verifier, temporary: true })
    expect(await withSecond(right)).toEqual({ refused: 'passwordTemporary' })
  })

  test('is another one, and no act that needs none goes this way', async () => {
    expect(await withSecond(right, { ...voiding, approvedBy: 'clerk' })).toEqual({ refused: 'secondPersonMissing' })
    expect(await withSecond(right, { type: 'signOut' })).toEqual({ refused: 'proofMissing' })
  })
})
