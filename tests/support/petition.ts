import { join } from 'node:path'
import { readHolidays } from '../../db/manual/holidays.ts'
import { caseDue } from '../../domain/case/case-clock.ts'
import type { Case, CaseCommand, CaseCommandOf } from '../../domain/case/case.ts'
import { guidanceTopics } from '../../domain/case/intake.ts'
import { calendarOf } from '../../domain/hall-calendar.ts'
import type { Command, Event, Refusal } from '../../domain/hall.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { instantOf, isoOf, type Instant } from '../../domain/time.ts'
import { profile } from '../simulation/fixture.ts'
import { examine, Floor, grant, handOver, handOverStep, notify } from './floor.ts'

type Each<T> = T extends CaseCommand ? Omit<T, 'case'> & { case?: string } : never
/** A command on the case `k`, unless it names another. */
export type Act = Each<CaseCommand>
type Receive = Partial<CaseCommandOf<'receiveCase'>>

/** '2026-03-09 10:00' in Seoul. */
export const moment = (text: string): Instant => instantOf(text.slice(0, 10), text.slice(11))
export const written = (at: Instant | undefined): string =>
  at === undefined ? 'unknown' : isoOf(at).slice(0, 16).replace('T', ' ')

const found = readHolidays(join(import.meta.dirname, '../../manual'))
const holidays = 'faults' in found ? [] : found

/** A hall where one clerk works on one petition, at the times that a test writes. */
export class Petition {
  readonly floor: Floor

  constructor(floor: Floor) {
    this.floor = floor
  }

  on(text: string): this {
    this.floor.now = moment(text)
    return this
  }

  /** Receives `k`, with all that is to be told. */
  receives(kind: Kind, more: Receive = {}): Event[] {
    return this.floor.does('counter-1', this.receipt(kind, more))
  }

  receipt(kind: Kind, more: Receive = {}): Command {
    return {
      type: 'receiveCase',
      case: 'k',
      kind: kind.code,
      petitioner: { name: '김영수' },
      guidance: [...guidanceTopics],
      ...more,
    }
  }

  does(...acts: Act[]): Event[] {
    return acts.flatMap((act) => this.floor.does('counter-1', ofK(act)))
  }

  refusal(act: Act, machine = 'counter-1'): Refusal | 'allowed' {
    return this.floor.refusal(machine, ofK(act))
  }

  of(id = 'k'): Case {
    const known = this.floor.hall.cases.get(id)
    if (!known) throw new Error(`no case ${id}`)
    return known
  }

  /** When it is due, as one writes it. */
  due(id = 'k', at = this.floor.now): string {
    const { hall } = this.floor
    return written(caseDue(this.of(id), calendarOf(hall), hall.outages, at)?.dueAt)
  }

  /** The view of its procedure at the counter. */
  get view() {
    const seen = this.floor.sees('counter-1', { of: 'case', case: 'k' })
    if (!seen) throw new Error('no view of k')
    return seen
  }

  grants(): Event[] {
    return this.floor.does('counter-1', ...examine('k'), grant('k'))
  }

  notifies(): Event[] {
    return this.floor.does('counter-1', notify('k'))
  }

  handsOver(): Event[] {
    return this.floor.does('counter-1', ...handOverStep('k'), handOver('k'))
  }
}

const ofK = (act: Act): Command => ({ case: 'k', ...act })

/** A hall of two counters at a moment, with the holidays of the manual. */
export function openPetition(at: string): Petition {
  const floor = new Floor(moment(at))
  floor.does('hall', { type: 'setUpHall', profile: profileWithTwoClerks() })
  floor.does('hall', { type: 'designateHoliday', holidays })
  for (const i of [1, 2]) floor.does(`counter-${i}`, { type: 'signIn', clerk: i === 1 ? 'clerk' : 'second' })
  floor.does('supervisor', { type: 'signIn', clerk: 'chief' })
  return new Petition(floor)
}

function profileWithTwoClerks() {
  const usual = profile(2)
  return {
    ...usual,
    staff: [...usual.staff, { id: 'second', name: '다른 담당자', role: 'clerk' as const, team: 't1' }],
  }
}

/** What must stand in a refusal (법 제27조 제3항). */
export const why = {
  reasons: '진입로의 너비가 2m로 기준 4m에 못 미칩니다.',
  provisions: ['건축법 제44조'],
  remedies: ['60일 이내 이의신청', '90일 이내 행정심판'],
}
export const refuses: Act = { type: 'decideCase', outcome: 'refused', ...why }
export const tells: Act = { type: 'notifyCase', channel: 'letter' }
export const asksFor = (days: number, more: Partial<CaseCommandOf<'demandSupplement'>> = {}): Act => ({
  type: 'demandSupplement',
  items: ['d1'],
  days,
  written: true,
  ...more,
})
export const asksMore = (days: number): Extract<Act, { type: 'extendSupplement' }> => ({
  type: 'extendSupplement',
  days,
})
export const arrives: Extract<Act, { type: 'receiveSupplement' }> = { type: 'receiveSupplement' }
export const extendsBy = (value: number, more: Partial<CaseCommandOf<'extendPeriod'>> = {}): Act => ({
  type: 'extendPeriod',
  ground: 'factCheck',
  value,
  reasons: '현장 확인이 필요함',
  told: 'letter',
  ...more,
})
