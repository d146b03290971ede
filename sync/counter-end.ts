import { decidedBy } from '../domain/decided-by.ts'
import type { Outcome } from '../domain/desk.ts'
import type { Command, Decision } from '../domain/hall.ts'
import { decide } from '../domain/hall.ts'
import type { HallKept } from '../domain/machine/kept.ts'
import type { Entry, Log, SignedHead } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import type { LineView } from '../domain/views/view-line.ts'
import { counterAsks } from './counter-asks.ts'
import { privates, restoring, sittingIn, telling, trail } from './counter-recovery.ts'
import type { CounterSurroundings } from './counter-surroundings.ts'
import { editionIntake } from './edition-intake.ts'
import { partOf } from './edition-part.ts'
import { lacksOwn, waitingAfter, withOwn } from './own-places.ts'
import { protocol, type FromHall, type FromMachine, type Presence, type Wire } from './protocol.ts'
import { recordOnWay } from './record-on-way.ts'

/** A clock that is further off makes times wrong that people read, and is told. */
const clockLimit = 2 * 60_000

/**
 * `told` is what the hall was told on this line of the editions that are here; `have` how many own entries it has of which
 * some must come first, before it is told what waits (S14); `trail` the places whose heads it was told, to find where the
 * records part (R4).
 */
type Line = {
  wire: Wire<FromMachine>
  welcomed: boolean
  told?: string
  awaited?: readonly string[]
  have?: number
  trail?: readonly number[]
}

/** A counter's end of the conversation: decides what is its own at once, asks the hall for the rest, catches up when the line is back. */
export function counterEnd(record: Record, log: Log, around: CounterSurroundings, openedAt: number) {
  let line: Line | undefined
  let since = openedAt
  let lastNewsAt = openedAt
  let presence: readonly Presence[] = []
  let hallKept: HallKept | undefined
  let toldKept = ''
  /** The number of the last own entry that the hall has on its disk, as it said; places come later. */
  let taken = 0
  /** Whether the hall's word for its record is another than what it told: its record was changed. */
  let differs = false
  /** Who sat here when the record last parted from the hall's: what this person was doing may have been lost there. */
  let partedFor: { clerk: string | undefined } | undefined
  /** How far this PC's clock is ahead of the hall's, as last heard. */
  let clockOff = 0
  const filling = recordOnWay(record, log)
  const intake = editionIntake(around.editions, log.machine)
  let onWay = intake.onWay(record.hall, openedAt)
  const unsent = () => waitingAfter(log, taken)
  const asks = counterAsks()

  function decideHere(command: Command, at: number): Outcome {
    // What a machine that is shut out would record, nobody would ever take.
    if (around.isShutOut?.()) return { refused: 'shutOut' }
    if (filling.mustWait()) return { refused: 'catchingUp' }
    if (asks.keepsFrom(command)) return { refused: 'askUnderWay' }
    const decision: Decision = decide(record.hall, command, {
      machine: log.machine,
      at: momentOf(command, at),
      kind: around.kind,
      paper: around.paper,
      archive: around.archive,
      ...(around.hasManual && { hasManual: around.hasManual }),
      online: line?.welcomed ?? false,
      unsent,
      apart: (id) => record.privates.get(id) ?? {},
      isConfirmed: (id) => !unsent().some(({ event }) => 'case' in event && event.case === id),
    })
    if ('refused' in decision) return decision
    const from = record.lastOriginSeq(log.machine) + 1
    const entries = decision.happened.map((h, i): Entry => ({
      origin: log.machine,
      originSeq: from + i,
      hallSeq: null,
      ...h,
    }))
    record.stage(entries)
    if (!saved()) return { refused: 'notSaved' }
    if (line?.welcomed && line.have === undefined) line.wire.send({ say: 'tell', entries })
    around.changed()
    return 'done'
  }

  /** A recall stands on the boards among the hall's own calls, so it is by the hall's clock, as far as that is known here. */
  const momentOf = (command: Command, at: number): number => (command.type === 'recall' ? at - clockOff : at)

  function saved(word?: SignedHead): boolean {
    try {
      record.commit(word)
      return true
    } catch (error) {
      around.failed(error)
      return false
    }
  }

  function hear(from: Line, message: FromHall, at: number): void {
    if (from !== line) return
    lastNewsAt = at
    if ('at' in message) clockOff = at - message.at
    switch (message.say) {
      case 'welcome':
        if (!from.welcomed) since = at
        from.welcomed = true
        taken = Math.min(taken, message.have)
        filling.begins(message)
        if (message.recoveryPub !== undefined) around.recoveryKey?.(message.recoveryPub)
        tellWaiting(from, message.have)
        toldKept = ''
        tellKept()
        break
      case 'news':
        if (!from.welcomed) return
        if (!takeNews(message)) return lost(from, at)
        if (from.have !== undefined) tellWaiting(from, from.have)
        // A restored hall may have more of them than it is told anew (R1): the next greeting says how many.
        else if (log.countAside() > 0) return lost(from, at)
        break
      case 'taken':
        taken = message.have
        return around.changed()
      case 'shown':
        return around.shown?.(message.case, message.entries)
      case 'answer':
        return asks.answered(message)
      case 'editionPart':
        intake.hear(message, record.hall, from.wire)
        break
      case 'fetch':
        return from.wire.send(partOf(around.editions.content(message.hash), message))
      case 'presence':
        presence = message.machines
        hallKept = message.hall
        break
      case 'lacks':
      case 'parted':
        return bringInStep(from, message, at)
      case 'privates':
        for (const told of privates(log, message.after, message.upTo)) from.wire.send(told)
        return
      case 'recovering':
        from.awaited = message.awaited
        filling.leaves()
        break
      case 'goodbye':
        return lost(from, at)
    }
    if (message.say !== 'presence') {
      onWay = intake.onWay(record.hall, at)
      // What is asked for before the greeting is over is heard by nobody.
      if (onWay.length > 0 && from.welcomed) intake.fetch(record.hall, at, from.wire)
      tellEditions(from, at)
    }
    around.changed()
  }

  /** Keeps news and the hall's word for their head; false if the record here is another than the hall's: the next greeting finds where. */
  function takeNews({ entries: told, own, head }: FromHall & { say: 'news' }): boolean {
    const entries = withOwn(log, told, own)
    if (!entries) return false
    record.stage(entries)
    // Own acts that get their places are in the state already, and do not move its mark.
    const hallSeq = Math.max(record.lastHallSeq(), entries.at(-1)?.hallSeq ?? 0)
    const word = head && { hallSeq, ...head }
    if (!saved(word)) return false
    filling.goesOn()
    if (word) differs = log.headAt(word.hallSeq)?.hash !== word.hash
    return !word || !differs
  }

  /** Tells a hall what it has lost, or takes back what it never had; then the greeting begins again. */
  function bringInStep(from: Line, { say, last, head }: FromHall & { say: 'lacks' | 'parted' }, at: number): void {
    const kept = log.signedHead()
    // One of before a parting is no word for this record.
    const word = kept && log.headAt(kept.hallSeq)?.hash === kept.hash ? kept : undefined
    taken = 0
    if (log.headAt(last)?.hash !== head) return tellTrail(from, record.lastHallSeq())
    if (say === 'lacks' && word && word.hallSeq > last) {
      for (const message of restoring(log, last, word)) from.wire.send(message)
      return
    }
    // The trail has gaps: the records may part later than at the place that both are known to have.
    const differing = Math.min(...(from.trail ?? []).filter((place) => place > last))
    if (differing > last + 1 && differing < Infinity) return tellTrail(from, differing - 1, last)
    delete from.trail
    filling.parts()
    const clerk = clerkHere()
    const parted = record.partAfter(last, at)
    if (parted.setAside > 0) partedFor = { clerk }
    around.parted(parted)
    greet(from.wire)
    around.changed()
  }

  function tellTrail(to: Line, last: number, both?: number): void {
    const heads = trail(log, last, both)
    to.trail = heads.map(({ hallSeq }) => hallSeq)
    to.wire.send({ say: 'trail', heads })
  }

  const clerkHere = () => record.hall.counters.get(log.machine)?.clerk

  const greet = (wire: Wire<FromMachine>): void => {
    const seen = record.lastHallSeq()
    const head = log.headAt(seen)?.hash
    const told = { seen, own: record.lastOriginSeq(log.machine), ...(head !== undefined && { head }) }
    wire.send({ say: 'hello', protocol, machine: log.machine, ...told })
  }

  /** Tells all that waits, in its order; acts whose numbers the hall has given to others get new ones before, and what follows them too. */
  function tellWaiting(to: Line, have: number): void {
    if (lacksOwn(log, have)) return void (to.have = have)
    delete to.have
    record.renumber()
    tell(to, log.ownAfter(have))
  }

  function tell(to: Line, entries: readonly Entry[]): void {
    for (const told of telling(entries)) to.wire.send(told)
  }

  /** Says which editions are whole here, once on every line and whenever it changes. */
  function tellEditions(to: Line, at: number): void {
    const editions = intake.whole(record.hall, at)
    const told = editions.join(' ')
    if (!to.welcomed || to.told === told) return
    to.told = told
    to.wire.send({ say: 'has', editions })
  }

  /** Says how the copies here stand, once on every line and whenever it changes. */
  function tellKept(): void {
    const kept = around.kept?.()
    const told = JSON.stringify(kept)
    if (!kept || !line?.welcomed || told === toldKept) return
    toldKept = told
    line.wire.send({ say: 'kept', kept })
  }

  function lost(which: Line, at: number): void {
    if (which !== line) return
    line = undefined
    since = at
    filling.leaves()
    asks.lost()
    around.changed()
  }

  return {
    /** Decides at once what is the machine's own; the hall's questions are asked once and never queued. */
    submit(command: Command, at: number): Outcome | Promise<Outcome> {
      if (decidedBy[command.type] === 'machine') return decideHere(command, at)
      if (filling.mustWait() && command.type !== 'endRecovery') return { refused: 'catchingUp' }
      const isOpen = line?.welcomed || (line?.awaited && command.type === 'endRecovery')
      if (!line || !isOpen) return 'unreachable'
      const sitting = command.type === 'endRecovery' ? sittingIn(record, log.machine) : {}
      return asks.ask(line.wire, command, sitting)
    },
    /** A line is there: says hello, and returns what hears it. A newer line makes an older one deaf. */
    online(wire: Wire<FromMachine>, at: number) {
      if (line) lost(line, at)
      const mine: Line = { wire, welcomed: false }
      line = mine
      intake.begin()
      greet(wire)
      return {
        hear: (message: FromHall, now: number) => hear(mine, message, now),
        lost: (now: number) => lost(mine, now),
        isCurrent: () => mine === line,
      }
    },
    line: (): LineView => ({
      ...(line?.welcomed ? { state: 'online', since, lastNewsAt } : { state: 'offline', since }),
      ...filling.view(),
      unsent: log.countAside() + unsent().length,
      ...(onWay.length > 0 && { editions: onWay }),
      ...(line?.awaited && !line.welcomed && { awaited: [...line.awaited] }),
      ...(differs && { differs }),
      ...(partedFor && partedFor.clerk === clerkHere() && { parted: true }),
      ...(line?.welcomed && Math.abs(clockOff) >= clockLimit && { clockOff }),
    }),
    mustWait: filling.mustWait,
    unsent,
    isOnline: (): boolean => line?.welcomed ?? false,
    presence: () => presence,
    hallKept: () => hallKept,
    /** The copies here may stand otherwise than before. */
    keptChanged: tellKept,
  }
}
export type CounterEnd = ReturnType<typeof counterEnd>
