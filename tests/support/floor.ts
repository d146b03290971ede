import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Question, ViewOf } from '../../domain/desk.ts'
import { calendarOf } from '../../domain/hall-calendar.ts'
import { evolve } from '../../domain/hall-fold.ts'
import { decide, type Command, type Decision, type Event, type EventOf, type Refusal } from '../../domain/hall.ts'
import type { Editing } from '../../domain/manual/amendment-rules.ts'
import type { HallProfile, Kind } from '../../domain/manual/manual.ts'
import { paperOf } from '../../domain/paper/paper-of.ts'
import { ticketKey, type TicketLabel } from '../../domain/queue/ticket.ts'
import type { ArchiveRow } from '../../domain/record/log.ts'
import { archiveOf, privateKey, type Privates } from '../../domain/record/record.ts'
import { emptyHall, type Hall } from '../../domain/state.ts'
import { instantOf } from '../../domain/time.ts'
import { answer, type Seat } from '../../domain/views/answer.ts'
import { verificationOf } from '../../electron/papers.ts'
import { kind, profile } from '../simulation/fixture.ts'
import { archiveOver } from './archive.ts'
import { conditional } from './conditional.ts'
import { petitionKinds } from './petition-kinds.ts'

/** A Tuesday. */
export const today = '2026-11-24'
export const tomorrow = '2026-11-25'

/** The kinds of the hall: done at once, within seven days, of a period that nobody has confirmed, no legal petition, with a prior review. */
const ownKinds: readonly Kind[] = [
  kind,
  { ...kind, code: 'SIM-02', name: { ko: '유기 민원', en: 'Term' }, period: { unit: 'days', value: 7 } },
  { ...kind, code: 'SIM-03', name: { ko: '미확인 민원', en: 'Unconfirmed' }, period: null, periodNote: '미확인' },
  { ...kind, code: 'SIM-04', name: { ko: '질의 민원', en: 'Inquiry' }, petition: 'inquiry' },
  { ...kind, code: 'SIM-05', name: { ko: '사전심사 민원', en: 'Prior review' }, priorReview: true },
  ...petitionKinds,
  conditional,
]

/** A hall on one table: commands go through `decide` and `evolve`, at the time that the test says. */
export class Floor {
  readonly hall: Hall
  readonly privates: Privates = new Map()
  readonly events: Event[] = []
  /** What day closes have put away; a case that is put away again replaces itself. */
  readonly putAway = new Map<string, ArchiveRow>()
  readonly destroyed = new Map<string, number>()
  now: number
  /** Whether the hall answers the machine that acts. */
  online = true
  /** How the hall puts an edition together; without it none can be published here. */
  editing: Partial<Pick<Editing, 'assemble' | 'bringBack' | 'isSound'>> = {}
  /** The editions that the machines have; all of them have the same kinds. */
  readonly editionsHere = new Set([1])
  newest = 1
  kinds = ownKinds

  constructor(at = instantOf(today, '09:00'), hall = emptyHall()) {
    this.now = at
    this.hall = hall
  }

  at(clock: string, day = today): this {
    this.now = instantOf(day, clock)
    return this
  }

  /** What a machine is answered now; nothing happens yet. */
  asks(machine: string, command: Command): Decision {
    const seat = this.seat(machine)
    const kindOf = (code: string, edition = this.newest) => {
      const found = this.editionsHere.has(edition) ? this.kinds.find((k) => k.code === code) : undefined
      return found && { edition, kind: found }
    }
    const archived = (id: string) => this.putAway.get(`case ${id}`)?.body
    return decide(this.hall, command, {
      machine,
      at: this.now,
      online: this.online,
      kind: kindOf,
      archived,
      archive: seat.archive,
      isConfirmed: () => true,
      keeping: { archive: seat.archive, kindOf: seat.kindOf },
      ...this.editing,
      apart: (id) => this.privates.get(id) ?? {},
      paper(known, name, number) {
        const said = paperOf(name, seat, known)
        if (!('fields' in said)) return undefined
        const salt = `salt of ${number}`
        return { fields: said.fields, salt, code: verificationOf({ name, number, fields: said.fields, salt }) }
      },
    })
  }

  /** Does what is asked, one after the other; a refusal is a failed test. */
  does(machine: string, ...commands: Command[]): Event[] {
    return commands.flatMap((command) => {
      const decision = this.asks(machine, command)
      if ('refused' in decision) throw new Error(`${command.type} of ${machine} is refused: ${decision.refused}`)
      for (const { event, private: apart } of decision.happened) {
        this.hears(event)
        if (!apart || !('case' in event)) continue
        this.privates.set(event.case, { ...this.privates.get(event.case), [privateKey(event)]: apart })
      }
      return decision.happened.map((h) => h.event)
    })
  }

  refusal(machine: string, command: Command): Refusal | 'allowed' {
    const decision = this.asks(machine, command)
    return 'refused' in decision ? decision.refused : 'allowed'
  }

  /** The newest event of a sort. */
  last<T extends Event['type']>(type: T): EventOf<T> {
    const found = this.events.findLast((e): e is EventOf<T> => e.type === type)
    if (!found) throw new Error(`no ${type} happened`)
    return found
  }

  /** What happened elsewhere arrives here. */
  hears(...events: Event[]): void {
    for (const event of events) {
      if (event.type === 'dayClosed')
        for (const row of archiveOf(this.hall, this.privates, event)) this.putAway.set(`${row.what} ${row.id}`, row)
      if (event.type === 'casesDestroyed') for (const id of event.cases) this.#destroy(id, event.at)
      evolve(this.hall, event)
      this.events.push(event)
    }
  }

  #destroy(id: string, at: number): void {
    const { private: _, ...row } = this.putAway.get(`case ${id}`) ?? { what: 'case', id, day: today, body: '' }
    this.putAway.set(`case ${id}`, row)
    this.destroyed.set(id, at)
  }

  /** A machine that knows all of this, and from now on hears nothing. */
  cutOff(): Floor {
    const copy = new Floor(this.now)
    copy.online = false
    copy.hears(...structuredClone(this.events))
    for (const [id, apart] of this.privates) copy.privates.set(id, apart)
    return copy
  }

  seat(machine: string, more: Partial<Seat> = {}): Seat {
    const { hall, privates, now } = this
    return {
      hall,
      privates,
      machine,
      at: now,
      line: { state: 'online', lastNewsAt: now, unsent: 0 },
      presence: [],
      unsent: [],
      calendar: calendarOf(hall),
      archive: archiveOver([...this.putAway.values()], this.destroyed),
      kindOf: (_edition, code) => this.kinds.find((k) => k.code === code),
      ...more,
    }
  }

  sees<Q extends Question>(machine: string, question: Q, more?: Partial<Seat>): ViewOf<Q> {
    return answer(question, this.seat(machine, more))
  }
}

/** A hall where everyone has signed in at nine: counters with a clerk, and the supervisor. */
export function openFloor(counters = 2, changes: Partial<HallProfile> = {}): Floor {
  const floor = new Floor()
  floor.does('hall', { type: 'setUpHall', profile: { ...profile(counters), ...changes } })
  for (let i = 1; i <= counters; i++) floor.does(`counter-${i}`, { type: 'signIn', clerk: 'clerk' })
  floor.does('supervisor', { type: 'signIn', clerk: 'chief' })
  return floor
}

/** The tickets of a day by their number. */
export const paper = (number: number, day = today): TicketLabel => ({ day, series: '가', number })
export const ordinary = (number: number, day = today): string => ticketKey(paper(number, day))

/** Each touch is a visitor at the kiosk. */
export const issue = (floor: Floor, ...touches: string[]): Event[] =>
  touches.flatMap((touch) => floor.does('kiosk', { type: 'issueTicket', touch, class: 'ordinary' }))

/** A counter calls the next visitor twice, and nobody comes. */
export const miss = (floor: Floor, machine: string, visit: string): Event[] =>
  floor.does(machine, { type: 'callNext', visit }, { type: 'recall', visit }, { type: 'markNoShow', visit })

/** A counter calls the next visitor, who comes. */
export const serve = (floor: Floor, machine: string, visit: string): Event[] =>
  floor.does(machine, { type: 'callNext', visit }, { type: 'welcome', visit })

export const receive = (id: string, code = kind.code, visit?: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: code,
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
  ...(visit !== undefined && { visit }),
})

/** Every step before the decision, with its checks and documents. */
export const examine = (id: string): Command[] => [
  ...['s1.1', 's1.2', 's2.1'].map((check): Command => ({ type: 'tickCheck', case: id, check, mark: 'met' })),
  { type: 'markDocument', case: id, document: 'd2', mark: 'verified' },
  { type: 'finishStep', case: id, step: 's1' },
  { type: 'finishStep', case: id, step: 's2' },
]
export const grant = (id: string): Command => ({
  type: 'decideCase',
  case: id,
  outcome: 'granted',
  provisions: [],
  remedies: [],
})
export const notify = (id: string): Command => ({ type: 'notifyCase', case: id, channel: 'inPerson' })
export const handOverStep = (id: string): Command[] => [
  { type: 'tickCheck', case: id, check: 's3.1', mark: 'met' },
  { type: 'finishStep', case: id, step: 's3' },
]
export const handOver = (id: string): Command => ({
  type: 'handOverResult',
  case: id,
  collector: 'petitioner',
  idSeen: 'residentCard',
  proxyLetter: false,
})

/** The way to the notice of a granted petition, and from there to its end. */
export const untilNotice = (id: string): Command[] => [...examine(id), grant(id), notify(id)]
export const untilEnd = (id: string): Command[] => [...untilNotice(id), ...handOverStep(id), handOver(id)]

/** Every way in which two sequences can arrive, each in its own order. */
export function arrivals(a: readonly Event[], b: readonly Event[]): Event[][] {
  const [first, second] = [a[0], b[0]]
  if (!first || !second) return [[...a, ...b]]
  return [
    ...arrivals(a.slice(1), b).map((rest) => [first, ...rest]),
    ...arrivals(a, b.slice(1)).map((rest) => [second, ...rest]),
  ]
}
