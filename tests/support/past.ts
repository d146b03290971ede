import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, Event } from '../../domain/hall.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import type { Entry } from '../../domain/record/log.ts'
import { openRecord, privateKey } from '../../domain/record/record.ts'
import { addDays, dayOf, instantOf, weekday, type Day } from '../../domain/time.ts'
import { profile } from '../simulation/fixture.ts'
import { examine, Floor, grant, notify, receive, untilEnd } from './floor.ts'
import { openLogIn } from './record.ts'

/** What the cases of the past are about; their kinds are in no manual. */
const titles: { readonly [id: string]: string } = {
  closed: '건설기계 등록',
  late: '도로점용 허가',
  long: '개발행위 허가',
  waiting: '공인중개사 자격증 재교부',
  other: '옥외광고물 표시 허가',
}

/** A working day, counted back from today. */
function workingDay(daysBack: number): Day {
  const day = addDays(dayOf(Date.now()), -daysBack)
  const of = weekday(day)
  return of === 0 ? addDays(day, -2) : of === 6 ? addDays(day, -1) : day
}

/**
 * The data folder of a hall with a past: a case that was closed and put away (2026-01-00001 in the year's series), one
 * that is overdue, one whose progress has to be told, and a document that nobody has fetched; and, if they are given,
 * words that were looked for three times and not found, and a kind of which four petitions lacked their first document
 * and took 30 minutes for their first step, and so many more petitions that were only received.
 */
export function hallWithPast(
  missed: readonly string[] = [],
  used?: Kind,
  more = 0,
): { data: string; receiptNos: { [id: string]: string } } {
  const floor = new Floor()
  if (used) floor.kinds = [...floor.kinds, used]
  const clerk = { id: 'clerk-1', name: '이서연', role: 'clerk', team: 'team-1' } as const
  const chief = { id: 'supervisor-1', name: '정하은', role: 'supervisor', team: 'team-1' } as const
  const given = { ...profile(18), teams: [{ id: 'team-1', name: '민원1팀' }], staff: [clerk, chief] }
  const at = (daysBack: number, clock: string) => floor.at(clock, workingDay(daysBack))
  const receiveFrom = (id: string, name: string, kind?: string): Command => ({
    ...(receive(id, kind) as Command & { type: 'receiveCase' }),
    petitioner: { name, address: '서울특별시 중구 세종대로 110' },
  })
  at(40, '09:00').does('hall', { type: 'setUpHall', profile: { ...given, counters: counters(18) } })
  floor.does('counter-1', { type: 'signIn', clerk: 'clerk-1' })
  floor.does('counter-2', { type: 'signIn', clerk: 'clerk-1' })
  floor.does('counter-1', receiveFrom('closed', '김영수'), ...untilEnd('closed'))
  at(39, '10:00').does('counter-1', receiveFrom('waiting', '이순희'), ...examine('waiting'))
  floor.does('counter-1', grant('waiting'), notify('waiting'), { type: 'awaitPickup', case: 'waiting' })
  at(38, '18:30').does('hall', { type: 'closeDay', day: workingDay(38) })
  at(34, '11:00').does('counter-2', receiveFrom('long', '박민수', 'SIM-03'))
  at(4, '14:00').does('counter-2', receiveFrom('late', '최은영'), receiveFrom('other', '한지민', 'SIM-02'))
  for (let i = 0; i < more; i += 1) floor.does('counter-2', receiveFrom(`more-${i}`, '오하준', 'SIM-02'))
  const told = missed.map((text) => ({ text, times: 3 }))
  if (told.length > 0) floor.does('counter-1', { type: 'tellUse', day: workingDay(4), missed: told })
  if (used) for (const id of ['used-1', 'used-2', 'used-3', 'used-4']) useOf(floor, id, used)
  floor.does('counter-1', { type: 'signOut' })
  floor.does('counter-2', { type: 'signOut' })
  return keptAsHall(floor)
}

/** What happened on a floor as the record of a hall. */
function keptAsHall(floor: Floor): { data: string; receiptNos: { [id: string]: string } } {
  const data = mkdtempSync(join(tmpdir(), 'changgu-past-'))
  const { log } = openLogIn(data, 'hall')
  const record = openRecord(log)
  record.stage(entriesOf(floor))
  record.commit()
  log.close()
  const received = floor.events.filter((e) => e.type === 'caseReceived')
  return { data, receiptNos: Object.fromEntries(received.map((e) => [e.case, e.receiptNo])) }
}

/** The data folder of a hall with petitions that ended two years ago: three of one kind, or so many more, and one of another, with the names of their petitioners. */
export function hallPastItsPeriod(more = 0): { data: string; year: number; receiptNos: { [id: string]: string } } {
  const floor = new Floor()
  const year = Number(dayOf(Date.now()).slice(0, 4)) - 2
  floor.at('09:00', `${year}-03-04`).does('hall', { type: 'setUpHall', profile: profile(18) })
  floor.does('counter-1', { type: 'signIn', clerk: 'clerk' })
  const of = (id: string, name: string, code?: string): Command[] => [
    { ...(receive(id, code) as Command & { type: 'receiveCase' }), petitioner: { name } },
    { type: 'withdrawCase', case: id },
  ]
  floor.does('counter-1', ...of('one', '김영수'), ...of('two', '이순희'), ...of('three', '박민수'))
  for (let i = 0; i < more; i += 1) floor.does('counter-1', ...of(`more-${i}`, '오하준'))
  floor.does('counter-1', ...of('other', '최은영', 'SIM-02'), { type: 'signOut' })
  floor.at('18:30', `${year}-03-04`).does('hall', { type: 'closeDay', day: `${year}-03-04` })
  return { ...keptAsHall(floor), year }
}

function useOf(floor: Floor, id: string, { code, steps, documents }: Kind): void {
  const [step] = steps
  const [document] = documents
  if (!step || !document) throw new Error(`${code} has no step or no document`)
  const missing = { type: 'markDocument', case: id, document: document.id, mark: 'missing' } as const
  floor.at('10:00', workingDay(3)).does('counter-1', receive(id, code), missing)
  const checks = step.checks.map((check): Command => ({ type: 'tickCheck', case: id, check: check.id, mark: 'met' }))
  floor.at('10:30', workingDay(3)).does('counter-1', ...checks, { type: 'finishStep', case: id, step: step.id })
}

const counters = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `counter-${i + 1}`, number: i + 1, team: 'team-1' }))

/** The events as the hall has placed them, with what was said apart. */
function entriesOf(floor: Floor): Entry[] {
  const counts = new Map<string, number>()
  return floor.events.map((event, i) => {
    const { machine: origin } = event.by
    const originSeq = (counts.get(origin) ?? 0) + 1
    counts.set(origin, originSeq)
    const apart = 'case' in event ? floor.privates.get(event.case)?.[privateKey(event)] : undefined
    return { origin, originSeq, hallSeq: i + 1, event: titled(event), ...(apart && { private: apart }) }
  })
}

const titled = (event: Event): Event =>
  event.type === 'caseReceived' ? { ...event, title: titles[event.case] ?? event.title } : event

/** The present as a supervisor types it. */
export const clockOf = (hoursAgo: number): string => {
  const at = Date.now() - hoursAgo * 3_600_000
  const minutes = Math.floor((at - instantOf(dayOf(at), '00:00')) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayOf(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
