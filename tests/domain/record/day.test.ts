import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decide, type Command, type Refusal } from '../../../domain/hall.ts'
import { queueSettings } from '../../../domain/queue/queue-settings.ts'
import { waiting } from '../../../domain/queue/queue.ts'
import { hallToJson } from '../../../domain/state.ts'
import { dayOf, instantOf } from '../../../domain/time.ts'
import { clock } from '../../../renderer/common/format.ts'
import { profile } from '../../simulation/fixture.ts'
import { arrivals, type Floor, issue, miss, openFloor, ordinary, serve, today, tomorrow } from '../../support/floor.ts'

/** The business day, the settings of the queue and the bell. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(3)
})

const close: Command = { type: 'closeDay', day: today }

describe('the close of a day', () => {
  beforeEach(() => {
    issue(floor, 'a', 'b', 'c', 'd')
    serve(floor, 'counter-1', 'v')
    miss(floor, 'counter-2', 'w')
  })

  test('says before what becomes of every live ticket: who is at a counter or on hold keeps it open', () => {
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'payingFee' })
    const onLine = (...machines: string[]) =>
      machines.map((machine) => ({ machine, connected: true, lastHeardAt: floor.now }))
    const closing = (presence: ReturnType<typeof onLine>) =>
      floor.sees('supervisor', { of: 'overview' }, { presence }).closing
    const { live, stillOpen } = closing(onLine('counter-1', 'counter-2', 'counter-3'))
    expect(live.map((t) => `${t.label?.number} ${t.state}`)).toEqual(['1 held', '3 waiting', '4 waiting', '2 noShow'])
    expect(stillOpen).toMatchObject([{ id: 'counter-1' }])
    // What is away can be left out with a reason, and then keeps nothing open.
    expect(closing(onLine('counter-2', 'counter-3')).stillOpen).toEqual([])
    expect(floor.refusal('supervisor', close)).toBe('visitsOpen')
    floor.does('counter-1', { type: 'resumeVisit', visit: 'v' }, { type: 'completeVisit', visit: 'v' })
    expect(floor.does('supervisor', close)).toMatchObject([{ expired: [ordinary(3), ordinary(4)] }])
  })

  test('counts who expires as served in nothing', () => {
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(floor.sees('supervisor', { of: 'overview' }).today).toMatchObject({ issued: 4, completed: 1 })
    floor.does('supervisor', close)
    expect(waiting(floor.hall, today)).toEqual([])
    expect(floor.events.filter((e) => e.type === 'visitCompleted')).toHaveLength(1)
  })

  test('is refused while a counter is cut off with somebody signed in, unless it is named with the reason', () => {
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    floor.does('counter-3', { type: 'signOut' })
    const unheard = ['counter-2', 'counter-3']
    const answer = (more: object): Refusal | 'allowed' => {
      const said = decide(floor.hall, { ...close, ...more }, { machine: 'supervisor', at: floor.now, unheard })
      return 'refused' in said ? said.refused : 'allowed'
    }
    expect(answer({})).toBe('countersUnheard')
    expect(answer({ without: ['counter-3'], reason: '정전' })).toBe('countersUnheard')
    expect(answer({ without: ['counter-2'] })).toBe('reasonMissing')
    expect(answer({ without: ['counter-2'], reason: '정전' })).toBe('allowed')
    // A PC that was not heard since the hall was opened is no more on the line than one that fell from it.
    const away = [{ machine: 'counter-1', connected: true, lastHeardAt: floor.now }]
    const { closing } = floor.sees('supervisor', { of: 'overview' }, { presence: away })
    expect(closing.unheard).toMatchObject([{ id: 'counter-2' }])
  })

  test('is possible without a PC that does not come back with its visitor, once it is named with the reason', () => {
    const give = (unheard: string[]) =>
      decide(
        floor.hall,
        { ...close, without: ['counter-1'], reason: '디스크 고장' },
        { machine: 'supervisor', at: floor.now, unheard },
      )
    expect(give([])).toEqual({ refused: 'visitsOpen' })
    expect(give(['counter-1'])).toMatchObject({ happened: [{ event: { type: 'dayClosed', without: ['counter-1'] } }] })
  })

  test('keeps how near the estimates of the day were', () => {
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    const told = floor.hall.tickets.get(ordinary(1))
    floor.hall.tickets.set(ordinary(1), { ...told!, estimate: { from: 2, to: 6 } })
    floor.does('supervisor', close)
    expect(floor.hall.accuracies).toEqual([{ day: today, called: 1, within: 0, off: 4 }])
    for (const [time, day] of [
      ['18:30', today],
      ['09:00', tomorrow],
    ] as const)
      expect(floor.at(time, day).sees('supervisor', { of: 'accuracy' })).toEqual(floor.hall.accuracies)
    expect(floor.at('18:30').sees('supervisor', { of: 'overview' }).queue.accuracy).toMatchObject({ called: 1, off: 4 })
  })
})

test('a day that is closed is named as unfinished no more, whatever comes after its close goes with the next', () => {
  floor.at('18:00').does('supervisor', close)
  const visit = 'v'
  floor.does('counter-1', { type: 'serveWithoutTicket', visit }, { type: 'holdVisit', visit, reason: 'other' })
  floor.at('09:00', tomorrow)
  const { openDays, closing } = floor.sees('supervisor', { of: 'overview' })
  expect([openDays, closing.live]).toMatchObject([[], [{ state: 'held', day: today }]])
  expect(floor.refusal('supervisor', { type: 'closeDay', day: tomorrow })).toBe('visitsOpen')
})

describe('a day that is closed while an earlier one is not', () => {
  beforeEach(() => {
    issue(floor.at('09:00'), 'a', 'b')
    floor.hall.tickets.set(ordinary(1), { ...floor.hall.tickets.get(ordinary(1))!, estimate: { from: 2, to: 6 } })
    serve(floor.at('09:10'), 'counter-1', 'v')
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    issue(floor.at('10:00', tomorrow), 'c')
  })
  const days = () => floor.sees('supervisor', { of: 'accuracy' }).map((a) => [a.day, a.called])
  const closeTomorrow: Command = { type: 'closeDay', day: tomorrow }

  test('keeps how near the estimates of each were, and shows it before', () => {
    expect(days()).toEqual([[today, 1]])
    floor.does('supervisor', closeTomorrow)
    expect(days()).toEqual([[today, 1]])
    expect(floor.hall.accuracies).toEqual([{ day: today, called: 1, within: 0, off: 6 }])
  })

  test('names before what becomes of the tickets of both', () => {
    const { live } = floor.sees('supervisor', { of: 'overview' }).closing
    expect(live).toMatchObject([
      { label: { number: 2 }, day: today, state: 'waiting' },
      { label: { number: 1 }, day: tomorrow, state: 'waiting' },
    ])
    expect(floor.does('supervisor', closeTomorrow)).toMatchObject([{ expired: [ordinary(2), ordinary(1, tomorrow)] }])
  })
})

describe('the day of a ticket', () => {
  test('is the same at nine in the evening of a night session, and ends at midnight in Seoul', () => {
    expect(dayOf(instantOf(today, '20:59'))).toBe(today)
    issue(floor.at('20:59'), 'late')
    expect(waiting(floor.hall, today)).toHaveLength(1)
    floor.now = instantOf(today, '23:59') + 59_999
    expect(floor.does('counter-1', { type: 'callNext', visit: 'v' })).toMatchObject([{ label: { day: today } }])
    floor.does('counter-1', { type: 'returnToQueue', visit: 'v' })
    floor.now += 1
    expect(dayOf(floor.now)).toBe(tomorrow)
    expect(floor.refusal('counter-1', { type: 'callNext', visit: 'w' })).toBe('queueEmpty')
    expect(issue(floor, 'early')).toMatchObject([{ label: { day: tomorrow, number: 1 } }])
    expect(floor.sees('supervisor', { of: 'overview' }).openDays).toEqual([today])
  })

  test('goes on with its numbers and its order when the clock is set back', () => {
    issue(floor.at('10:00'), 'a', 'b')
    floor.at('09:30')
    expect(issue(floor, 'c')).toMatchObject([{ label: { number: 3 } }])
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(floor.sees('counter-1', { of: 'counter' }).lastVisit?.waitedMinutes).toBeGreaterThanOrEqual(0)
    expect(floor.refusal('supervisor', { type: 'closeDay', day: tomorrow })).toBe('dayAhead')
  })
})

describe.each(['Asia/Seoul', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])('on a PC in %s', (zone) => {
  const usual = process.env['TZ']
  beforeEach(() => void (process.env['TZ'] = zone))
  afterEach(() => {
    if (usual === undefined) delete process.env['TZ']
    else process.env['TZ'] = usual
  })

  test('the day of a ticket and the clock on the screen are those of Seoul', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    for (const time of ['00:00', '09:00', '20:59', '23:59']) {
      floor = openFloor(1).at(time)
      expect(issue(floor, time)).toMatchObject([{ label: { day: today, number: 1 } }])
      expect([dayOf(floor.now), clock(floor.now), dayOf(floor.now)]).toEqual([today, time, today])
    }
    expect(floor.does('supervisor', close)).toMatchObject([{ day: today, expired: [ordinary(1)] }])
  })
})

describe('the settings of the queue', () => {
  const set: Command = { type: 'setQueue', settings: { recalls: 1, holdMinutes: 20 }, reason: '혼잡' }

  test('are those of the folder until a supervisor changes them, with the reason and the name on record', () => {
    expect(queueSettings(floor.hall)).toMatchObject({ recalls: 3, placesBack: 3, outOfOrder: 'everyone' })
    expect(floor.refusal('counter-1', set)).toBe('notSupervisor')
    floor.does('supervisor', set)
    expect(queueSettings(floor.hall)).toMatchObject({ recalls: 1, holdMinutes: 20, placesBack: 3 })
    expect(floor.refusal('supervisor', set)).toBe('nothingChanged')
    expect(floor.sees('supervisor', { of: 'queueSettings' })).toMatchObject({
      folder: { recalls: 3 },
      changes: [{ clerk: '감독자', reason: '혼잡', settings: { recalls: 1, holdMinutes: 20 } }],
    })
  })

  test('keep a rule in force however many changes of others follow', () => {
    const change = (settings: object) => floor.does('supervisor', { type: 'setQueue', settings, reason: '시험' })
    change({ recalls: 7 })
    for (let n = 1; n <= 60; n++) change({ holdMinutes: n })
    expect(queueSettings(floor.hall)).toMatchObject({ recalls: 7, holdMinutes: 60 })
    expect(floor.hall.queueChanges.length).toBeLessThan(60)
  })

  test('of the supervisor outlast a start with the same folder, and give way where it says something new', () => {
    floor.does('supervisor', set)
    floor.does('hall', { type: 'setUpHall', profile: profile(3) })
    expect(queueSettings(floor.hall)).toMatchObject({ recalls: 1, holdMinutes: 20 })
    floor.does('hall', { type: 'setUpHall', profile: { ...profile(3), noShow: { recalls: 2, placesBack: 3 } } })
    expect(queueSettings(floor.hall)).toMatchObject({ recalls: 2, holdMinutes: 20 })
  })
})

describe('the bell (시행령 제4조)', () => {
  const ring: Command = { type: 'callEmergency', call: 'e' }
  const bells = (machine: string) => {
    const view = floor.sees(machine, { of: 'bell' })
    return view.bells.map((e) => ({ at: e.counter.number, answered: e.answered.map((a) => a.counter.number) }))
  }

  test('rings once at every counter and at the supervisor’s, is answered by name and ended with what was done', () => {
    floor.does('counter-2', ring, { type: 'callEmergency', call: 'again' })
    expect(bells('counter-1')).toEqual([{ at: 2, answered: [] }])
    floor.does('counter-1', { type: 'answerEmergency', call: 'e' }, { type: 'answerEmergency', call: 'e' })
    floor.does('supervisor', { type: 'answerEmergency', call: 'e' })
    expect(bells('counter-2')).toEqual([{ at: 2, answered: [1, 0] }])
    floor.does('supervisor', { type: 'endEmergency', call: 'e', done: '감독자가 자리를 바꾸어 응대함' })
    expect(floor.sees('supervisor', { of: 'bell' }).bells).toMatchObject([
      { ended: { clerk: '감독자', done: '감독자가 자리를 바꾸어 응대함' } },
    ])
    expect(floor.refusal('counter-1', { type: 'answerEmergency', call: 'e' })).toBe('emergencyOver')
    expect(floor.events.map((e) => e.type).filter((t) => t.startsWith('emergency'))).toHaveLength(4)
  })

  test('sounds at supervisors’ PCs alone, before which no citizen stands, unless the hall wants it otherwise', () => {
    const guides = [{ id: 'guide-1' }]
    const soundsAt = (sound?: 'none' | 'all') => {
      floor = openFloor(1, { guides, ...(sound && { bell: { sound } }) })
      floor.does('counter-1', ring)
      return ['supervisor', 'counter-1', 'guide-1'].filter((m) => floor.sees(m, { of: 'bell' }).sounds)
    }
    expect(soundsAt()).toEqual(['supervisor'])
    expect(soundsAt('none')).toEqual([])
    expect(soundsAt('all')).toEqual(['supervisor', 'counter-1', 'guide-1'])
  })

  test('says nothing to the citizens', () => {
    floor.does('counter-2', ring)
    for (const of of ['board', 'kiosk'] as const)
      expect(JSON.stringify(floor.sees('kiosk', { of }))).not.toContain('emerg')
  })

  test('rings at a counter whose name is no number, and where nobody has signed in', () => {
    const counters = [{ id: 'passport-desk', number: 7, team: 't1' }]
    floor = openFloor(0, { counters })
    floor.does('passport-desk', ring)
    expect(floor.sees('supervisor', { of: 'bell' }).bells).toMatchObject([
      { machine: 'passport-desk', counter: { number: 7 }, clerk: '' },
    ])
  })

  test('that is answered and ended by several without a line comes to the same in every order', () => {
    floor.does('counter-1', ring)
    const [here, there] = [floor.cutOff(), floor.cutOff()]
    const a = here.does(
      'counter-2',
      { type: 'answerEmergency', call: 'e' },
      { type: 'endEmergency', call: 'e', done: '진정' },
    )
    const b = there.does(
      'counter-3',
      { type: 'answerEmergency', call: 'e' },
      { type: 'endEmergency', call: 'e', done: '귀가' },
    )
    const ends = arrivals(a, b).map((order) => {
      const copy = floor.cutOff()
      copy.hears(...structuredClone(order))
      return hallToJson(copy.hall)
    })
    expect(new Set(ends).size).toBe(1)
  })

  test('leaves the state with its day, and what still rings stays', () => {
    floor.does('counter-1', ring, { type: 'endEmergency', call: 'e', done: '진정' })
    floor.does('counter-2', { type: 'callEmergency', call: 'f' })
    floor.does('supervisor', close)
    expect([...floor.hall.emergencies.keys()]).toEqual(['f'])
  })
})
