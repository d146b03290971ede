import type { z } from 'zod'
import { HALL } from '../domain/actor.ts'
import type { Editing } from '../domain/amendment-rules.ts'
import { decidedBy } from '../domain/decided-by.ts'
import { decide, Event, type Command, type Refusal } from '../domain/hall.ts'
import type { Entry, Log } from '../domain/log.ts'
import type { HallKept } from '../domain/kept.ts'
import { owns } from '../domain/ownership.ts'
import type { Record } from '../domain/record.ts'
import type { Outcome } from './counter-end.ts'
import { partFrom } from './edition-part.ts'
import {
  eventOf,
  protocol,
  type FromHall,
  type FromMachine,
  type Presence,
  type ToldEntry,
  type Wire,
} from './protocol.ts'

/** How many entries of news go in one message. */
const batch = 1000

/** What may give a case a new holder: a late passing that is taken over does so too. */
const handsOn: ReadonlySet<Event['type']> = new Set<Event['type']>([
  ...(['casePassed', 'caseSeized', 'caseTakenOut', 'lateSettled'] as const),
])

/** What the hall's end needs beside its record. */
export type HallSurroundings = {
  /** Whether the hall has such a machine (pairing will stand here). */
  knows(machine: string): boolean
  /** Whether the machine is a supervisor's PC: it keeps the full record. */
  isSupervisor(machine: string): boolean
  edition(hash: string): string | undefined
  /** Puts the content of an edition together and keeps it, so that it can be published. */
  assemble?: Editing['assemble']
  bringBack?: Editing['bringBack']
  isSound?: Editing['isSound']
  /** Called when there is something for `turn` to do: once for all that comes in the same turn of the event loop. */
  wake(): void
  changed(): void
  /** How the copies of the hall stand; absent where nobody keeps any. */
  kept?(): HallKept
}

type Guest = { wire: Wire<FromHall>; machine: string; cursor: number }
type Told = z.infer<typeof ToldEntry>
type Waiting = { answer: (refused: Refusal | undefined) => void; refused: Refusal | undefined }

/** The hall's end of every conversation: takes in what machines tell, decides what they ask, and passes on the news. */
export function hallEnd(record: Record, log: Log, around: HallSurroundings) {
  const { assemble, bringBack, isSound } = around
  const editing = { ...(assemble && { assemble }), ...(bringBack && { bringBack }), ...(isSound && { isSound }) }
  const guests = new Map<string, Guest>()
  const present = new Map<string, Presence>()
  let answers: Waiting[] = []
  let last = record.lastHallSeq()
  let presenceChanged = false

  function place(origin: string, originSeq: number, happened: Pick<Entry, 'event' | 'private'>): void {
    last += 1
    record.stage([{ origin, originSeq, hallSeq: last, ...happened }])
  }

  function decideFor(machine: string, command: Command, at: number): Refusal | undefined {
    if (decidedBy[command.type] !== 'hall') return 'notForThisMachine'
    const archived = (id: string) => log.archived('case', id)?.body
    const decision = decide(record.hall, command, { machine, at, archived, ...editing })
    if ('refused' in decision) return decision.refused
    for (const h of decision.happened)
      if (!Event.safeParse(h.event).success) throw new Error(`${h.event.type} is malformed`)
    for (const h of decision.happened) place(HALL, record.lastOriginSeq(HALL) + 1, h)
    return undefined
  }

  /** The event itself, or the note that it is held. */
  function accepted({ event: told }: Told, machine: string): Event {
    const event = eventOf(told)
    if (event === 'malformed') return held(told, machine, 'malformed')
    return owns(record.hall, machine, event) ? event : held(told, machine, 'notOwner')
  }

  /** True when the entries follow what the hall has; a gap means that the machine must begin again with hello. */
  function takeIn(guest: Guest, told: readonly Told[]): boolean {
    for (const entry of told) {
      const have = record.lastOriginSeq(guest.machine)
      if (entry.origin !== guest.machine || entry.originSeq > have + 1) return false
      if (entry.originSeq <= have) continue
      const apart = entry.private && { private: entry.private }
      place(entry.origin, entry.originSeq, { event: accepted(entry, guest.machine), ...apart })
    }
    return true
  }

  /** What could not be committed did not happen: it is never answered, and the order goes on from the disk. */
  function commitOrForget(): void {
    try {
      record.commit()
    } catch (error) {
      answers = []
      throw error
    } finally {
      last = record.lastHallSeq()
    }
  }

  function hello(wire: Wire<FromHall>, message: FromMachine & { say: 'hello' }, at: number): Guest | undefined {
    const why = unwelcome(message)
    if (why) {
      wire.send({ say: 'goodbye', why })
      return undefined
    }
    const guest = { wire, machine: message.machine, cursor: message.seen }
    guests.set(guest.machine, guest)
    seen(guest.machine, true, at)
    presenceChanged = true
    wire.send({ say: 'welcome', have: record.lastOriginSeq(guest.machine), at })
    return guest
  }

  function unwelcome(
    message: FromMachine & { say: 'hello' },
  ): 'machineTooOld' | 'hallTooOld' | 'notWelcome' | undefined {
    if (message.protocol < protocol) return 'machineTooOld'
    if (message.protocol > protocol) return 'hallTooOld'
    return around.knows(message.machine) ? undefined : 'notWelcome'
  }

  function seen(machine: string, connected: boolean, at: number): void {
    if (present.get(machine)?.connected !== connected) presenceChanged = true
    present.set(machine, { ...present.get(machine), machine, connected, lastHeardAt: at })
  }

  function hear(guest: Guest, message: FromMachine, at: number): void {
    seen(guest.machine, true, at)
    switch (message.say) {
      case 'hello':
        return
      case 'tell':
        if (!takeIn(guest, message.entries)) {
          guests.delete(guest.machine)
          guest.wire.send({ say: 'goodbye', why: 'gap' })
        }
        return
      case 'ask': {
        const { ask, command } = message
        const answer = (refused: Refusal | undefined) => {
          if (!refused && command.type === 'lookUpCase') show(guest, command.about)
          guest.wire.send({ say: 'answer', ask, ...(refused && { refused }) })
        }
        answers.push({ answer, refused: decideFor(guest.machine, command, at) })
        return
      }
      case 'has':
        present.set(guest.machine, {
          ...present.get(guest.machine),
          ...here(guest, at),
          editions: message.editions,
        })
        presenceChanged = true
        return
      case 'kept':
        present.set(guest.machine, { ...present.get(guest.machine), ...here(guest, at), kept: message.kept })
        presenceChanged = true
        return
      case 'fetch': {
        const { hash, from } = message
        const whole = around.edition(hash) ?? ''
        guest.wire.send({ say: 'editionPart', hash, from, total: whole.length, content: partFrom(whole, from) })
      }
    }
  }

  /** Sends what is kept apart of a case to who has looked it up: for this sitting, and beside its record. */
  function show(guest: Guest, about: string): void {
    guest.wire.send({ say: 'shown', case: about, entries: log.privateOf(about, last) })
  }

  /** What a guest may hear of an entry: the private part only if it is its own, or it holds the case, or supervises. */
  function forGuest(guest: Guest, entry: Entry): Entry[] {
    const { event } = entry
    const holds = 'case' in event && record.hall.cases.get(event.case)?.holder === guest.machine
    const handed = holds && handsOn.has(event.type)
    const before = handed ? log.privateOf(event.case, (entry.hallSeq ?? 0) - 1) : []
    const mayHear = entry.origin === guest.machine || around.isSupervisor(guest.machine) || holds
    return [...before, mayHear ? entry : { ...entry, private: undefined }]
  }

  /** Sends a guest the news after its cursor; guests at the same place share one reading of the record. */
  function passOn(guest: Guest, read: Map<number, Entry[]>, at: number): boolean {
    const entries = read.get(guest.cursor) ?? log.since(guest.cursor, batch)
    read.set(guest.cursor, entries)
    const end = entries.at(-1)?.hallSeq
    if (typeof end === 'number') {
      guest.cursor = end
      guest.wire.send({ say: 'news', at, entries: entries.flatMap((e) => forGuest(guest, e)) })
    }
    return guest.cursor < last
  }

  return {
    record,
    /** A line is there; nobody is on it until it has said hello. */
    connect(wire: Wire<FromHall>) {
      let guest: Guest | undefined
      const isCurrent = () => guest !== undefined && guests.get(guest.machine) === guest
      return {
        hear(message: FromMachine, at: number) {
          if (!guest && message.say === 'hello') guest = hello(wire, message, at)
          else if (guest && isCurrent()) hear(guest, message, at)
          around.wake()
        },
        leave(at: number) {
          if (!guest || !isCurrent()) return
          guests.delete(guest.machine)
          seen(guest.machine, false, at)
          around.wake()
        },
      }
    },
    /** A command of the hall itself, or of a board or kiosk that it serves. */
    submit(machine: string, command: Command, at: number): Promise<Outcome> {
      return new Promise((resolve) => {
        const answer = (refused: Refusal | undefined) => resolve(refused ? { refused } : 'done')
        answers.push({ answer, refused: decideFor(machine, command, at) })
        around.wake()
      })
    },
    /** Commits all that came in, then passes on the news, then answers. True when there is more news to pass on. */
    turn(at: number): boolean {
      commitOrForget()
      let more = false
      const read = new Map<number, Entry[]>()
      for (const guest of guests.values()) if (guest.cursor < last) more = passOn(guest, read, at) || more
      const due = answers
      answers = []
      for (const { answer, refused } of due) answer(refused)
      if (presenceChanged) {
        presenceChanged = false
        const machines = [...present.values()]
        const hall = around.kept?.()
        for (const guest of guests.values()) guest.wire.send({ say: 'presence', machines, at, ...(hall && { hall }) })
      }
      around.changed()
      return more
    },
    presence: () => [...present.values()],
    /** The copies of the hall stand otherwise than before. */
    keptChanged(): void {
      presenceChanged = true
      around.wake()
    },
  }
}
export type HallEnd = ReturnType<typeof hallEnd>

const here = ({ machine }: { machine: string }, at: number) => ({ machine, connected: true, lastHeardAt: at })

/** An entry that the hall cannot apply: kept with its content and its place, shown to the supervisor, in nobody's way. */
const held = (told: Told['event'], origin: string, why: 'notOwner' | 'malformed'): Event => ({
  ...{ type: 'entryHeld', at: told.at, by: { machine: HALL }, origin },
  ...{ what: told.type, why, content: JSON.stringify(told) },
})
