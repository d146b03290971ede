import { expect, test } from 'vitest'
import { issue, miss, openFloor, paper, receive, serve, today } from '../../support/floor.ts'

/** Faults that were found by reading: each of these once went wrong. */

const overview = (f: ReturnType<typeof openFloor>) => f.sees('supervisor', { of: 'overview' })
test('the average wait ends with the first call, whatever comes after', () => {
  const f = openFloor()
  issue(f.at('09:00'), 'a')
  serve(f.at('09:10'), 'counter-1', 'v')
  f.at('09:20').does('counter-1', { type: 'transferVisit', visit: 'v' })
  serve(f.at('09:30'), 'counter-2', 'w')
  expect(overview(f).today.averageWaitMinutes).toBe(10)
})
test('the wait of a visit ends with the first call of its ticket', () => {
  const f = openFloor()
  issue(f.at('09:00'), 'a')
  serve(f.at('09:10'), 'counter-1', 'v')
  f.at('09:20').does('counter-1', { type: 'transferVisit', visit: 'v' })
  serve(f.at('09:30'), 'counter-2', 'w')
  expect(f.sees('counter-2', { of: 'counter' }).visit?.waitedMinutes).toBe(10)
})
test('a no-show who is served elsewhere is missing no more', () => {
  const f = openFloor()
  issue(f, 'a')
  miss(f, 'counter-1', 'v')
  f.online = false
  f.does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) })
  expect(f.sees('counter-2', { of: 'counter' }).queue.missing).toEqual([])
})
test('a machine that is no counter calls nobody', () => {
  const f = openFloor()
  issue(f, 'a')
  expect(f.refusal('supervisor', { type: 'callNext', visit: 'v' })).toBe('notForThisMachine')
})
test('a check that is ticked again does not bear its earlier finding', () => {
  const f = openFloor()
  const t = { type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' } as const
  f.does('counter-1', receive('k'), { ...t, finding: '옛 소견' }, { type: 'clearCheck', case: 'k', check: 's1.2' }, t)
  expect(f.sees('counter-1', { of: 'case', case: 'k' })?.steps[0]?.checks[1]?.mark).not.toHaveProperty('finding')
})
test('a late note and a late finding that were taken over are shown', () => {
  const f = openFloor()
  f.does('counter-1', receive('k'))
  const off = f.cutOff()
  const late = off.does(
    'counter-1',
    { type: 'addNote', case: 'k', text: '메모' },
    { type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met', finding: '소견' },
  )
  f.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: 'x' })
  f.hears(...late)
  for (const [k, v] of off.privates) f.privates.set(k, v)
  for (const act of [2, 3]) f.does('counter-2', { type: 'settleLate', case: 'k', tenure: 1, act, how: 'takenOver' })
  const v = f.sees('counter-2', { of: 'case', case: 'k' })
  expect.soft(v?.notes).toMatchObject([{ text: '메모' }])
  expect.soft(v?.steps[0]?.checks[1]?.mark).toMatchObject({ finding: '소견' })
})
test('a day close leaves a case with unsettled late acts where it is seen', () => {
  const f = openFloor()
  f.does('counter-1', receive('k'))
  const late = f.cutOff().does('counter-1', { type: 'addNote', case: 'k', text: 'a' })
  f.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: 'x' })
  f.does('counter-2', { type: 'withdrawCase', case: 'k' })
  f.hears(...late)
  f.does('supervisor', { type: 'closeDay', day: today })
  expect(overview(f).late).toHaveLength(1)
})
test('no ticket of a closed day is taken', () => {
  const f = openFloor()
  issue(f, 'a')
  serve(f, 'counter-1', 'v')
  f.does('counter-1', { type: 'completeVisit', visit: 'v' })
  f.does('supervisor', { type: 'closeDay', day: today })
  expect(f.refusal('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) })).not.toBe('allowed')
})
test('an act of another tenure does not make one of this tenure unconfirmed', () => {
  const f = openFloor()
  f.does('counter-1', receive('k'))
  const off = f.cutOff()
  const late = off.does('counter-1', { type: 'addNote', case: 'k', text: 'a' })
  const s = f.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: 'x' })
  const n = f.does('counter-2', { type: 'addNote', case: 'k', text: 'b' })
  off.hears(...s, ...n)
  const v = off.sees(
    'counter-1',
    { of: 'case', case: 'k' },
    { unsent: late.map((event) => ({ origin: 'counter-1', originSeq: 9, hallSeq: null, event })) },
  )
  expect(v?.history.map((h) => h.confirmed)).toEqual([true, true, true])
})
