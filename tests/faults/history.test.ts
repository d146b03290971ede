import { expect, test } from 'vitest'
import type { Outcome } from '../../domain/desk.ts'
import type { Command, Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { contradictions } from '../support/history-check.ts'
import { History, type Sight } from '../support/history.ts'
import { happened, morning } from '../support/record.ts'

/** A history that is true, and one lie of each sort that a hall could tell. */

const today = '2026-11-24'
const by = (machine: string) => ({ machine, clerk: 'clerk' })

/** Entries with their places in the hall's order, and their numbers by who wrote them. */
function placed(...told: [origin: string, event: Event, note?: string | undefined][]): Entry[] {
  const numbers = new Map<string, number>()
  return told.map(([origin, event, note], i) => {
    const originSeq = (numbers.get(origin) ?? 0) + 1
    numbers.set(origin, originSeq)
    return { origin, originSeq, hallSeq: i + 1, event, ...(note !== undefined && { private: { note } }) }
  })
}

const called = (visit: string, number: number, counter: string): Event => ({
  type: 'ticketCalled',
  at: morning + 100,
  by: by(counter),
  visit,
  counter,
  ticket: `${today}/가${number}`,
  label: { day: today, series: '가', number },
})
const came = (visit: string, counter: string): Event => ({
  type: 'visitorCame',
  at: morning + 110,
  by: by(counter),
  visit,
})
const returned = (visit: string, counter: string): Event => ({
  type: 'visitReturned',
  at: morning + 120,
  by: by(counter),
  visit,
})
const taken = (visit: string, number: number, counter: string): Event => ({
  type: 'ticketTaken',
  at: morning + 90,
  by: by(counter),
  visit,
  ticket: `${today}/가${number}`,
  label: { day: today, series: '가', number },
})

/** What was told, each answered at once. */
function toldOf(...acts: [party: string, command: Command, outcome: Outcome | 'unknown', wrote?: number][]): History {
  const history = new History()
  for (const [party, command, outcome, wrote] of acts) {
    const act = history.ask(party, command, morning)
    if (outcome !== 'unknown')
      history.answer(act, outcome, morning, wrote === undefined ? undefined : { from: wrote, to: wrote })
  }
  return history
}

const ticket = (n: number): Command => ({ type: 'issueTicket', touch: `touch-${n}`, class: 'ordinary' })
const call = (visit: string): Command => ({ type: 'callNext', visit })
const welcome = (visit: string): Command => ({ type: 'welcome', visit })
const receive: Command = { type: 'receiveCase', case: 'k1', kind: 'SIM-01', petitioner: { name: '김영수' } }
const note = (text: string): Command => ({ type: 'addNote', case: 'k1', text })

/** Two tickets, called by two counters in their order, and a petition with a note. */
const record = placed(
  ['hall', happened.ticket(1)],
  ['hall', happened.ticket(2)],
  ['hall', called('v1', 1, 'counter-1')],
  ['hall', called('v2', 2, 'counter-2')],
  ['counter-1', came('v1', 'counter-1')],
  ['counter-1', happened.received('k1')],
  ['counter-1', happened.note('k1', 2), '확인함'],
)
const acts: Parameters<typeof toldOf> = [
  ['kiosk', ticket(1), 'done'],
  ['kiosk', ticket(2), 'done'],
  ['counter-1', call('v1'), 'done'],
  ['counter-2', call('v2'), 'done'],
  ['counter-1', welcome('v1'), 'done', 1],
  ['counter-1', receive, 'done', 2],
  ['counter-1', note('확인함'), 'done', 3],
  ['counter-2', call('v3'), { refused: 'queueEmpty' }],
  ['counter-2', call('v4'), 'unreachable'],
  ['counter-2', call('v5'), 'unknown'],
]

test('a history in which everybody was told the truth has no contradiction', () => {
  expect(contradictions(toldOf(...acts), record)).toEqual([])
})

test('an acknowledged act that is lost is found: of the hall, of a counter, and one that became another', () => {
  const without = (lost: number) => placed(...record.flatMap((e, i) => (i === lost ? [] : [asTold(e)])))
  expect(contradictions(toldOf(...acts), without(1)).join()).toContain('issueTicket of kiosk (act 3) was acknowledged')
  expect(contradictions(toldOf(...acts), without(3)).join()).toContain('callNext of counter-2 (act 7) was acknowledged')
  expect(contradictions(toldOf(...acts), without(6)).join()).toContain('addNote of counter-1 (act 13) was acknowledged')
  const other = toldOf(['counter-1', { type: 'closeCase', case: 'k2' }, 'done', 2])
  expect(contradictions(other, record).join()).toContain('entry 2 is something else')
  const nothing = single('counter-1', { type: 'closeCase', case: 'k1' }, 'done', { from: 4, to: 3 })
  expect(contradictions(nothing, record).join()).toContain('was acknowledged and wrote nothing')
})

const asTold = ({ origin, event, private: apart }: Entry): [string, Event, string | undefined] => [
  origin,
  event,
  apart?.note,
]

function single(party: string, command: Command, outcome: Outcome, wrote: { from: number; to: number }): History {
  const made = new History()
  made.answer(made.ask(party, command, morning), outcome, morning, wrote)
  return made
}

test('a refused act that happened is found', () => {
  const calls = toldOf(['counter-2', call('v2'), { refused: 'queueEmpty' }])
  expect(contradictions(calls, record)).toEqual(['callNext of counter-2 (act 1) was refused (queueEmpty) and happened'])
  const own = single('counter-1', welcome('v1'), { refused: 'notSaved' }, { from: 1, to: 1 })
  expect(contradictions(own, record).join()).toContain('welcome of counter-1 (act 1) was refused (notSaved)')
})

test('an act that nobody answered may have happened or not, but never twice', () => {
  const unanswered = toldOf(['counter-1', call('v1'), 'unreachable'], ['counter-1', note('확인함'), 'unknown'])
  expect(contradictions(unanswered, record)).toEqual([])
  const twice = placed(...record.map(asTold), ['counter-1', happened.note('k1', 3), '확인함'])
  expect(contradictions(unanswered, twice)).toEqual(['note k1 확인함 is in the record 2 times'])
  const touched = placed(['hall', happened.ticket(1)], ['hall', { ...happened.ticket(2), touch: 'touch-1' } as Event])
  expect(contradictions(toldOf(), touched)).toEqual(['touch touch-1 is in the record 2 times'])
})

test('an act that the hall holds is still there once', () => {
  const held = happened.held('counter-1', happened.received('k1'))
  const received = toldOf(['counter-1', receive, 'done', 1])
  expect(contradictions(received, placed(['counter-1', held]))).toEqual([])
})

test('a ticket that two counters were called to is found; one that was taken without a line is no lie', () => {
  const both = placed(
    ['hall', happened.ticket(1)],
    ['hall', called('v1', 1, 'counter-1')],
    ['hall', called('v2', 1, 'counter-2')],
  )
  expect(contradictions(toldOf(), both)).toEqual([`${today}/가1 was called by counter-2 while counter-1 kept it`])
  const again = placed(
    ['hall', happened.ticket(1)],
    ['hall', called('v1', 1, 'counter-1')],
    ['counter-1', returned('v1', 'counter-1')],
    ['hall', called('v2', 1, 'counter-2')],
    ['counter-3', taken('v3', 1, 'counter-3')],
  )
  expect(contradictions(toldOf(), again)).toEqual([])
})

test('a call out of the order of the queue is found, unless that ticket was asked for by its number', () => {
  const skipped = placed(
    ['hall', happened.ticket(1)],
    ['hall', happened.ticket(2)],
    ['hall', called('v1', 2, 'counter-1')],
  )
  expect(contradictions(toldOf(['counter-1', call('v1'), 'done']), skipped)).toEqual([
    `counter-1 was given ${today}/가2 although ${today}/가1 was next`,
  ])
  const named: Command = { type: 'callTicket', visit: 'v1', ticket: `${today}/가2` }
  expect(contradictions(toldOf(['counter-1', named, 'done']), skipped)).toEqual([])
})

test('whoever goes first and whoever was promised to come back is next, and one that was sent elsewhere is not', () => {
  const first = { ...happened.ticket(3), class: 'priority' } as Event
  const back: Event = { type: 'visitTransferred', at: morning + 130, by: by('counter-2'), visit: 'v1', returning: true }
  const away: Event = { type: 'visitTransferred', at: morning + 130, by: by('counter-2'), visit: 'v1', to: 'counter-3' }
  const then = (...more: Event[]) =>
    placed(
      ...[happened.ticket(1), happened.ticket(2), first].map((event): ['hall', Event] => ['hall', event]),
      ['hall', called('v1', 2, 'counter-2')],
      ...more.map((event): ['hall', Event] => ['hall', event]),
      ['hall', called('v2', 1, 'counter-1')],
    )
  const was = (told: Entry[]) => contradictions(toldOf(['counter-1', call('v2'), 'done']), told)
  expect(was(then())).toEqual([`counter-1 was given ${today}/가1 although ${today}/가3 was next`])
  expect(was(then(back))).toEqual([`counter-1 was given ${today}/가1 although ${today}/가2 was next`])
  expect(was(then(away))).toEqual([`counter-1 was given ${today}/가1 although ${today}/가3 was next`])
  const gone: Event = {
    type: 'ticketCancelled',
    at: morning,
    by: by('counter-1'),
    ticket: `${today}/가3`,
    reason: 'visitorLeft',
  }
  expect(was(then(gone))).toEqual([])
  expect(was(then(gone, away))).toEqual([])
})

test('what the hall decides and nothing tells apart is found where it is lost, or was refused and happened', () => {
  const stopped: Event = { type: 'issueStopped', at: morning, by: by('supervisor'), reason: 'outage' }
  const stop = { type: 'stopIssue', reason: 'outage' } as Command
  expect(contradictions(toldOf(['supervisor', stop, 'done']), placed(['hall', stopped]))).toEqual([])
  expect(contradictions(toldOf(['supervisor', stop, 'unreachable']), placed(['hall', stopped]))).toEqual([])
  expect(contradictions(toldOf(['supervisor', stop, 'done']), placed())).toEqual([
    'issueStopped by supervisor was acknowledged 1 times, and is in the record 0 times',
  ])
  const refused = toldOf(['supervisor', stop, { refused: 'notForThisMachine' }])
  expect(contradictions(refused, placed(['hall', stopped]))).toEqual([
    'issueStopped by supervisor may be in the record 0 times, and is there 1 times',
  ])
})

test('a gap in the order of the hall is found', () => {
  expect(contradictions(toldOf(), record.slice(1)).join()).toContain('the order of the hall has a gap at 1')
})

const online: Sight = { state: 'online', unsent: 0, hallSeq: 7, own: 3, edition: 2 }

/** What one counter saw, one after the other. */
function seen(...sights: Partial<Sight>[]): History {
  const made = new History()
  for (const sight of sights) made.see('counter-1', { ...online, ...sight }, morning)
  return made
}

test('a screen that goes back is found: in the place of the hall, its own acts, what arrived, and the edition', () => {
  const lost = (...sights: Partial<Sight>[]) => contradictions(seen(...sights), record).join()
  expect(lost({}, {}, { hallSeq: 8 })).toBe('')
  expect(lost({}, { hallSeq: 5 })).toContain('the place of the hall fall from 7 to 5')
  expect(lost({}, { own: 2 })).toContain('its own entries fall from 3 to 2')
  expect(lost({}, { unsent: 1 })).toContain('what reached the hall fall from 3 to 2')
  expect(lost({}, { edition: 1 })).toContain('the edition fall from 2 to 1')
  expect(lost({ unsent: 4 })).toContain('saw 4 unsent of 3')
})

test('a screen that says without a line that acts have arrived is found', () => {
  const away = { state: 'offline', since: morning } as const
  expect(contradictions(seen({ ...away, unsent: 2 }, { ...away, unsent: 2, own: 4 }), record).join()).toContain(
    'saw acts reach the hall without a line',
  )
  expect(contradictions(seen({ ...away, unsent: 2 }, { ...away, unsent: 3, own: 4 }), record)).toEqual([])
})

test('a screen that does not show an acknowledged act is found', () => {
  const made = toldOf(...acts)
  made.see('counter-1', { ...online, own: 2 }, morning)
  expect(contradictions(made, record)).toEqual([
    'counter-1 did not see addNote of counter-1 (act 13) any more (view 20)',
  ])
})

test('a record that is rightly taken back may show less', () => {
  const made = toldOf(...acts)
  made.see('counter-1', online, morning)
  made.takenBack('counter-1')
  made.see('counter-1', { ...online, hallSeq: 2, own: 1 }, morning)
  expect(contradictions(made, record)).toEqual([])
})

test('a screen that says there is a line while it is cut is found; that it sees the cut a moment later is no lie', () => {
  const made = new History()
  const away = { ...online, state: 'offline', since: morning } as const
  made.line('counter-1', 'down')
  made.see('counter-1', online, morning)
  made.see('counter-1', away, morning)
  made.line('counter-1', 'up')
  made.see('counter-1', { ...online, own: 4 }, morning)
  expect(contradictions(made, [])).toEqual([])
  made.line('counter-1', 'down')
  made.see('counter-1', { ...away, own: 4 }, morning)
  made.see('counter-1', { ...online, own: 5 }, morning)
  expect(contradictions(made, [])).toEqual(['counter-1 saw a line that was cut (view 8)'])
})
