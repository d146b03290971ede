import { beforeEach, describe, expect, test } from 'vitest'
import { verifierOf } from '../../db/keys/passwords.ts'
import { isSignedByPerson } from '../../db/keys/sign-in-key.ts'
import { aboutPassword, partsOfVerifier, type Proof } from '../../domain/people/sign-in.ts'
import { atOnePc, enter, floor, line, open, pass, right, session, startAnew, verifier, who } from '../support/seated.ts'

/** Who sits at a PC. */

atOnePc()
const [minute, hour] = [60_000, 3_600_000]
const timeOf = ({ at, nth }: Proof) => ({ at, ...(nth !== undefined && { nth }) })

describe('signing in', () => {
  test('is by the password, whatever the form of its characters', async () => {
    expect(await enter('seven green goats')).toEqual({ refused: 'passwordWrong' })
    expect(who()).toBeUndefined()
    expect(await enter()).toBe('done')
    expect(who()).toBe('clerk')
  })

  test('and unlocking are signed by the key of the password, each once', async () => {
    const { key } = partsOfVerifier(verifier)
    const isSigned = (proof: Proof | undefined, clerk = 'clerk') =>
      proof && isSignedByPerson(key, { machine: 'counter-1', clerk, ...timeOf(proof) }, proof.signature)
    await enter()
    const first = floor.last('clerkSignedIn').proof
    expect([isSigned(first), isSigned(first, 'chief')]).toEqual([true, false])
    session.lock()
    // The clock of the PC is set back meanwhile.
    pass(-hour)
    await session.submit({ type: 'unlock', password: right })
    const second = floor.last('sessionUnlocked').proof
    expect([isSigned(second), second?.at, second?.nth]).toEqual([true, floor.now, (first?.at ?? 0) + 1])
    expect(partsOfVerifier(await verifierOf(right)).key).not.toBe(key)
  })

  test('and a new password is signed by the one before', async () => {
    await enter()
    const fresh = 'nine blue kites'
    expect(await session.submit({ type: 'changePassword', password: right, fresh })).toBe('done')
    const { proof, staff, verifier: next } = floor.last('passwordSet')
    const said = { machine: 'counter-1', clerk: staff, about: aboutPassword(staff, next) }
    const keys = [verifier, next].map((kept) => partsOfVerifier(kept).key)
    const isSigned = (key: string) => proof && isSignedByPerson(key, { ...said, ...timeOf(proof) }, proof.signature)
    expect(keys.map(isSigned)).toEqual([true, false])
  })

  test('and no number is given twice, though the answer to a new password is lost and the clock is behind', async () => {
    await enter()
    const first = floor.last('clerkSignedIn').proof
    pass(-hour)
    line.isLost = true
    expect(await session.submit({ type: 'changePassword', password: right, fresh: 'nine blue kites' })).toBe(
      'unreachable',
    )
    line.isLost = false
    session.lock()
    await session.submit({ type: 'unlock', password: right })
    expect(floor.last('sessionUnlocked').proof?.nth).toBe((first?.at ?? 0) + 2)
  })

  test('of whoever has none, or has no seat here, is refused', async () => {
    floor.does('hall', { type: 'setPassword', staff: 'editor', verifier })
    expect(await enter(right, 'admin')).toEqual({ refused: 'notYourPc' })
    expect(await enter(right, 'editor')).toEqual({ refused: 'notYourPc' })
    floor.hall.verifiers.delete('chief')
    expect(await enter(right, 'chief')).toEqual({ refused: 'noPassword' })
  })

  test('waits after five wrong passwords, also many at once and after a restart, though the next is right', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter('wrong password')))
    const refused = answers.map((a) => (typeof a === 'object' ? a.refused : a))
    expect(refused).toEqual([
      ...Array.from({ length: 5 }, () => 'passwordWrong'),
      'waitToRetry',
      'waitToRetry',
      'waitToRetry',
    ])
    startAnew()
    expect(await enter()).toEqual({ refused: 'waitToRetry' })
    expect(await enter(right, 'chief')).toBe('done')
    await session.submit({ type: 'lock' })
    pass(30_000)
    expect(await enter()).toBe('done')
  })

  test('without the hall is possible for 72 hours since the PC heard it', async () => {
    line.isOnline = false
    pass(72 * hour)
    expect(await enter()).toBe('done')
    floor.does('counter-1', { type: 'signOut' })
    pass(1)
    expect(await enter()).toEqual({ refused: 'offlineTooLong' })
    // Nor does a clock that was set back prolong it.
    pass(-72 * hour - 10 * 60_000)
    expect(await enter()).toEqual({ refused: 'offlineTooLong' })
    line.isOnline = true
    expect(await enter()).toBe('done')
  })

  test('with a temporary password sets a new one first', async () => {
    floor.does('hall', { type: 'setPassword', staff: 'clerk', verifier, temporary: true })
    expect(await enter()).toEqual({ refused: 'passwordTemporary' })
    const renew = (fresh: string) => session.submit({ type: 'renew', clerk: 'clerk', password: right, fresh })
    expect(await renew('12345678')).toEqual({ refused: 'passwordCommon' })
    expect(await renew(right)).toEqual({ refused: 'passwordSame' })
    expect(who()).toBeUndefined()
    expect(await renew('nine blue kites')).toBe('done')
    expect(who()).toBe('clerk')
    floor.does('counter-1', { type: 'signOut' })
    expect(await enter('nine blue kites')).toBe('done')
  })

  test('with a temporary password leaves nobody signed in whose new one was not taken', async () => {
    floor.does('hall', { type: 'setPassword', staff: 'clerk', verifier, temporary: true })
    line.lost.add('setPassword')
    const renewal = { type: 'renew', clerk: 'clerk', password: right, fresh: 'nine blue kites' } as const
    expect(await session.submit(renewal)).toBe('unreachable')
    expect([who(), session.isLocked()]).toEqual([undefined, false])
  })
})

describe('a locked session', () => {
  beforeEach(async () => {
    await enter()
    session.idle(10 * minute)
  })

  test('begins after ten minutes without a touch, or as the hall has set it', async () => {
    expect(session.isLocked()).toBe(true)
    await session.submit({ type: 'unlock', password: right })
    session.idle(10 * minute - 1)
    expect(session.isLocked()).toBe(false)
    if (floor.hall.profile) floor.hall.profile.signIn = { lockMinutes: 2 }
    session.idle(2 * minute)
    expect(session.isLocked()).toBe(true)
  })

  test('is unlocked by its own person, and a wrong password counts', async () => {
    expect(await session.submit({ type: 'unlock', password: 'wrong password' })).toEqual({ refused: 'passwordWrong' })
    expect(await session.submit({ type: 'changePassword', password: right, fresh: 'nine blue kites' })).toEqual({
      refused: 'sessionLocked',
    })
    expect(await session.submit({ type: 'unlock', password: right })).toBe('done')
    expect(floor.last('sessionUnlocked').by).toEqual({ machine: 'counter-1', clerk: 'clerk' })
    expect(floor.hall.failures.size).toBe(0)
  })

  test('is unlocked by a PIN that holds for this session, until it was wrong three times', async () => {
    const unlock = (pin: string) => session.submit({ type: 'unlock', pin })
    expect(await unlock('274913')).toEqual({ refused: 'pinGone' })
    await session.submit({ type: 'unlock', password: right })
    expect(await session.submit({ type: 'setPin', pin: '123456', password: right })).toEqual({ refused: 'pinWeak' })
    expect(await session.submit({ type: 'setPin', pin: '274913', password: right })).toBe('done')
    session.lock()
    expect(await unlock('274913')).toBe('done')
    session.lock()
    expect([await unlock('1'.repeat(6)), await unlock('2'.repeat(6)), await unlock('3'.repeat(6))]).toEqual([
      ...[{ refused: 'pinWrong' }, { refused: 'pinWrong' }],
      { refused: 'pinGone' },
    ])
    expect(await unlock('274913')).toEqual({ refused: 'pinGone' })
    expect(session.state()).toEqual({ locked: true, hasPin: false })
    const failed = floor.events.filter((e) => e.type === 'signInFailed')
    expect(failed.map((e) => [e.clerk, e.of])).toEqual(Array.from({ length: 3 }, () => ['clerk', 'unlock']))
  })

  test('has a PIN only from whoever knows the password: not from somebody who passes by while it is open', async () => {
    await session.submit({ type: 'unlock', password: right })
    await session.submit({ type: 'setPin', pin: '274913', password: right })
    expect(await session.submit({ type: 'setPin', pin: '530816', password: 'wrong password' })).toEqual({
      refused: 'passwordWrong',
    })
    expect(floor.last('signInFailed')).toMatchObject({ clerk: 'clerk', of: 'change' })
    session.lock()
    expect(await session.submit({ type: 'unlock', pin: '530816' })).toEqual({ refused: 'pinWrong' })
    expect(await session.submit({ type: 'unlock', pin: '274913' })).toBe('done')
  })

  test('is not unlocked by a temporary password, nor by the PIN of before: the own one is chosen first', async () => {
    await session.submit({ type: 'unlock', password: right })
    await session.submit({ type: 'setPin', pin: '274913', password: right })
    session.lock()
    floor.does('hall', { type: 'setPassword', staff: 'clerk', verifier, temporary: true })
    expect(await session.submit({ type: 'unlock', pin: '274913' })).toEqual({ refused: 'pinGone' })
    expect(await session.submit({ type: 'unlock', password: right })).toEqual({ refused: 'passwordTemporary' })
    expect(session.isLocked()).toBe(true)
    line.isOnline = false
    const renewal = { type: 'renew', clerk: 'clerk', password: right, fresh: 'nine blue kites' } as const
    expect([await session.submit(renewal), session.isLocked()]).toEqual(['unreachable', true])
    line.isOnline = true
    expect([await session.submit(renewal), session.isLocked(), who()]).toEqual(['done', false, 'clerk'])
    expect(floor.hall.verifiers.get('clerk')?.temporary).toBeUndefined()
    await session.submit({ type: 'setPin', pin: '274913', password: renewal.fresh })
    session.lock()
    const next = { ...renewal, password: renewal.fresh, fresh: 'ten green kites' }
    expect(await session.submit(next)).toBe('done')
    session.lock()
    expect(await session.submit({ type: 'unlock', pin: '274913' })).toEqual({ refused: 'pinGone' })
  })

  test('is what a PC has after a restart, and a new one that hears of it by news', () => {
    expect(open().isLocked()).toBe(true)
    floor.does('counter-1', { type: 'signOut' })
    const replaced = open()
    expect(replaced.isLocked()).toBe(false)
    floor.does('counter-1', { type: 'signIn', clerk: 'chief' })
    expect(replaced.isLocked()).toBe(true)
  })

  test('is handed over to somebody else who may sit there; whoever was served waits on hold', async () => {
    await session.submit({ type: 'unlock', password: right })
    floor.does('kiosk', { type: 'issueTicket', touch: 'a', class: 'ordinary' })
    floor.does('counter-1', { type: 'callNext', visit: 'v' }, { type: 'welcome', visit: 'v' })
    expect(await enter(right, 'chief')).toEqual({ refused: 'signedInAlready' })
    session.lock()
    expect(await enter('wrong password', 'chief')).toEqual({ refused: 'passwordWrong' })
    expect(who()).toBe('clerk')
    expect(await enter(right, 'chief')).toBe('done')
    expect([who(), session.isLocked()]).toEqual(['chief', false])
    expect(floor.hall.visits.get('v')).toMatchObject({ state: 'held' })
    expect(floor.last('clerkSignedOut')).toMatchObject({ by: { clerk: 'clerk' }, why: 'handedOver' })
  })

  test('is not unlocked by the PIN of whoever had it before', async () => {
    await session.submit({ type: 'unlock', password: right })
    await session.submit({ type: 'setPin', pin: '274913', password: right })
    session.lock()
    expect(await enter(right, 'chief')).toBe('done')
    session.lock()
    expect(await session.submit({ type: 'unlock', pin: '274913' })).toEqual({ refused: 'pinGone' })
    expect(session.isLocked()).toBe(true)
  })

  test('is ended from its screen', async () => {
    expect(await session.submit({ type: 'endLocked' })).toBe('done')
    expect([who(), session.isLocked()]).toEqual([undefined, false])
  })
})
