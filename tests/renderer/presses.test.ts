import { expect, test } from 'vitest'
import { keepPresses } from '../../renderer/common/presses.ts'
import { takeTurns, twinName } from '../../renderer/common/turns.ts'

/** A counter as a clerk presses it: a number is called by F2 and its visitor welcomed by F4; each act ends when the test says. */
function counter() {
  const done: string[] = []
  const said: (string | undefined)[] = []
  const ends: ((isDone: boolean) => void)[] = []
  const turns = takeTurns()
  let time = 0
  let state: 'free' | 'called' | 'serving' = 'free'
  let underWay: Promise<void> | undefined
  const say = (sentence: string | undefined, isMore: boolean) => {
    if (!isMore || said.at(-1) === undefined) said.push(sentence)
  }
  const act = (name: string, next: typeof state) => () => {
    said.push(undefined)
    const running = turns.take(name, async () => {
      const isDone = await new Promise<boolean>((end) => ends.push(end))
      if (isDone) done.push(name)
      else said.push(`${name} refused`)
      if (isDone) state = next
    })
    underWay = running?.finally(() => (underWay = undefined))
  }
  const press = keepPresses({
    judge: (name) =>
      name === 'F2'
        ? { closed: state === 'free' ? undefined : 'still serving', go: act('call', 'called') }
        : { closed: state === 'called' ? undefined : 'nobody is called', go: act('welcome', 'serving') },
    say,
    waits: 'always',
    other: 'another visitor',
    settled: () => underWay,
    twinWithin: 500,
    now: () => time,
  })
  const passes = (ms: number) => void (time += ms)
  const end = async (isDone = true) => {
    await expect.poll(() => ends.length).toBeGreaterThan(0)
    ends.shift()?.(isDone)
    await expect.poll(() => underWay).toBeUndefined()
  }
  return { press, end, passes, done, said, ends }
}

test('a key that is pressed before the act of the last one has ended waits for it, and is judged by what is so then', async () => {
  const c = counter()
  void c.press('F2')
  const second = c.press('F4')
  expect(c.done).toEqual([])
  await c.end()
  await second
  await c.end()
  expect(c.done).toEqual(['call', 'welcome'])
  expect(c.said.filter((s) => s !== undefined)).toEqual([])
})

test('a double press of the same key is one', async () => {
  const c = counter()
  for (let i = 0; i < 3; i++) void c.press('F2')
  await c.end()
  expect(c.ends).toEqual([])
  expect(c.done).toEqual(['call'])
  expect(c.said.at(-1)).toBeUndefined()
})

test('once it has ended the same key is a press of its own again', async () => {
  const c = counter()
  void c.press('F2')
  await c.end(false)
  c.passes(500)
  await c.press('F2')
  await c.end()
  expect(c.done).toEqual(['call'])
})

test('a double press is one also where the hall has called before the finger is up again', async () => {
  const c = counter()
  void c.press('F2')
  c.passes(100)
  await c.end()
  await c.press('F2')
  expect(c.said.at(-1)).toBeUndefined()
  const welcome = c.press('F4')
  await c.end()
  await welcome
  expect(c.done).toEqual(['call', 'welcome'])
  c.passes(500)
  await c.press('F2')
  expect(c.said.at(-1)).toBe('still serving')
})

test('after an act that was refused, what waited says no other reason', async () => {
  const c = counter()
  void c.press('F2')
  const second = c.press('F4')
  await c.end(false)
  await second
  expect(c.done).toEqual([])
  expect(c.said.at(-1)).toBe('call refused')
})

test('a key that waited ends no visit that was not on the screen when it was pressed', async () => {
  const [done, said, ends]: [string[], unknown[], (() => void)[]] = [[], [], []]
  let visit = 'first'
  let underWay: Promise<void> | undefined
  const act = (what: string, next: string) => () => {
    underWay = new Promise<void>((end) => ends.push(end)).then(() => {
      done.push(what)
      visit = next
      underWay = undefined
    })
  }
  const judge = (name: string) =>
    name === 'F2'
      ? { closed: undefined, go: act('call', 'second') }
      : { closed: undefined, ends: visit, go: act(`missing ${visit}`, 'none') }
  const say = (sentence: string | undefined) => said.push(sentence)
  const press = keepPresses({
    judge,
    say,
    waits: 'always',
    other: 'another visitor',
    settled: () => underWay,
    twinWithin: 0,
    now: () => 0,
  })
  void press('F7')
  const pressed = [press('F2'), press('F7')]
  for (const before of [0, 1]) {
    await expect.poll(() => ends.length).toBe(before + 1)
    ends[before]?.()
  }
  await Promise.all(pressed)
  expect([done, visit]).toEqual([['missing first', 'call'], 'second'])
  expect(said.filter((s) => s !== undefined)).toEqual(['another visitor'])
  void press('F7')
  await expect.poll(() => ends.length).toBe(3)
  ends[2]?.()
  await expect.poll(() => done.at(-1)).toBe('missing second')
})

test('a closed key says why at once while nothing is under way', async () => {
  const c = counter()
  await c.press('F4')
  expect(c.said).toEqual(['nobody is called'])
})

test('the last press is answered: what an earlier key said is gone, whether the next one waits or goes at once', async () => {
  let shown: string | undefined
  let underWay: Promise<void> | undefined
  const judge = (name: string) => ({ closed: name === 'F6' ? undefined : `${name} not now`, go: () => {} })
  const say = (sentence: string | undefined, isMore: boolean) => {
    if (!isMore || shown === undefined) shown = sentence
  }
  const press = keepPresses({
    judge,
    say,
    waits: 'always',
    other: 'another visitor',
    settled: () => underWay,
    twinWithin: 0,
    now: () => 0,
  })
  await press('F3')
  expect(shown).toBe('F3 not now')
  const elsewhere = Promise.withResolvers<void>()
  underWay = elsewhere.promise.then(() => (underWay = undefined))
  const waited = press('F8')
  expect(shown).toBeUndefined()
  elsewhere.resolve()
  await waited
  expect(shown).toBe('F8 not now')
  await press('F6')
  expect(shown).toBeUndefined()
})

test('acts of one place are done one after another, and two presses of one button are one', async () => {
  const turns = takeTurns()
  const heard: string[] = []
  const act = (name: string) => turns.take(name, async (hasWaited) => heard.push(`${name} ${String(hasWaited)}`))
  const first = act('a')
  expect(act('a')).toBeUndefined()
  await Promise.all([first, act('b'), act('a')])
  expect(heard).toEqual(['a false', 'b true', 'a true'])
})

test('the name of a new visit does not tell two presses apart, the number of a ticket does', () => {
  const call = (visit: string) => twinName({ type: 'callNext', visit: visit.repeat(32) })
  expect(call('a')).toBe(call('b'))
  const back = (ticket: string) => twinName({ type: 'bringBack', ticket })
  expect(back('2026-11-28/가1')).not.toBe(back('2026-11-28/가2'))
  const issue = (touch: string) => twinName({ type: 'issueTicket', touch: touch.repeat(32), class: 'ordinary' })
  expect(issue('a')).toBe(issue('b'))
  const resume = (visit: string) => twinName({ type: 'resumeVisit', visit: visit.repeat(32) })
  expect(resume('a')).not.toBe(resume('b'))
})
