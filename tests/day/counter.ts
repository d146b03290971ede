import { randomUUID } from 'node:crypto'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Outcome } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import { ticketKey } from '../../domain/queue/ticket.ts'
import { MINUTE } from '../../domain/time.ts'
import type { DayClock } from './clock.ts'
import type { Ledger, Line } from './ledger.ts'
import type { Pc } from './pcs.ts'

/** What all the clerks of a day share. */
export type Floor = {
  clock: DayClock
  ledger: Ledger
  /** Visits on hold that another counter is to go on with. */
  handedOn: { visit: string; line: Line; from: string }[]
  /** The kind of the petitions that are received. */
  kind: string
  /** Whether everybody who is to be served has been. */
  isOver: () => boolean
}

const walk = 10_000
/** Milliseconds until a clerk looks again whether somebody waits. */
const look = 60_000
const most = 30
/** What an act is told that was done already, though its answer was lost with the line. */
const doneBefore: readonly string[] = ['visitKnown', 'ticketNotWaiting']

/** A clerk at a counter who calls, serves and does what the script says of each visitor, until the day is over. */
export async function workAt(pc: Pc, counters: readonly Pc[], floor: Floor): Promise<void> {
  const { clock, ledger } = floor
  const pause = (for_: number) => clock.until(clock.now() + for_)

  /** Does what must be possible; what is not is written down. */
  async function does(command: Command): Promise<boolean> {
    let outcome: Outcome = await pc.submit(command)
    // Without the line a clerk waits and presses again; what the hall had decided by then is done.
    for (let tries = 1; outcome === 'unreachable' && tries < most; tries++) {
      // oxlint-disable no-await-in-loop -- one after the other
      await pause(look)
      outcome = await pc.submit(command)
      if (typeof outcome === 'object' && doneBefore.includes(outcome.refused)) outcome = 'done'
      // oxlint-enable no-await-in-loop
    }
    if (outcome === 'done') return true
    ledger.refused.push(`${pc.machine} ${command.type} ${JSON.stringify(outcome)}`)
    return false
  }

  async function takeOver(): Promise<boolean> {
    const at = floor.handedOn.findIndex((h) => h.from !== pc.machine)
    const [one] = at < 0 ? [] : floor.handedOn.splice(at, 1)
    if (!one) return false
    const visit = randomUUID()
    if (await does({ type: 'takeOverVisit', visit, held: one.visit })) {
      one.line.at = pc.machine
      await end(visit, one.line)
    }
    return true
  }

  async function end(visit: string, line: Line): Promise<void> {
    await pause(line.visitor.serviceFor)
    if (!(await does({ type: 'completeVisit', visit }))) return
    ledger.leave(line)
    // Who was promised to come back goes back; everybody else is done.
    if (line.back === undefined) line.completed = true
    else delete line.back
  }

  async function missing(visit: string, line: Line): Promise<void> {
    await pause(walk)
    if (await does({ type: 'recall', visit })) await pause(walk)
    if (!(await does({ type: 'markNoShow', visit }))) return
    line.noShows += 1
    ledger.leave(line)
    if (line.visitor.does !== 'back') return
    await pause(MINUTE)
    if (await does({ type: 'bringBack', ticket: ticketKey(line.label) })) line.noShows = 0
  }

  async function serve(visit: string, line: Line, isFirst: boolean): Promise<void> {
    await pause(walk)
    if (!(await does({ type: 'welcome', visit }))) return
    const { does: way, touch } = line.visitor
    const other = counters[(counters.indexOf(pc) + 1) % counters.length] ?? pc
    if (way === 'received' && isFirst) {
      const petitioner = { name: '김영수' }
      const receipt = { type: 'receiveCase', case: randomUUID(), kind: floor.kind, visit, petitioner } as const
      if (await does({ ...receipt, guidance: [...guidanceTopics] })) line.received = true
    }
    if (way === 'held' || way === 'takenOver') {
      await pause(MINUTE / 2)
      await does({ type: 'holdVisit', visit, reason: 'fillingForm', minutes: 5 })
      if (way === 'takenOver' && counters.length > 1) return void floor.handedOn.push({ visit, line, from: pc.machine })
      await pause(MINUTE / 2)
      await does({ type: 'resumeVisit', visit })
    }
    if ((way === 'sent' || way === 'sentAndBack') && isFirst && other !== pc) {
      const returns = way === 'sentAndBack' ? { returns: true as const } : {}
      if (await does({ type: 'transferVisit', visit, to: other.machine, ...returns })) {
        if (returns.returns) line.back = pc.machine
        return ledger.leave(line)
      }
    }
    if (touch !== '') await end(visit, line)
  }

  while (!floor.isOver()) {
    // oxlint-disable no-await-in-loop -- one visitor after the other
    if (await takeOver()) continue
    const visit = randomUUID()
    const outcome = await pc.submit({ type: 'callNext', visit })
    if (outcome !== 'done') {
      const quiet = ['queueEmpty', 'queueOfOthers', 'stillServing', 'askUnderWay']
      if (typeof outcome === 'object' && !quiet.includes(outcome.refused))
        ledger.refused.push(`${pc.machine} callNext ${JSON.stringify(outcome)}`)
      await pause(look)
    }
    // The answer may be lost with the line, and the visitor is called all the same.
    const { visit: at } = await pc.view({ of: 'counter' })
    if (!at?.label) {
      if (outcome === 'done') ledger.refused.push(`${pc.machine} sees no visitor after its call`)
      continue
    }
    const line = await ledger.lineOf(at.label)
    const isFirst = line.firstCalledAt === undefined
    ledger.call(line, pc.machine, at.begunAt)
    const called = at.visit
    const stays = line.visitor.does === 'absent' || line.visitor.does === 'left'
    if (stays || (line.visitor.does === 'back' && isFirst)) await missing(called, line)
    else await serve(called, line, isFirst)
  }
}
