import { describe, expect, test } from 'vitest'
import type { Command, Event } from '../../../domain/hall.ts'
import { actTypes, type AccessLog } from '../../../domain/people/access-log.ts'
import type { Entry } from '../../../domain/record/log.ts'
import type { Private } from '../../../domain/record/private.ts'
import { dayOf, instantOf, startOfDay } from '../../../domain/time.ts'
import { accessLines, type AccessesView } from '../../../domain/views/view-accesses.ts'
import { openFloor, receive, today, tomorrow, type Floor } from '../../support/floor.ts'

/** 접속기록 (개인정보의 안전성 확보조치 기준 제8조, rulebook P4): who, when, where, whose, what. */

function held(): Floor {
  const floor = openFloor()
  floor.does('counter-1', receive('k'))
  return floor
}
const reason = '김영수 씨가 진행을 물음'
const lookUp: Command = { type: 'lookUpCase', about: 'k', reason }

/** The record of a floor as its supervisor's PC keeps it; more entries can be put beside. */
function logOf(floor: Floor, apart: { [type: string]: Private } = {}): AccessLog {
  const entries = floor.events.map((event, i): Entry => {
    const said = apart[event.type]
    return { origin: event.by.machine, originSeq: i + 1, hallSeq: i + 1, event, ...(said && { private: said }) }
  })
  const within = (from: number, to: number) => entries.filter(({ event }) => event.at >= from && event.at < to)
  const acts: AccessLog['actsBetween'] = (from, to, { clerk, machine, cases }, limit = Infinity) =>
    within(from, to)
      .filter(({ event }) => actTypes.includes(event.type))
      .filter(({ event }) => clerk === undefined || event.by.clerk === clerk)
      .filter(({ event }) => machine === undefined || event.by.machine === machine)
      .filter(({ event }) => cases === undefined || ('case' in event && cases.includes(event.case)))
      .toReversed()
      .slice(0, limit)
  return {
    between: (from, to, types) => within(from, to).filter(({ event }) => types.includes(event.type)),
    actsBetween: acts,
    countActs: (from, to, most) => acts(from, to, {}, most).length,
    countAccesses: (from, to) => within(from, to).filter(({ event }) => !actTypes.includes(event.type)).length,
    edgeOfActs: (from, to, nth) => acts(from, to, {})[nth - 1]?.event.at,
    putAway: () => undefined,
  }
}

const failed = (at: number, machine: string): Event => ({
  type: 'signInFailed',
  at,
  by: { machine },
  clerk: 'clerk',
  of: 'signIn',
})

function reviewed(floor: Floor, asked: object = {}, apart?: { [type: string]: Private }): AccessesView {
  const view = floor.sees(
    'supervisor',
    { of: 'accesses', month: today.slice(0, 7), ...asked },
    { accessLog: logOf(floor, apart) },
  )
  if (!view) throw new Error('no access record here')
  return view
}

describe('reading', () => {
  test('is on record with the person, the PC, the time and the case, and with no text of a person', () => {
    const floor = held().at('10:00')
    floor.does('counter-1', { type: 'showCase', about: 'k', part: 'case' })
    expect(floor.last('caseShown')).toEqual({
      type: 'caseShown',
      at: floor.now,
      by: { machine: 'counter-1', clerk: 'clerk' },
      about: 'k',
      part: 'case',
    })
  })

  test('changes nothing of the case', () => {
    const floor = held()
    const before = JSON.stringify(floor.hall.cases.get('k'))
    floor.does('counter-1', { type: 'showCase', about: 'k', part: 'person' })
    expect(JSON.stringify(floor.hall.cases.get('k'))).toBe(before)
  })

  test('is of a person, and of a case that is there', () => {
    const floor = held()
    const show: Command = { type: 'showCase', about: 'k', part: 'case' }
    expect(floor.refusal('counter-1', { ...show, about: 'none' })).toBe('caseUnknown')
    floor.does('counter-1', { type: 'signOut' })
    expect(floor.refusal('counter-1', show)).toBe('nobodySignedIn')
  })
})

describe('a look-up', () => {
  test('has a reason, which is kept apart', () => {
    const decision = held().asks('counter-2', lookUp)
    const by = { machine: 'counter-2', clerk: 'clerk' }
    expect(decision).toMatchObject({
      happened: [{ event: { type: 'caseLookedUp', about: 'k', by }, private: { reasons: reason } }],
    })
    expect('happened' in decision && JSON.stringify(decision.happened[0]?.event)).not.toContain('김영수')
  })

  test('is not needed where everything of the case is', () => {
    const floor = held()
    expect(floor.refusal('counter-1', lookUp)).toBe('caseIsHere')
    expect(floor.refusal('supervisor', lookUp)).toBe('notForThisMachine')
  })
})

describe('the review of a month', () => {
  const review: Command = { type: 'reviewAccesses', month: '2026-11', finding: '이상 없음' }

  test('is of a supervisor, once, and when the month is over', () => {
    const floor = held()
    expect(floor.refusal('supervisor', review)).toBe('monthRuns')
    floor.at('09:00', '2026-12-01')
    expect(floor.refusal('counter-1', review)).toBe('notSupervisor')
    floor.does('supervisor', review)
    expect(floor.last('accessesReviewed')).not.toHaveProperty('finding')
    expect(floor.refusal('supervisor', review)).toBe('monthReviewedAlready')
    expect(floor.refusal('supervisor', { ...review, month: '2026-10' })).toBe('monthBeforeRecord')
  })

  test('shows what was found to the supervisor', () => {
    const floor = held().at('09:00', '2026-12-01')
    floor.does('supervisor', review)
    const view = reviewed(floor, { month: '2026-11' }, { accessesReviewed: { finding: '이상 없음' } })
    expect(view.reviewed).toEqual({ at: floor.now, clerk: '감독자', finding: '이상 없음' })
  })
})

test('who also runs the system does not review it where another supervisor can', () => {
  const one: Command = { type: 'reviewAccesses', month: '2026-11', finding: '이상 없음' }
  const staff = (both: boolean) => [
    { id: 'chief', name: '감독자', role: 'supervisor' as const, team: 't1', also: ['administrator' as const] },
    ...(both ? [{ id: 'second', name: '부팀장', role: 'supervisor' as const, team: 't1' }] : []),
  ]
  for (const both of [true, false]) {
    const floor = openFloor(0, { staff: staff(both) }).at('09:00', '2026-12-01')
    expect(floor.refusal('supervisor', one)).toBe(both ? 'reviewByOperator' : 'allowed')
  }
})

describe('the access record of a month', () => {
  function used(): Floor {
    const floor = held()
    floor.does('counter-2', { type: 'signOut' }, { type: 'signIn', clerk: 'chief' })
    floor.at('10:00').does('counter-1', { type: 'showCase', about: 'k', part: 'case' })
    floor.at('10:01').does('counter-1', { type: 'showCase', about: 'k', part: 'person' })
    floor.at('10:02').does('counter-2', lookUp)
    floor.at('22:00').does('counter-2', { type: 'showCase', about: 'k', part: 'case' })
    return floor
  }

  test('names person, time, PC, case and what was done, the newest first', () => {
    const view = reviewed(used(), {}, { caseLookedUp: { reasons: reason } })
    expect(view.lines.map((l) => [l.kind, l.machine, l.about?.receiptNo])).toEqual([
      ...[['read', 'counter-2', '2026-01-00001']],
      ...[['lookedUp', 'counter-2', '2026-01-00001']],
      ...[['unmasked', 'counter-1', '2026-01-00001']],
      ...[['read', 'counter-1', '2026-01-00001']],
      ['signedIn', 'counter-2', undefined],
      ['signedOut', 'counter-2', undefined],
      ...['supervisor', 'counter-2', 'counter-1'].map((machine) => ['signedIn', machine, undefined]),
    ])
    expect(view.lines[1]).toMatchObject({ person: 'chief', name: '감독자', reason, at: instantOf(today, '10:02') })
  })

  test('can be asked for by person, PC, case and sort, acts too', () => {
    const floor = used()
    expect(reviewed(floor, { person: 'chief' }).lines).toHaveLength(4)
    expect(reviewed(floor, { machine: 'counter-2' }).lines).toHaveLength(5)
    expect(reviewed(floor, { receipt: '00001', kind: 'read' }).lines).toHaveLength(2)
    expect(reviewed(floor, { receipt: '00002' }).lines).toHaveLength(0)
    expect(reviewed(floor, { kind: 'acted' }).lines.map((l) => l.what)).toContain('caseReceived')
    expect(reviewed(floor, { month: '2026-10' }).lines).toHaveLength(0)
  })

  test('marks what is outside the hours, unmasked, and looked up without an act', () => {
    const view = reviewed(used(), { unusual: true })
    expect(view.lines.map((l) => [l.kind, l.unusual])).toEqual([
      ['read', ['outsideHours']],
      ['lookedUp', ['lookUpWithoutAct']],
      ['unmasked', ['unmasked']],
    ])
    expect(view.unusual).toBe(3)
  })

  test('does not mark the evening of the night session, whether or not it counts in a period', () => {
    for (const counts of [true, false]) {
      const floor = openFloor(2, { night: { weekday: 2, until: '20:00', counts } })
      floor.does('counter-1', receive('k'))
      const looks = ['20:30', '21:59', '22:01'].map((clock) => {
        floor.at(clock).does('counter-1', { type: 'showCase', about: 'k', part: 'case' })
        return reviewed(floor, { kind: 'read' }).lines[0]?.unusual
      })
      expect(looks).toEqual([[], [], ['outsideHours']])
      floor.at('20:30', tomorrow).does('counter-1', { type: 'showCase', about: 'k', part: 'case' })
      expect(reviewed(floor, { kind: 'read' }).lines[0]?.unusual).toEqual(['outsideHours'])
    }
  })

  test('a look-up that led to an act is usual; many on one day are not', () => {
    const floor = used()
    floor.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
    floor.does('counter-2', { type: 'addNote', case: 'k', text: '확인함' })
    expect(reviewed(floor, { kind: 'lookedUp' }).lines[0]?.unusual).toEqual([])
    const by = { machine: 'counter-2', clerk: 'chief' }
    const one = (at: number): Event => ({ type: 'caseLookedUp', at, by, about: 'k' })
    floor.hears(...Array.from({ length: 10 }, (_, i) => one(instantOf(today, '11:00') + i)))
    expect(reviewed(floor, { kind: 'lookedUp' }).lines.map((l) => l.unusual)).toEqual(
      Array.from({ length: 11 }, () => ['manyLookUps']),
    )
  })

  test('marks failed sign-ins that follow each other at one PC, and not a few', () => {
    const floor = held()
    const at = instantOf(today, '11:00')
    floor.hears(...[0, 1, 2, 3, 4].map((i) => failed(at + i * 60_000, 'counter-1')), failed(at, 'counter-2'))
    expect(reviewed(floor, { kind: 'failed' }).total).toBe(6)
    const marked = reviewed(floor, { kind: 'failed', unusual: true }).lines
    expect(marked.map((l) => [l.machine, l.person, l.unusual])).toEqual(
      Array.from({ length: 5 }, () => ['counter-1', 'clerk', ['failuresInRow']]),
    )
  })

  test('marks no failed sign-ins between which the person came in', () => {
    const floor = held()
    const machine = 'counter-1'
    const at = (minutes: number) => instantOf(today, '11:00') + minutes * 60_000
    const failures = (...minutes: number[]) => minutes.map((m) => failed(at(m), machine))
    const came = floor.events.find((event) => event.type === 'clerkSignedIn')
    if (!came) throw new Error('nobody signed in')
    floor.hears(...failures(0, 1, 2), { ...came, at: at(3) - 1, by: { ...came.by, machine } }, ...failures(3, 4, 5))
    expect(reviewed(floor, { kind: 'failed', unusual: true }).lines).toEqual([])
  })

  test('says how many acts there are where only the newest are shown', () => {
    const floor = held()
    for (let i = 0; i < 300; i += 1)
      floor.does(
        'counter-1',
        { type: 'addNote', case: 'k', text: '확인함' },
        { type: 'addNote', case: 'k', text: '또' },
      )
    const view = reviewed(floor, { kind: 'acted' })
    expect([view.lines.length, view.total]).toEqual([500, 601])
    expect(reviewed(floor, { kind: 'acted', person: 'clerk' })).toMatchObject({ total: 500, orMore: true })
    expect(reviewed(floor, { kind: 'acted', machine: 'counter-2' })).toMatchObject({ lines: [], total: 0 })
    expect(reviewed(floor, { kind: 'acted', receipt: '00002' })).toMatchObject({ lines: [], total: 0 })
  })

  test('finds a receipt number as it is typed at the counter, without its zeros', () => {
    const floor = used()
    for (const receipt of ['1', '00001', '2026-01-00001'])
      expect(reviewed(floor, { receipt, kind: 'read' }).lines).toHaveLength(2)
    for (const receipt of ['2', 'x']) expect(reviewed(floor, { receipt, kind: 'acted' }).lines).toEqual([])
  })

  test('of the acts is to be looked at what was done outside the hours', () => {
    const floor = held()
    const note: Command = { type: 'addNote', case: 'k', text: '확인함' }
    for (const clock of ['05:00', '06:00', '19:00', '22:00', '23:00']) floor.at(clock, tomorrow).does('counter-1', note)
    const view = reviewed(floor, { kind: 'acted', unusual: true })
    expect(view.lines.map((l) => [l.at, l.unusual])).toEqual(
      ['23:00', '22:00', '06:00', '05:00'].map((clock) => [instantOf(tomorrow, clock), ['outsideHours']]),
    )
    expect([view.total, view.unusual]).toEqual([4, 4])
    expect(reviewed(floor, { kind: 'acted' })).toMatchObject({ total: 6, unusual: 4 })
  })

  test('is exported with the acts, in order of time, without the reasons that stand in a case', () => {
    const floor = used()
    const voided: Command = { type: 'voidCase', case: 'k', reason: '김영수 씨가 잘못 냄', approvedBy: 'chief' }
    floor.at('22:30').does('counter-1', voided)
    const accessLog = logOf(floor, { caseVoided: { reasons: '김영수 씨가 잘못 냄' } })
    const lines = [...accessLines(floor.seat('supervisor', { accessLog }), startOfDay(today), startOfDay(tomorrow))]
    expect(lines.map((l) => l.at)).toEqual(lines.map((l) => l.at).toSorted((a, b) => a - b))
    expect(lines.filter((l) => l.kind === 'acted')).toMatchObject([
      { what: 'caseReceived', person: 'clerk', about: { receiptNo: '2026-01-00001' }, unusual: [] },
      { what: 'caseVoided', person: 'clerk', unusual: ['outsideHours'] },
    ])
    expect(JSON.stringify(lines)).not.toContain('김영수 씨가 잘못 냄')
  })

  test('is shown to a supervisor at the supervisor’s PC alone', () => {
    const floor = used()
    const question = { of: 'accesses', month: dayOf(floor.now).slice(0, 7) } as const
    expect(floor.sees('counter-1', question, { accessLog: logOf(floor) })).toBeUndefined()
    floor.does('supervisor', { type: 'signOut' })
    expect(floor.sees('supervisor', question, { accessLog: logOf(floor) })).toBeUndefined()
  })
})

test('the PCs to choose from stand in the order of the hall, the tenth counter after the ninth', () => {
  const { machines } = reviewed(openFloor(11))
  const counters = machines.filter((machine) => machine.startsWith('counter-'))
  expect(counters).toEqual(Array.from({ length: 11 }, (_, i) => `counter-${i + 1}`))
})
