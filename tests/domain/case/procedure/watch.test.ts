import { describe, expect, test } from 'vitest'
import { caseDue } from '../../../../domain/case/case-clock.ts'
import { calendarOf } from '../../../../domain/hall-calendar.ts'
import type { Command } from '../../../../domain/hall.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { certificate, copies, longPermit, permit } from '../../../support/petition-kinds.ts'
import { extendsBy, moment, openPetition, tells, written, type Act } from '../../../support/petition.ts'

/** What moves a period beside its stops, and who watches it: 시행령 제12조·제22조·제23조·제28조. */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

describe('copies', () => {
  test.each([
    [45, '2026-03-13 10:00'],
    [40, '2026-03-13 10:00'],
    [19, '2026-03-11 10:00'],
  ])('%i of them in the issue for another agency: due at %s', (count, due) => {
    const petition = at('2026-03-10 10:00', copies, { copies: count })
    expect([petition.due(), written(petition.of().received.promised)]).toEqual([due, due])
  })

  test('of any other petition change nothing', () => {
    const petition = at('2026-03-10 10:00', certificate, { copies: 45 })
    expect(petition.due()).toBe('2026-03-10 14:00')
    expect(petition.of().received.copies).toBeUndefined()
  })
})

describe('the progress', () => {
  const progress: Act = { type: 'notifyProgress', told: 'letter', text: '관계 기관의 회신을 기다립니다' }
  const next = (petition: ReturnType<typeof at>) =>
    petition.view.procedure.milestones.flatMap((m) => (m.what === 'progressNotice' ? [written(m.at).slice(0, 10)] : []))

  test('is told on the day after every thirty', () => {
    const petition = at('2026-03-09 10:00', longPermit)
    expect(next(petition)).toEqual(['2026-04-09'])
    petition.on('2026-04-09 10:00').does(progress)
    expect(petition.of().progress).toMatchObject([{ nth: 1, told: 'letter' }])
  })

  test('whose day is a Saturday is sent on the Friday before, and then the next one comes', () => {
    const petition = at('2026-03-09 10:00', longPermit)
    petition.on('2026-04-09 10:00').does(progress)
    expect(next(petition)).toEqual(['2026-05-08'])
    petition.on('2026-05-08 10:00').does(progress)
    expect(next(petition)).toEqual(['2026-06-08'])
  })

  test('that was told before puts off none', () => {
    const petition = at('2026-03-09 10:00', longPermit)
    petition.on('2026-03-12 10:00').does(progress)
    expect(next(petition)).toEqual(['2026-04-09'])
  })

  test('is left out where the web shows it, and after the decision', () => {
    expect(next(at('2026-03-09 10:00', longPermit, { webNotice: true }))).toEqual([])
    const petition = at('2026-03-09 10:00', longPermit)
    petition.grants()
    expect(next(petition)).toEqual([])
    expect(petition.refusal(progress)).toBe('alreadyDecided')
    petition.does(tells)
  })
})

describe('a holiday that is designated later', () => {
  test('moves the due date, and the promised one stays to be seen', () => {
    const petition = at('2026-03-09 10:00', permit)
    const temporary = {
      date: '2026-03-16',
      name: '임시공휴일',
      kind: 'temporary',
      basis: '제2조',
      source: '관보',
    } as const
    petition.on('2026-03-12 10:00').floor.does('supervisor', {
      type: 'designateHoliday',
      holidays: [{ ...temporary, provisional: false }],
    })
    expect(petition.due()).toBe('2026-03-18 18:00')
    expect(petition.view.due).toMatchObject({ promised: moment('2026-03-17 18:00') })
    expect(petition.of().received.promised).toBe(moment('2026-03-17 18:00'))
  })

  test('and is withdrawn makes nobody late within the time that was told meanwhile', () => {
    const petition = openPetition('2026-03-09 09:00')
    const { floor } = petition
    const day = { date: '2026-03-13', name: '임시공휴일', kind: 'temporary', basis: '제2조', source: '관보' } as const
    floor.does('supervisor', { type: 'designateHoliday', holidays: [{ ...day, provisional: false }] })
    petition.receives(permit)
    expect(petition.due()).toBe('2026-03-18 18:00')
    petition.on('2026-03-11 10:00')
    floor.does('supervisor', { type: 'withdrawHoliday', date: day.date, reason: '지정 취소' })
    petition.on('2026-03-18 10:00')
    const row = () => {
      const view = floor.sees('supervisor', {
        of: 'register',
        first: '2026-03-01',
        last: '2026-03-31',
        which: 'petitions',
      })
      return view?.rows.find((r) => r.case === 'k')
    }
    const remind: Command = { type: 'remind', about: 'k', actBy: '2026-03-19' }
    expect(petition.due()).toBe('2026-03-17 18:00')
    expect(petition.view.due).toMatchObject({ overdue: false, promised: moment('2026-03-18 18:00') })
    expect(petition.view.due?.remainingMinutes).toBe(420)
    expect(floor.refusal('supervisor', remind)).toBe('notOverdue')
    expect(petition.refusal(extendsBy(1))).toBe('allowed')
    expect(row()?.late).toBe(false)
    petition.on('2026-03-19 00:00')
    expect(petition.view.due?.overdue).toBe(true)
    expect(floor.refusal('supervisor', remind)).toBe('allowed')
    expect(row()?.late).toBe(true)
    expect(petition.refusal(extendsBy(1))).toBe('alreadyOverdue')
  })
})

describe('the reminder', () => {
  const remind = (about = 'k'): Command => ({ type: 'remind', about, actBy: '2026-03-19' })

  test('comes once the period has passed, in hours at once, in days with the next', () => {
    const hours = at('2026-03-10 10:00', certificate)
    const days = at('2026-03-09 10:00', permit)
    expect(hours.on('2026-03-10 14:00').floor.refusal('supervisor', remind())).toBe('notOverdue')
    expect(hours.on('2026-03-10 14:01').floor.refusal('supervisor', remind())).toBe('allowed')
    expect(days.on('2026-03-17 20:00').floor.refusal('supervisor', remind())).toBe('notOverdue')
    days.on('2026-03-18 09:00').floor.does('supervisor', remind())
    expect(days.view.procedure.reminders).toMatchObject([{ at: moment('2026-03-18 09:00'), actBy: '2026-03-19' }])
  })

  test('is for what is known and not done, and said by the supervisor', () => {
    const petition = at('2026-03-10 10:00', certificate)
    petition.on('2026-03-10 15:00')
    expect(petition.floor.refusal('supervisor', remind('none'))).toBe('caseUnknown')
    expect(petition.floor.refusal('counter-1', remind())).toBe('notSupervisor')
    petition.grants()
    petition.notifies()
    expect(petition.floor.refusal('supervisor', remind())).toBe('notOverdue')
  })
})

test('the handling of a month is checked once, when the month is over', () => {
  const { floor } = openPetition('2026-03-05 10:00')
  const check = (month: string): Command => ({ type: 'checkMonth', month })
  expect(floor.refusal('supervisor', check('2026-03'))).toBe('monthRuns')
  expect(floor.refusal('counter-1', check('2026-02'))).toBe('notSupervisor')
  expect(floor.refusal('supervisor', check('1999-01'))).toBe('monthBeforeRecord')
  expect(floor.refusal('supervisor', check('2026-01'))).toBe('monthBeforeRecord')
  floor.does('supervisor', check('2026-02'))
  expect(floor.refusal('supervisor', check('2026-02'))).toBe('monthCheckedAlready')
})

test('work done in time and entered later is not late', () => {
  const petition = at('2026-03-10 10:00', certificate)
  petition.grants()
  petition.on('2026-03-10 14:30').does({ ...tells, doneAt: moment('2026-03-10 13:55') } as Act)
  expect(petition.of().notice).toMatchObject({ at: moment('2026-03-10 13:55'), enteredAt: moment('2026-03-10 14:30') })
  expect(petition.view.due?.overdue).toBe(false)
  const { hall } = petition.floor
  expect(written(caseDue(petition.of(), calendarOf(hall), [], petition.floor.now)?.dueAt)).toBe('2026-03-10 14:00')
})
