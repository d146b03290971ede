import { beforeEach, expect, test } from 'vitest'
import type { AccessLog } from '../../../domain/people/access-log.ts'
import type { AccessLine } from '../../../domain/views/view-accesses.ts'
import { openFloor, receive, today, tomorrow, type Floor } from '../../support/floor.ts'

/** 접속기록: whoever takes a petition out of the archive reads all that is kept apart of it. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
  floor.at('10:00').does('counter-1', receive('k'), { type: 'withdrawCase', case: 'k' })
  floor.at('18:30').does('supervisor', { type: 'closeDay', day: today })
  floor.at('10:00', tomorrow).does('counter-2', { type: 'takeOutCase', case: 'k' })
})

/** The line of it as the reviewer sees it, among what is shown without asking for acts. */
function line(): AccessLine | undefined {
  const entries = floor.events.map((event, i) => ({
    origin: event.by.machine,
    originSeq: i + 1,
    hallSeq: i + 1,
    event,
  }))
  const accessLog: AccessLog = {
    between: (from, to, types) =>
      entries.filter(({ event }) => event.at >= from && event.at < to && types.includes(event.type)),
    actsBetween: () => [],
    countActs: () => 0,
    countAccesses: () => entries.length,
    edgeOfActs: () => undefined,
    putAway: () => undefined,
  }
  const view = floor.sees('supervisor', { of: 'accesses', month: today.slice(0, 7) }, { accessLog })
  return view?.lines.find((one) => one.what === 'caseTakenOut')
}

test('it stands among the accesses, with person, PC and petition, and is looked at where nothing was done on it then', () => {
  expect(line()).toMatchObject({
    kind: 'takenOut',
    machine: 'counter-2',
    person: 'clerk',
    about: { receiptNo: '2026-01-00001' },
    unusual: ['lookUpWithoutAct'],
  })
})

test('not where something was done on it that day by whoever took it out', () => {
  const { acts, tenure } = floor.hall.cases.get('k') ?? { acts: 0, tenure: 0 }
  const act = { case: 'k', tenure, act: acts + 1, at: floor.now }
  floor.hears({ ...act, type: 'noteAdded', by: { machine: 'counter-2', clerk: 'another' } })
  expect(line()?.unusual).toEqual(['lookUpWithoutAct'])
  floor.hears({ ...act, act: acts + 2, type: 'noteAdded', by: { machine: 'counter-2', clerk: 'clerk' } })
  expect(line()?.unusual).toEqual([])
})

test('nor where an objection to it was received', () => {
  const received = floor.last('caseReceived')
  const objection = { to: 'k', receiptNo: received.receiptNo, refusalReceivedOn: today }
  const by = { machine: 'counter-2', clerk: 'clerk' }
  floor.hears({ ...received, at: floor.now, by, case: 'o', receiptNo: '2026-02-00001', objection })
  expect(line()?.unusual).toEqual([])
})

test('so many on a day are no everyday work, as with look-ups', () => {
  for (let i = 0; i < 10; i++) {
    const [event] = floor.events.filter((e) => e.type === 'caseTakenOut')
    if (event) floor.hears({ ...event, at: floor.now + i })
  }
  expect(line()?.unusual).toEqual(['manyLookUps', 'lookUpWithoutAct'])
})
