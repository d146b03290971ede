import { beforeEach, describe, expect, test } from 'vitest'
import type { Event } from '../../../domain/hall.ts'
import type { Entry } from '../../../domain/record/log.ts'
import { instantOf } from '../../../domain/time.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import {
  Floor,
  issue,
  miss,
  openFloor,
  ordinary,
  paper,
  receive,
  serve,
  today,
  tomorrow,
  untilEnd,
} from '../../support/floor.ts'

/** What the screens show of what happened. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const counter = (machine = 'counter-1'): CounterView => floor.sees(machine, { of: 'counter' })
const overview = () => floor.sees('supervisor', { of: 'overview' })
const board = () => floor.sees('board', { of: 'board' })
const caseOf = (id: string, machine = 'counter-1') => floor.sees(machine, { of: 'case', case: id })
/** Events of counter 1 that have not reached the hall. */
const unsent = (...events: Event[]): Entry[] =>
  events.map((event, i) => ({ origin: 'counter-1', originSeq: i + 1, hallSeq: null, event }))

const still = 'stillServing'
const busy = { callNext: still, serveWithoutTicket: still, pauseCounter: still, signOut: still }

describe('the acts that a counter finds closed', () => {
  test('are those of a visit while nobody is at the counter, and calling while nobody waits', () => {
    const { callNext, ...others } = counter().closedActs
    expect(callNext).toBe('queueEmpty')
    expect(Object.values(others)).toEqual(Array.from({ length: 7 }, () => 'visitUnknown'))
    issue(floor, 'a')
    expect(counter().closedActs.callNext).toBeUndefined()
  })

  test('are all before the clerk has signed in', () => {
    floor.does('counter-1', { type: 'signOut' })
    const { callNext, serveWithoutTicket, signOut } = counter().closedActs
    expect([callNext, serveWithoutTicket, signOut]).toEqual(['nobodySignedIn', 'nobodySignedIn', 'nobodySignedIn'])
  })

  test('change with the call and with the coming', () => {
    issue(floor, 'a')
    floor.does('counter-1', { type: 'callNext', visit: 'v' })
    expect(counter().closedActs).toEqual({
      ...busy,
      markNoShow: 'recallFirst',
      completeVisit: 'notServing',
      transferVisit: 'notServing',
      holdVisit: 'notServing',
    })
    floor.does('counter-1', { type: 'welcome', visit: 'v' })
    expect(counter().closedActs).toEqual({
      ...busy,
      markNoShow: 'notCalled',
      recall: 'notCalled',
      welcome: 'notCalled',
      returnToQueue: 'notCalled',
    })
    floor.does('counter-1', receive('k', 'SIM-01', 'v'))
    expect(counter().closedActs.completeVisit).toBe('caseStillOpen')
  })
})

describe('the queue', () => {
  test('shows who is next, how many of each class wait, and who has waited longest', () => {
    issue(floor.at('09:00'), 'a')
    floor.at('09:05').does('kiosk', { type: 'issueTicket', touch: 'b', class: 'priority' })
    const { queue } = counter()
    expect(queue).toMatchObject({ waiting: 2, byClass: { returnPromised: 0, priority: 1, booked: 0, ordinary: 1 } })
    expect(queue.next.map((t) => t.label.series)).toEqual(['나', '가'])
    expect(queue.longest).toEqual({ label: paper(1), since: instantOf(today, '09:00') })
  })

  test('has not waited while the visitor was at a counter that sent the visitor on', () => {
    issue(floor.at('09:00'), 'a')
    serve(floor.at('09:05'), 'counter-1', 'v')
    floor.at('10:30').does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    floor.at('10:40')
    const { queue } = counter()
    const since = instantOf(today, '10:25')
    expect([queue.longest?.since, queue.longestByClass.ordinary, queue.next[0]?.since]).toEqual([
      since,
      since,
      undefined,
    ])
    expect(floor.sees('counter-2', { of: 'counter' }).queue.next[0]?.since).toBe(since)
  })

  test('shows six at most, and to a counter none that is meant for another', () => {
    issue(floor, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    const nextAt = (machine: string) => counter(machine).queue.next.map((t) => t.label.number)
    expect([nextAt('counter-1'), nextAt('counter-2')]).toEqual([
      [2, 3, 4, 5, 6, 7],
      [1, 2, 3, 4, 5, 6],
    ])
    expect([counter('counter-1').queue.waiting, overview().queue.waiting]).toEqual([8, 8])
  })

  test('shows who was missing until the visitor comes back', () => {
    issue(floor, 'a')
    miss(floor.at('09:10'), 'counter-1', 'v')
    expect(counter().queue.missing).toEqual([{ ticket: ordinary(1), label: paper(1), at: floor.now }])
    floor.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })
    expect(counter().queue).toMatchObject({ missing: [], next: [{ ticket: ordinary(1), cameBack: true }] })
  })

  test('says of a number that is back how many are called before it, also beyond those that are shown', () => {
    issue(floor, 'a', 'b')
    for (const visit of ['v', 'w']) miss(floor.at('09:10'), 'counter-1', visit)
    for (const n of [2, 1]) floor.does('counter-1', { type: 'bringBack', ticket: ordinary(n) })
    issue(floor.at('09:11'), 'c')
    expect(counter().queue.returned).toEqual([
      { ticket: ordinary(2), label: paper(2), ahead: 0 },
      { ticket: ordinary(1), label: paper(1), ahead: 1 },
    ])
    serve(floor, 'counter-1', 'x')
    expect(counter().queue.returned).toEqual([{ ticket: ordinary(1), label: paper(1), ahead: 0 }])
  })

  test('is of today only, and yesterday is named as not closed', () => {
    issue(floor, 'a', 'b')
    miss(floor, 'counter-1', 'v')
    floor.at('09:00', tomorrow)
    expect(counter().queue).toMatchObject({ waiting: 0, next: [], missing: [] })
    expect(overview().openDays).toEqual([today])
    floor.does('supervisor', { type: 'closeDay', day: today })
    expect(overview().openDays).toEqual([])
  })
})

describe('a counter', () => {
  test('shows its visit with the wait and its cases, then as the last one', () => {
    issue(floor.at('09:00'), 'a')
    serve(floor.at('09:12'), 'counter-1', 'v')
    floor.does('counter-1', receive('k', 'SIM-02', 'v'))
    expect(counter().visit).toMatchObject({ label: paper(1), class: 'ordinary', waitedMinutes: 12, state: 'serving' })
    expect(counter().visit?.cases.map((c) => c.case)).toEqual(['k'])
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(counter()).toMatchObject({ lastVisit: { visit: 'v', state: 'completed' } })
    expect(counter()).not.toHaveProperty('visit')
  })

  test('shows whom it holds, and every counter what the others do', () => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'payingFee' })
    expect(counter().held).toMatchObject([{ visit: 'v', state: 'held', holdReason: 'payingFee' }])
    floor.does('counter-1', { type: 'pauseCounter', reason: 'meal' })
    floor.does('counter-2', { type: 'callNext', visit: 'w' })
    expect(counter('counter-2').tiles).toMatchObject([
      { counter: { id: 'counter-1', number: 1, team: '1팀' }, state: 'paused', paused: 'meal', clerk: '담당자' },
      { counter: { number: 2 }, state: 'called', label: paper(2) },
    ])
    floor.does('counter-1', { type: 'signOut' })
    expect(counter('counter-2').tiles[0]?.state).toBe('closed')
  })

  test('shows its own open cases, the most urgent first', () => {
    floor.does('counter-1', receive('unknown', 'SIM-03'), receive('late', 'SIM-02'), receive('now'), receive('over'))
    floor.does('counter-1', { type: 'withdrawCase', case: 'over' })
    floor.does('counter-2', receive('of-other'))
    expect(counter().cases.map((c) => c.case)).toEqual(['now', 'late', 'unknown'])
  })

  test('names what has not reached the hall by its receipt or its ticket', () => {
    issue(floor, 'a')
    const events = [...serve(floor, 'counter-1', 'v'), ...floor.does('counter-1', receive('k'))]
    const view = floor.sees('counter-1', { of: 'counter' }, { unsent: unsent(...events) })
    expect(view.unsent.map((u) => u.about)).toEqual(['2026-01-00001 모의 민원', '가 001', '가 001'])
  })
})

describe('the board, the kiosk and the slip', () => {
  test('show the calls of the day, the newest first, and a recall is a call', () => {
    issue(floor, 'a', 'b', 'c')
    floor.at('09:10').does('counter-1', { type: 'callNext', visit: 'v' })
    floor.at('09:11').does('counter-2', { type: 'callNext', visit: 'w' })
    expect(board()).toMatchObject({ last: { label: paper(2), counter: 2 }, calls: [{ label: paper(1) }], waiting: 1 })
    floor.at('09:12').does('counter-1', { type: 'recall', visit: 'v' })
    expect(board()).toMatchObject({ last: { label: paper(1), counter: 1, at: floor.now }, calls: [{ counter: 2 }] })
    expect(floor.at('09:00', tomorrow).sees('board', { of: 'board' })).not.toHaveProperty('last')
  })

  test('call nobody who came without a ticket or whose paper was taken, and list the last seven', () => {
    floor.does('counter-1', { type: 'serveWithoutTicket', visit: 'v' }, { type: 'completeVisit', visit: 'v' })
    floor.does('counter-1', { type: 'takeTicket', visit: 'w', label: paper(5) }, { type: 'completeVisit', visit: 'w' })
    expect(board().last).toBeUndefined()
    for (let i = 0; i < 9; i++) {
      issue(floor, `touch-${i}`)
      miss(floor, 'counter-2', `x${i}`)
    }
    expect(board().calls).toHaveLength(6)
  })

  test('say how many are ahead, and what the code on the slip is', () => {
    issue(floor, 'a', 'b', 'c')
    const slip = (touch: string) => floor.sees('kiosk', { of: 'slip', touch })
    expect([slip('a')?.ahead, slip('c')?.ahead]).toEqual([0, 2])
    expect(slip('c')).toMatchObject({ label: paper(3), class: 'ordinary', code: 'CG1-20261124-A3' })
    serve(floor, 'counter-1', 'v')
    expect([slip('a')?.ahead, slip('c')?.ahead]).toEqual([undefined, 1])
    expect(slip('nobody')).toBeUndefined()
  })

  test('are open until the day is closed, and again the next day', () => {
    const kiosk = () => floor.sees('kiosk', { of: 'kiosk' })
    expect(kiosk()).not.toHaveProperty('closed')
    floor.does('supervisor', { type: 'closeDay', day: today })
    expect(kiosk()).toMatchObject({ closed: { why: 'dayClosed' } })
    floor.at('09:00', tomorrow)
    expect(kiosk()).not.toHaveProperty('closed')
  })
})

describe('a case', () => {
  test('is due in three working hours, in days, or not known: never a guess', () => {
    floor.at('10:30').does('counter-1', receive('now'), receive('days', 'SIM-02'), receive('unknown', 'SIM-03'))
    const dueAt = instantOf(today, '14:30')
    expect(caseOf('now')?.due).toEqual({ dueAt, lastDay: today, overdue: false, remainingMinutes: 180 })
    expect(caseOf('days')?.due).toMatchObject({ lastDay: '2026-12-02', overdue: false })
    expect(caseOf('unknown')).not.toHaveProperty('due')
    floor.at('14:31')
    expect(caseOf('now')?.due).toMatchObject({ overdue: true, remainingMinutes: 0 })
    floor.does('counter-1', { type: 'withdrawCase', case: 'now' })
    expect(caseOf('now')).toMatchObject({ state: 'closed' })
    expect(caseOf('now')).not.toHaveProperty('due')
  })

  test('has its petitioner only where its private part is', () => {
    floor.does('counter-1', receive('k'), { type: 'addNote', case: 'k', text: '비밀' })
    expect(caseOf('k')).toMatchObject({ mine: true, petitioner: { name: '김영수' }, notes: [{ text: '비밀' }] })
    const there = floor.sees('counter-2', { of: 'case', case: 'k' }, { privates: new Map() })
    expect(there).toMatchObject({ mine: false, receiptNo: '2026-01-00001', notes: [] })
    expect(there?.petitioner).toBeUndefined()
    const others = [board(), floor.sees('kiosk', { of: 'kiosk' }), counter('counter-2'), overview()]
    expect(JSON.stringify(others)).not.toContain('김영수')
    expect(caseOf('nobody')).toBeUndefined()
  })

  test('shows steps and documents with who did what and when, to its end', () => {
    floor.does('counter-1', receive('k'), ...untilEnd('k'))
    const view = caseOf('k')
    const done = { clerk: '담당자', at: instantOf(today, '09:00') }
    expect(view?.steps[0]).toMatchObject({ title: '접수', handsOver: false, finished: done })
    expect(view?.steps[0]?.checks[0]).toMatchObject({ document: 'd1', mark: { ...done, mark: 'met' } })
    expect(view?.documents).toMatchObject([
      { name: '신청서', byOffice: false, verifyBy: 'applicant', mark: { ...done, mark: 'received' } },
      { name: '등기사항증명서', byOffice: true, verifyBy: 'sharedInfo', mark: { mark: 'verified' } },
    ])
    expect(view).toMatchObject({ decision: { outcome: 'granted' }, notice: { channel: 'inPerson' }, next: 'none' })
    expect(view).toMatchObject({ handedOver: { idSeen: 'residentCard' }, closedAt: floor.now, outcome: 'granted' })
  })

  test('tells which acts the hall has not confirmed', () => {
    floor.does('counter-1', receive('k'))
    const note = floor.does('counter-1', { type: 'addNote', case: 'k', text: '메모' })
    const view = floor.sees('counter-1', { of: 'case', case: 'k' }, { unsent: unsent(...note) })
    expect(view).toMatchObject({ history: [{ confirmed: true }, { confirmed: false }], unsent: 1 })
  })

  test('that was seized shows late acts, to be settled by the new holder alone', () => {
    floor.does('counter-1', receive('k'))
    const late = floor.cutOff().does('counter-1', { type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' })
    floor.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: '부재' })
    floor.hears(...late)
    expect(caseOf('k', 'counter-2')?.lateActs).toMatchObject([
      { clerk: '담당자', settleable: true, about: '서명이 있다' },
    ])
    expect(caseOf('k', 'counter-1')?.lateActs).toMatchObject([{ settleable: false }])
    expect(overview().late).toMatchObject([{ case: 'k', late: 1, acts: [{ what: 'checkTicked', clerk: '담당자' }] }])
    floor.does('counter-2', { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'setAside' })
    expect(overview().late).toEqual([])
  })
})

test('the setup has nothing to choose from before the hall was heard, then its staff', () => {
  expect(new Floor().sees('counter-2', { of: 'setup' })).toMatchObject({ ready: false, staff: [] })
  const setup = floor.sees('counter-2', { of: 'setup' })
  expect(setup).toMatchObject({ ready: true, hallName: '모의 민원실', counter: { number: 2, team: '1팀' } })
  expect(setup.staff.map((s) => s.role)).toEqual(['clerk', 'editor', 'supervisor', 'administrator', 'guide'])
  expect(floor.sees('supervisor', { of: 'setup' }).counter).toBeUndefined()
})
