import { HALL } from '../domain/actor.ts'
import type { Outcome } from '../domain/desk.ts'
import type { Command, Refusal } from '../domain/hall.ts'
import type { Log } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import { editionReturn } from './edition-return.ts'
import { answerOrOwe, isOwedTooMuch, payOwed } from './hall-answers.ts'
import { hallDeciding } from './hall-deciding.ts'
import { isNear, newGuest, seenIn, speakersIn, type Due, type Guest, type Waiting } from './hall-due.ts'
import { hallHearing } from './hall-hearing.ts'
import { hallIntake, type Place } from './hall-intake.ts'
import { hallNews } from './hall-news.ts'
import { hallPresence } from './hall-presence.ts'
import { awaitedIn, hallRecovery } from './hall-recovery.ts'
import { hallSignIns } from './hall-sign-ins.ts'
import type { HallSurroundings } from './hall-surroundings.ts'
import { otherProtocol, type FromHall, type FromMachine, type Wire } from './protocol.ts'
import { putAwayThings } from './put-away.ts'
import { recentEntries } from './recent-entries.ts'

/** The hall's end of every conversation: takes in what machines tell, decides what they ask, and passes on the news. */
export function hallEnd(record: Record, log: Log, around: HallSurroundings) {
  const guests = new Map<string, Guest>()
  const present = hallPresence(around.kept)
  let answers: Waiting[] = []
  let last = record.lastHallSeq()
  /** What got its place last, without a gap. */
  const recent = recentEntries()
  /** Whether something got its place in this turn. */
  let hasPlaced = false
  /** Who has more to hear, hears for the first time, or has read what lay on its line. */
  const prompt = new Set<Guest>()
  /** Who told something in this turn, and the number of its last entry that is in. */
  let told = new Map<Guest, number>()
  /** Whether the wait of a restored hall is over once this turn is passed on. */
  let isEnding = false
  const recovery = hallRecovery(record, log, { seal: around.seal, mayTellAll: around.isSupervisor })
  const hearing = hallHearing(record, log, around.isSupervisor)
  const news = hallNews(log, recovery, hearing)
  const putAway = putAwayThings(record, log)
  const returning = editionReturn(() => record.hall, around)
  /** The machines that a restored hall has still to hear; undefined in a hall at work. */
  let awaited = around.recovering && new Set(awaitedIn(log, record.hall, around.knows))

  const place: Place = (origin, originSeq, happened, isAsTold = false) => {
    last += 1
    if (isAsTold) guests.get(origin)?.asTold.add(originSeq)
    const entry = { origin, originSeq, hallSeq: last, ...happened }
    for (const known of [hearing, putAway]) known.placing(entry)
    record.stage([entry])
    recent.add(entry)
    hasPlaced = true
  }
  const signIns = hallSignIns(record, around.proofs)
  const takeIn = hallIntake(record, recovery, { place, accepts: signIns.accepts, putAway: putAway.things })
  const decideFor = hallDeciding(record, log, around, {
    place,
    signIns,
    away: present.away,
    awaited: () => awaited,
    isEnding: () => isEnding,
    ends: () => void (isEnding = true),
  })

  /** What could not be committed did not happen: it is never answered, and the order goes on from the disk. */
  function commitOrForget(): void {
    try {
      recovery.commit()
    } catch (error) {
      answers = []
      told.clear()
      for (const known of [recent, hearing]) known.forget()
      throw error
    } finally {
      last = record.lastHallSeq()
      putAway.settled()
    }
  }

  function hello(wire: Wire<FromHall>, message: FromMachine & { say: 'hello' }, at: number): Guest | undefined {
    const why = otherProtocol(message) ?? (around.knows(message.machine) ? undefined : 'notWelcome')
    if (why) {
      wire.send({ say: 'goodbye', why })
      return undefined
    }
    const guest = newGuest(wire, message)
    guests.set(guest.machine, guest)
    recovery.begins(guest.machine, guest.cursor)
    present.came(guest.machine, message.own ?? 0, at)
    greet(guest, at)
    return guest
  }

  /** Welcomes a machine whose record goes along with the hall's; another is first brought in step. */
  function greet(guest: Guest, at: number): void {
    commitOrForget()
    const outOfStep = recovery.greeting(guest.cursor, guest.head, last)
    guest.isInStep = !outOfStep
    if (outOfStep) return guest.wire.send(outOfStep)
    awaited?.delete(guest.machine)
    if (!awaited) return welcome(guest, at)
    if (awaited.size > 0) return tellAwaited()
    if (isEnding) return
    const ended = decideFor(HALL, { type: 'endRecovery' }, at)
    if (ended) throw new Error(`the recovery cannot end: ${ended}`)
  }

  function welcome(guest: Guest, at: number): void {
    guest.isWelcome = true
    prompt.add(guest)
    const recoveryPub = around.recoveryPub()
    guest.wire.send({
      say: 'welcome',
      have: recovery.have(guest.machine),
      last,
      at,
      ...(recoveryPub !== undefined && { recoveryPub }),
    })
    returning.askFor(guest.wire)
    const wanted = recovery.askPrivates(guest.machine)
    if (wanted) guest.wire.send(wanted)
  }

  function tellAwaited(): void {
    for (const guest of guests.values()) guest.wire.send({ say: 'recovering', awaited: [...(awaited ?? [])] })
  }

  /** The hall goes on: whoever is in step is welcome; the others find out at their greeting where they part. */
  function goOn(at: number): void {
    awaited = undefined
    isEnding = false
    for (const guest of guests.values()) if (guest.isInStep) welcome(guest, at)
    around.recovering?.ended()
  }

  function hear(guest: Guest, message: FromMachine, at: number): void {
    present.seen(guest.machine, true, at)
    if (!guest.isWelcome) return hearStranger(guest, message, at)
    switch (message.say) {
      case 'hello':
      case 'restore':
      case 'trail':
        return
      case 'tell':
        if (!takeIn(guest.machine, message.entries, at)) return bye(guest, 'gap', at)
        told.set(guest, record.lastOriginSeq(guest.machine))
        return
      case 'ask':
        return isOwedTooMuch(guest) ? bye(guest, 'gap', at) : hearAsk(guest, message, at)
      case 'has':
        return present.says(guest.machine, { editions: message.editions })
      case 'kept':
        return present.says(guest.machine, { kept: message.kept })
      case 'privates':
        return recovery.takePrivates(guest.machine, message)
      case 'editionPart':
        return returning.hear(message, guest.wire)
      case 'fetch':
        returning.answer(message, guest.wire)
    }
  }

  /** A guest that is not yet in step says where it stands and what the hall lacks, and nothing else is heard. */
  function hearStranger(guest: Guest, message: FromMachine, at: number): void {
    commitOrForget()
    if (message.say === 'hello') return greet(Object.assign(guest, seenIn(message)), at)
    if (message.say === 'trail') return guest.wire.send(recovery.parting(message.heads, last))
    if (message.say === 'ask' && awaited && message.command.type === 'endRecovery') return hearAsk(guest, message, at)
    if (message.say !== 'restore') return
    const taken = recovery.takeBack(guest.machine, message, last)
    last = record.lastHallSeq()
    recent.forget()
    if (taken === 'more') return
    if (!taken) return bye(guest, 'notProven', at)
    // What it has beyond the signed head cannot be proven.
    if (taken !== 'again' && guest.cursor > last) guest.wire.send(recovery.partHere(last))
    else greet(guest, at)
  }

  function goes({ machine }: Guest, at: number): void {
    guests.delete(machine)
    recovery.leaves(machine)
    present.seen(machine, false, at)
  }

  function bye(guest: Guest, why: 'gap' | 'notProven', at: number): void {
    goes(guest, at)
    guest.wire.send({ say: 'goodbye', why })
  }

  function hearAsk(guest: Guest, { ask, command, sitting }: FromMachine & { say: 'ask' }, at: number): void {
    const answer = (refused: Refusal | undefined) => {
      // For this sitting, and beside its record: of what it has heard, since what comes after may be lost.
      if (!refused && command.type === 'lookUpCase')
        guest.wire.send({ say: 'shown', case: command.about, entries: log.privateOf(command.about, guest.cursor) })
      guest.wire.send({ say: 'answer', ask, ...(refused && { refused }) })
    }
    answers.push({ of: guest, answer, refused: decideFor(guest.machine, command, at, sitting) })
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
        /** What was on its way to a line that was full has gone. */
        drained() {
          if (guest) prompt.add(guest)
          around.wake()
        },
        leave(at: number) {
          if (!guest || !isCurrent()) return
          goes(guest, at)
          around.wake()
        },
      }
    },
    /** A command of the hall itself, or of a board or kiosk that it serves. */
    submit(machine: string, command: Command, at: number): Promise<Outcome> {
      if (awaited && command.type !== 'endRecovery') return Promise.resolve('unreachable')
      // Here, so that what it throws is thrown at whoever submits.
      const refused = decideFor(machine, command, at)
      return new Promise((resolve) => {
        answers.push({ refused, answer: (why) => resolve(why ? { refused: why } : 'done') })
        around.wake()
      })
    },
    /**
     * Commits all that came in. What is due then is passed on, in the order of its commits, once it is on the disk; the
     * hall may hear and commit more meanwhile.
     */
    commit(): Due {
      commitOrForget()
      const word = recovery.word(last)
      const late = recovery.late()
      const due = { last, word, answers, waits: new Set(prompt), told, hasPlaced, late, isEnding }
      answers = []
      told = new Map()
      prompt.clear()
      hasPlaced = false
      return due
    },
    /**
     * Passes on the news of a commit and answers: whoever waits for an answer is told first, all its news before it, then who
     * has told something, if its news are few. The others hear the news now, or with a later turn that says so: in a busy
     * hall they hear many acts at once, and who has told something that it is taken. True when there is more to pass on.
     */
    pass(due: Due, at: number, others: 'now' | 'later' = 'now'): boolean {
      if (awaited && due.isEnding) goOn(at)
      hearing.isSafeTo(due.last)
      const reading = news.reading(due, at, recent.after)
      const tell = (to: Iterable<Guest>) => {
        for (const guest of to) {
          if (guest.isWelcome) news.tellLate(guest, due.late, at)
          if (guest.isWelcome && guest.cursor < due.last && reading.passOn(guest)) prompt.add(guest)
          if (guest.cursor >= due.last) payOwed(guest)
        }
      }
      const isHere = (of: Guest | undefined): of is Guest => of !== undefined && guests.get(of.machine) === of
      tell(due.answers.map(({ of }) => of).filter(isHere))
      answerOrOwe(due, isHere)
      tell([...guests.values()].filter((g) => others === 'now' || due.waits.has(g) || isNear(due, g)))
      for (const [guest, have] of due.told)
        if (isHere(guest) && guest.cursor < due.last) guest.wire.send({ say: 'taken', have })
      const presence = present.news(at)
      if (presence) for (const guest of guests.values()) guest.wire.send(presence)
      if (others === 'later' || due.hasPlaced) around.changed()
      return prompt.size > 0
    },
    /** The machines that have told or asked something since the last commit. */
    speakers: () => speakersIn({ told, answers }),
    /** Whether all of them have. */
    hasHeard(speakers: Iterable<Guest>): boolean {
      const heard = speakersIn({ told, answers })
      return [...speakers].every((guest) => heard.has(guest))
    },
    presence: present.all,
    /** The machines that a restored hall waits for, and decides nothing meanwhile; undefined in a hall at work. */
    awaited: () => awaited && [...awaited],
    /** By machine, how many entries it had still to tell when it was last heard. */
    unsent: () => present.unsent((machine) => record.lastOriginSeq(machine)),
    /** The copies of the hall stand otherwise than before. */
    keptChanged(): void {
      present.changed()
      around.wake()
    },
  }
}
export type HallEnd = ReturnType<typeof hallEnd>
