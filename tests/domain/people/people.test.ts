import { describe, expect, test } from 'vitest'
import { evolve } from '../../../domain/hall-fold.ts'
import { Command, decide, Event } from '../../../domain/hall.ts'
import type { HallProfile } from '../../../domain/manual/manual.ts'
import { commonPasswords } from '../../../domain/people/common-passwords.ts'
import { passwordFlaw } from '../../../domain/people/password-rules.ts'
import { hasAdministrator, waitUntil, type CheckCode } from '../../../domain/people/people.ts'
import { isWeakPin } from '../../../domain/people/session.ts'
import { hallToJson } from '../../../domain/state.ts'
import { profile } from '../../simulation/fixture.ts'
import { arrivals, type Floor, issue, openFloor, paper, receive, serve } from '../../support/floor.ts'

const verifier = `$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$${'a'.repeat(43)}$ed25519=${'a'.repeat(43)}`
const signIn = (clerk: string): Command => ({ type: 'signIn', clerk })
const set = (staff: string, temporary?: true): Command => ({
  type: 'setPassword',
  staff,
  verifier,
  ...(temporary && { temporary }),
})
const fail = (clerk = 'clerk'): Command => ({ type: 'failSignIn', clerk, of: 'signIn' })

/** A hall whose administrator sits at a PC of the office. */
function administered(changes: Partial<HallProfile> = {}): Floor {
  const floor = openFloor(2, changes)
  floor.does('office', signIn('admin'))
  return floor
}

describe('a password', () => {
  const about = { id: 'reo-55', name: '임재호', phone: '02-000-1101', hallName: '한빛시청 열린민원실' }
  test.each([
    ['passwordShort', 'kx7!mq2'],
    ['passwordLong', '가'.repeat(129)],
    ['passwordCommon', 'Password123!'],
    ['passwordCommon', 'qlalfqjsgh1'],
    ['passwordCommon', '비밀번호1234'],
    ['passwordCommon', 'qwertyuiop'],
    ['passwordCommon', '1q2w3e4r'],
    ['passwordCommon', '12345678'],
    ['passwordCommon', '가나다라'.repeat(3)],
    ['passwordCommon', 'zzzzzzzzzz'],
    ['passwordCommon', '가나다라마바사아'],
    ['passwordCommon', '하파타카차자아사'],
    ['passwordCommon', '아야어여오요우유'],
    ['passwordCommon', 'ㄱㄴㄷㄹㅁㅂㅅㅇ'],
    ['passwordPersonal', '임재호1234!'],
    ['passwordPersonal', 'reo-55!!!'],
    ['passwordPersonal', '020001101!'],
    ['passwordPersonal', '7020001101!'],
    ['passwordPersonal', '+82 7020001101'],
    ['passwordPersonal', '한빛시청2026'],
  ])('is refused as %s: %s', (flaw, typed) => {
    expect(passwordFlaw(typed, about)).toBe(flaw)
  })

  test.each(['seven green boats', '늦가을 은행잎 세 장', 'kx7!mq2v', '가나다라마바사자', '가난닫랄맘밥삿앙'])(
    'of eight characters or more is taken without any rule of composition: %s',
    (typed) => {
      expect(passwordFlaw(typed, about)).toBeUndefined()
    },
  )

  test('is the same however its syllables were composed', () => {
    expect(passwordFlaw('비밀번호'.normalize('NFD'), about)).toBe('passwordShort')
  })

  test('is compared with as many common ones as the documents say', () => {
    const longEnough = [...commonPasswords].filter((common) => passwordFlaw(common, about) !== 'passwordShort')
    expect(longEnough).toHaveLength(9_393)
  })

  test('is none of the shorter common words either, with digits or signs about it', () => {
    const isShort = (word: string) => passwordFlaw(word, about) === 'passwordShort' && /^\p{L}.*\p{L}$/u.test(word)
    const short = [...commonPasswords].filter(isShort)
    expect(short).toContain('welcome')
    expect(short.filter((word) => passwordFlaw(`!${word}8241937`, about) !== 'passwordCommon')).toEqual([])
  })
})

test.each(['000000', '123456', '987654'])('a PIN such as %s is weak', (pin) => {
  expect([isWeakPin(pin), isWeakPin('274913')]).toEqual([true, false])
})

describe('the wait after wrong passwords', () => {
  test('begins with the fifth, doubles, and is a quarter of an hour at most', () => {
    const floor = openFloor(1)
    const waits = Array.from({ length: 14 }, () => {
      floor.does('counter-1', fail())
      const until = waitUntil(floor.hall, 'counter-1', 'clerk', floor.now)
      return until === undefined ? 0 : (until - floor.now) / 1000
    })
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900])
  })

  test('is of one person at one PC, and ends with a right password there', () => {
    const floor = openFloor(2)
    for (let i = 0; i < 5; i++) floor.does('counter-1', fail())
    expect(waitUntil(floor.hall, 'counter-2', 'clerk', floor.now)).toBeUndefined()
    expect(waitUntil(floor.hall, 'counter-1', 'chief', floor.now)).toBeUndefined()
    floor.does('counter-1', { type: 'unlockSession' })
    expect(waitUntil(floor.hall, 'counter-1', 'clerk', floor.now)).toBeUndefined()
  })

  test('is lifted by an administrator, and by a new password', () => {
    const floor = administered()
    for (let i = 0; i < 5; i++) floor.does('counter-1', fail())
    expect(floor.refusal('office', { type: 'liftBackOff', staff: 'chief' })).toBe('nothingToLift')
    floor.at('09:05').does('office', { type: 'liftBackOff', staff: 'clerk' })
    expect(waitUntil(floor.hall, 'counter-1', 'clerk', floor.now)).toBeUndefined()
  })

  test('is none for failures of a clock that was ahead, and lifting forgives them for that clock too', () => {
    const floor = administered()
    const now = floor.now
    const year = 365 * 86_400_000
    floor.now += year
    for (let i = 0; i < 5; i++) floor.does('counter-1', fail())
    const thereNow = floor.now
    floor.now = now
    expect(waitUntil(floor.hall, 'counter-1', 'clerk', floor.now)).toBeUndefined()
    expect(waitUntil(floor.hall, 'counter-1', 'clerk', thereNow)).toBe(thereNow + 30_000)
    // Where the clock is right again, five more are as many as ever.
    for (let i = 0; i < 5; i++) floor.does('counter-1', fail())
    expect(waitUntil(floor.hall, 'counter-1', 'clerk', floor.now)).toBe(floor.now + 30_000)
    floor.does('office', { type: 'liftBackOff', staff: 'clerk' })
    expect([floor.now + 1, thereNow].map((at) => waitUntil(floor.hall, 'counter-1', 'clerk', at))).toEqual([
      undefined,
      undefined,
    ])
    expect(floor.hall.failures.size).toBe(0)
  })

  test('comes out the same in whatever order the failures of a PC and what forgives them arrive', () => {
    const failures = Array.from({ length: 6 }, (_, i) => openFloor(1).at(`09:0${i}`).does('counter-1', fail())).flat()
    const forgiven = administered().at('09:02').does('office', set('clerk', true))
    const states = arrivals(failures, forgiven).map((events) => {
      const floor = openFloor(1)
      floor.hears(...events)
      return hallToJson(floor.hall)
    })
    expect(new Set(states).size).toBe(1)
  })
})

test('failures of a clock that was ahead are forgiven in whatever order they arrive', () => {
  const hall = administered().at('09:02')
  const failures = Array.from({ length: 6 }, (_, i) => openFloor(1).at(`11:0${i}`).does('counter-1', fail())).flat()
  hall.hears(...failures)
  const forgiven = hall.does('office', set('clerk', true))
  const states = arrivals(failures, forgiven).map((events) => {
    const floor = openFloor(1)
    floor.hears(...events)
    return hallToJson(floor.hall)
  })
  expect([new Set(states).size, hall.hall.failures.size]).toEqual([1, 0])
})

describe('a password is set', () => {
  test('by oneself, and by an administrator for somebody else for once only', () => {
    const floor = administered()
    expect(floor.refusal('counter-1', set('clerk'))).toBe('allowed')
    expect(floor.refusal('counter-1', set('chief'))).toBe('notAdministrator')
    expect(floor.refusal('office', set('clerk'))).toBe('mustBeTemporary')
    expect(floor.refusal('office', set('nobody', true))).toBe('clerkUnknown')
    expect(floor.does('office', set('clerk', true))).toMatchObject([{ type: 'passwordSet', temporary: true }])
  })

  test('for an administrator by a one-time code of the hall, for the first and for one who forgot it', () => {
    const floor = openFloor(1)
    const claim: Command = { type: 'claimAdministrator', staff: 'admin', verifier, code: 'X' }
    const asks = (command: Command, checkCode?: CheckCode) =>
      decide(floor.hall, command, { machine: 'office', at: floor.now, checkCode })
    expect(asks(claim)).toEqual({ refused: 'codeOver' })
    expect(asks(claim, () => 'codeWrong')).toEqual({ refused: 'codeWrong' })
    expect(asks({ ...claim, staff: 'chief' }, () => undefined)).toEqual({ refused: 'notAdministrator' })
    const done = asks(claim, () => undefined)
    expect(done).toMatchObject({ happened: [{ event: { type: 'passwordSet', staff: 'admin' } }] })
    expect(JSON.stringify(done)).not.toContain('"code"')
    expect(floor.refusal('counter-1', claim)).toBe('notForThisMachine')
    if ('happened' in done) floor.hears(...done.happened.map((h) => h.event))
    expect(hasAdministrator(floor.hall)).toBe(true)
    expect(asks(claim, () => 'codeOver')).toEqual({ refused: 'administratorKnown' })
    expect(asks(claim, () => 'codeWrong')).toEqual({ refused: 'codeWrong' })
    const anew = asks(claim, () => undefined)
    if ('happened' in anew) floor.hears(...anew.happened.map((h) => h.event))
    floor.does('office', signIn('admin'))
    const line = floor.sees('office', { of: 'roster' })?.staff.find((s) => s.person.id === 'admin')
    expect(line).toMatchObject({ password: 'own', byCode: true, setAt: floor.now })
  })
})

describe('the roster', () => {
  const bora = { id: 'bora', name: '한보라', role: 'clerk', team: 't1' } as const
  const staffOf = (floor: Floor) => floor.hall.profile?.staff.map((s) => s.id)

  test('is kept by an administrator at an office PC, who leaves one administrator at least', () => {
    const floor = administered()
    expect(floor.refusal('counter-1', { type: 'enlistPerson', person: bora })).toBe('notAdministrator')
    expect(floor.refusal('office', { type: 'enlistPerson', person: { ...bora, team: 't9' } })).toBe('teamUnknown')
    floor.does('office', { type: 'enlistPerson', person: bora })
    expect(floor.refusal('office', { type: 'enlistPerson', person: bora })).toBe('personKnown')
    floor.does('office', { type: 'changePerson', person: { ...bora, role: 'guide' } })
    expect(floor.hall.profile?.staff.at(-1)).toMatchObject({ id: 'bora', role: 'guide' })
    expect(floor.refusal('office', { type: 'dismissPerson', staff: 'admin' })).toBe('lastAdministrator')
  })

  test('keeps an administrator who can sign in, where one could', () => {
    const floor = administered()
    floor.does('hall', set('admin'))
    floor.does('office', { type: 'enlistPerson', person: { ...bora, role: 'administrator' } })
    const leave: Command = { type: 'dismissPerson', staff: 'admin' }
    expect(floor.refusal('office', leave)).toBe('lastAdministrator')
    const noMore: Command = { type: 'changePerson', person: { ...bora, id: 'admin', role: 'editor' } }
    expect(floor.refusal('office', noMore)).toBe('lastAdministrator')
    floor.does('office', set('bora', true))
    expect(floor.refusal('office', leave)).toBe('allowed')
  })

  test('says what somebody is in the middle of before they leave, and the counter afterwards why nobody sits there', () => {
    const floor = administered()
    issue(floor, 'a', 'b')
    const busy = () => floor.sees('office', { of: 'roster' })?.staff.find((s) => s.person.id === 'clerk')?.busy
    expect(busy()).toEqual([])
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'fillingForm' }, receive('k', 'SIM-02'))
    serve(floor, 'counter-1', 'w')
    floor.does('counter-2', { type: 'serveWithoutTicket', visit: 'x' })
    expect(busy()).toEqual([
      { machine: 'counter-1', visit: { label: paper(2) }, held: 1, cases: 1 },
      { machine: 'counter-2', visit: {}, held: 0, cases: 0 },
    ])
    const hasLeft = () => floor.sees('counter-1', { of: 'setup' }).hasLeft
    floor.does('office', { type: 'dismissPerson', staff: 'clerk' })
    expect(hasLeft()).toBeUndefined()
    floor.does('counter-1', { type: 'endSession', why: 'left' })
    expect(hasLeft()).toBe(true)
    floor.does('counter-1', signIn('chief'))
    floor.does('counter-1', { type: 'endSession', why: 'handedOver' })
    expect(hasLeft()).toBeUndefined()
  })

  test('whoever leaves it cannot sign in, keeps the name on what was done, and loses the password', () => {
    const floor = administered()
    floor.does('office', set('clerk', true), { type: 'dismissPerson', staff: 'clerk' })
    floor.does('counter-2', { type: 'signOut' })
    expect(floor.refusal('counter-2', signIn('clerk'))).toBe('clerkUnknown')
    expect(floor.refusal('counter-1', { type: 'callNext', visit: 'v' })).toBe('notClerk')
    expect(floor.hall.verifiers.has('clerk')).toBe(false)
    expect(floor.hall.formerStaff.get('clerk')).toMatchObject({ name: '담당자' })
  })

  test('whoever the folder names no more loses the password, also for a return under the same id', () => {
    const floor = administered()
    floor.does('office', set('clerk', true), set('guide', true))
    const again = (staff: HallProfile['staff']) =>
      floor.does('hall', { type: 'setUpHall', profile: { ...profile(2), staff } })
    const folder = profile(2).staff
    again(folder.filter((s) => s.id !== 'clerk'))
    again(folder)
    expect(['clerk', 'guide'].map((id) => floor.hall.verifiers.has(id))).toEqual([false, true])
    expect(floor.hall.formerKeys.get('clerk')).toHaveLength(1)
  })

  test('follows the folder where it says something new, and the administrator where it does not', () => {
    const floor = administered()
    floor.does('office', { type: 'enlistPerson', person: bora }, { type: 'dismissPerson', staff: 'editor' })
    const again = (staff: HallProfile['staff']) =>
      floor.does('hall', { type: 'setUpHall', profile: { ...profile(2), staff } })
    const folder = profile(2).staff
    again(folder)
    expect(staffOf(floor)).toEqual(['clerk', 'chief', 'admin', 'guide', 'bora'])
    again(folder.filter((s) => s.id !== 'chief'))
    expect(staffOf(floor)).toEqual(['clerk', 'admin', 'guide', 'bora'])
    again(folder.map((s) => (s.id === 'editor' ? { ...s, name: '새 편집자' } : s)))
    expect(staffOf(floor)).toEqual(['clerk', 'editor', 'chief', 'admin', 'guide', 'bora'])
  })
})

test('a session that ends without its person puts the visit on hold, or the number back into the queue', () => {
  const floor = openFloor(2)
  for (const touch of ['a', 'b']) floor.does('kiosk', { type: 'issueTicket', touch, class: 'ordinary' })
  floor.does('counter-1', { type: 'callNext', visit: 'v' }, { type: 'welcome', visit: 'v' })
  floor.does('counter-2', { type: 'callNext', visit: 'w' })
  const end: Command = { type: 'endSession', why: 'handedOver' }
  expect(floor.does('counter-1', end).map((e) => e.type)).toEqual(['visitHeld', 'clerkSignedOut'])
  expect(floor.does('counter-2', end).map((e) => e.type)).toEqual(['visitReturned', 'clerkSignedOut'])
  expect(floor.refusal('counter-1', end)).toBe('nobodySignedIn')
})

test('a password from before it made a key counts as none: its administrator comes by the code again', () => {
  const floor = openFloor(1)
  const older = { type: 'passwordSet', staff: 'admin', verifier: verifier.replace(/\$ed25519=.*/, '') } as const
  expect(Event.safeParse({ ...older, at: 1, by: { machine: 'hall' } }).success).toBe(true)
  expect(Command.safeParse({ ...older, type: 'setPassword' }).success).toBe(false)
  evolve(floor.hall, { ...older, at: 1, by: { machine: 'hall' } })
  expect(hasAdministrator(floor.hall)).toBe(false)
})
