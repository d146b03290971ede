import type { Outcome, PcCommand } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { traceIn, traceOf } from './traces.ts'

/** One act as its party knows it: what it asked for, and what it was told. `unknown` until an answer came, if ever one did. */
export type Act = {
  /** Its place among all that was noted. */
  readonly nth: number
  readonly party: string
  readonly command: Command | PcCommand
  readonly askedAt: number
  answeredAt?: number
  /** The place of the answer. */
  answered?: number
  outcome: Outcome | 'unknown'
  /** The numbers of its machine's own entries that it wrote at once; `to` is less than `from` when it wrote none. */
  wrote?: { from: number; to: number }
}

/** What a screen said: the state of its line, how many acts have not reached the hall, and how far the record under it went. */
export type Sight = {
  state: 'online' | 'offline'
  unsent: number
  /** Since when there is no line; two looks with the same moment are of one stretch. */
  since?: number | undefined
  /** The last place of the hall's order that the machine has. */
  hallSeq: number
  /** The last of the machine's own entries. */
  own: number
  /** The number of the edition in force, where the screen names one. */
  edition?: number | undefined
}

export type Seen = Sight & {
  readonly nth: number
  readonly party: string
  readonly at: number
  /** The first look after the record of the machine was rightly taken back: an older file, or places that the hall never gave. */
  readonly isAnew: boolean
  /** Until its next line stands the machine may know of less that reached the hall: what it heard of that, and nobody wrote down, is forgotten. */
  readonly hasForgotten: boolean
}

/** A stretch in which no line carried anything to a party; `until` is absent while it lasts. */
export type Outage = { readonly party: string; readonly from: number; until?: number }

/** What every party of a hall was told and saw, in the order in which it happened. */
export class History {
  readonly acts: Act[] = []
  readonly views: Seen[] = []
  readonly outages: Outage[] = []
  readonly renumbered = new Set<string>()
  readonly #anew = new Set<string>()
  readonly #forgotten = new Set<string>()
  readonly #unheard = new Set<Act>()
  #nth = 0

  /** Somebody asks for something. */
  ask(party: string, command: Command | PcCommand, at: number): Act {
    const act: Act = { nth: ++this.#nth, party, command, askedAt: at, outcome: 'unknown' }
    this.acts.push(act)
    return act
  }

  /** What was told of it. An act that is never answered stays unknown. */
  answer(act: Act, outcome: Outcome, at: number, wrote?: Act['wrote']): void {
    if (!this.#unheard.has(act)) act.outcome = outcome
    act.answeredAt = at
    act.answered = ++this.#nth
    if (wrote) act.wrote = wrote
  }

  /** A screen shows something else than before; the same once more is not noted. */
  see(party: string, sight: Sight, at: number): void {
    const isAnew = this.#anew.delete(party)
    const before = this.views.findLast((v) => v.party === party)
    const hasForgotten = this.#forgotten.has(party)
    if (sight.state === 'online') this.#forgotten.delete(party)
    if (!isAnew && before && isSame(before, sight)) return
    this.views.push({ nth: ++this.#nth, party, at, isAnew, hasForgotten, ...sight })
  }

  /** The line of a party is cut, or carries nothing any more; or it is there again. */
  line(party: string, is: 'down' | 'up'): void {
    const lasts = this.outages.findLast((outage) => outage.party === party && outage.until === undefined)
    if (is === 'up' && lasts) lasts.until = ++this.#nth
    if (is === 'down' && !lasts) this.outages.push({ party, from: ++this.#nth })
  }

  /**
   * The numbers of a party are no longer its acts': two have its identity, or an older record decided anew under numbers
   * that the hall has given away. Its acts are known by what they leave alone.
   */
  renumbers(party: string): void {
    this.renumbered.add(party)
  }

  /** The disk of the hall is lost with entries that no machine has heard: what was told of them cannot be kept. */
  unheard(entries: readonly Entry[]): void {
    const lost = new Set(entries.flatMap((e) => [markIn(e), traceIn(e.event)]))
    const isOf = ({ command, party }: Act) =>
      lost.has(markOf(command) ?? '') || lost.has(`${traceOf(command)} by ${party}`)
    for (const act of this.acts.filter(isOf)) {
      act.outcome = 'unknown'
      this.#unheard.add(act)
    }
  }

  /** A party starts anew, or its hall was put back: what the hall said to have, and gave no place yet, is not known any more. */
  forgets(party: string): void {
    this.#forgotten.add(party)
  }

  /** The record of a party goes back for a reason that it is told: what it sees next may be less than what it saw. */
  takenBack(party: string): void {
    this.#anew.add(party)
  }
}

const isSame = (a: Sight, b: Sight): boolean =>
  a.state === b.state &&
  a.unsent === b.unsent &&
  a.since === b.since &&
  a.hallSeq === b.hallSeq &&
  a.own === b.own &&
  a.edition === b.edition

/** What a command would leave in the record once, and by what it is known there; undefined where nothing tells it apart. */
export function markOf(command: Command | PcCommand): string | undefined {
  switch (command.type) {
    case 'callNext':
    case 'callTicket':
    case 'takeTicket':
    case 'serveWithoutTicket':
    case 'takeOverVisit':
      return `visit ${command.visit}`
    case 'issueTicket':
    case 'tellTicket':
      return `touch ${command.touch}`
    case 'receiveCase':
      return `case ${command.case}`
    case 'recordNonPetition':
      return `non-petition ${command.record}`
    case 'addNote':
      return `note ${command.case} ${command.text}`
    default:
      return undefined
  }
}

/** The mark that an entry bears; one that the hall holds bears that of its content. */
export function markIn({ event, private: apart }: Pick<Entry, 'event' | 'private'>): string | undefined {
  switch (event.type) {
    case 'ticketCalled':
    case 'ticketTaken':
    case 'visitWithoutTicket':
    case 'visitTakenOver':
      return `visit ${event.visit}`
    case 'ticketIssued':
      return `touch ${event.touch}`
    case 'caseReceived':
      return `case ${event.case}`
    case 'nonPetitionRecorded':
      return `non-petition ${event.record}`
    case 'noteAdded':
      return apart?.note === undefined ? undefined : `note ${event.case} ${apart.note}`
    case 'entryHeld':
      return markIn({ event: JSON.parse(event.content) as Entry['event'], private: apart })
    default:
      return undefined
  }
}
