import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { Question } from '../../domain/desk.ts'
import { calendarOf } from '../../domain/hall-calendar.ts'
import { evolve } from '../../domain/hall-fold.ts'
import type { Event } from '../../domain/hall.ts'
import { formerHolds } from '../../domain/people/sign-in.ts'
import type { Entry } from '../../domain/record/log.ts'
import { emptyHall, hallToJson } from '../../domain/state.ts'
import { answer, type Seat } from '../../domain/views/answer.ts'
import { contradictions } from '../support/history-check.ts'
import type { Machine, World } from './world.ts'

/** What must be true when everyone is back and everything has arrived. */
export function check(world: World): Entry[] {
  const entries = [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })]
  assert.deepEqual(
    entries.map((e) => e.hallSeq),
    entries.map((_, i) => i + 1),
    'the order of the hall has a gap',
  )
  const final = hallToJson(world.hall.record.hall)
  // Compared as truth, not as text: a difference of two whole halls takes minutes to print.
  assert.ok(hallToJson(refold(entries)) === final, 'refold differs from the live hall')
  for (const machine of world.machines) checkMachine(world, machine, final, entries)
  assert.deepEqual(contradictions(world.history, entries), [], 'what was told is not what is in the record')
  checkProven(entries)
  checkSecrecy(world, entries)
  return entries
}

/** What bears a signature of its own: a session's beginning, and the second person's. */
const signed: ReadonlySet<string> = new Set<Event['type']>([
  ...(['clerkSignedIn', 'sessionUnlocked', 'caseVoided', 'decisionCorrected'] as const),
])

/**
 * Whoever sat at a machine had proven it: nobody's honest work is held for want of a proof. The dice keep a PC from the hall
 * for longer than a session without the line lasts; a password that was replaced so long before proves nothing.
 */
function checkProven(entries: readonly Entry[]): void {
  const held = entries.flatMap(({ event }) => (event.type === 'entryHeld' && event.why === 'notProven' ? [event] : []))
  const set = entries.flatMap(({ event }) => (event.type === 'passwordSet' ? [event.at] : []))
  const isLate = ({ what, at }: { what: string; at: number }) =>
    signed.has(what) && set.some((setAt) => at > setAt + formerHolds)
  const late = new Set(held.filter(isLate).map((e) => e.origin))
  const wrong = held.filter((e) => !late.has(e.origin))
  assert.deepEqual(wrong, [], 'an honest act is held for want of a proof')
}

/** Folds again from the first entry. */
function refold(entries: readonly Entry[]) {
  const hall = emptyHall()
  for (const { event } of entries) evolve(hall, event)
  return hall
}

function checkMachine(world: World, machine: Machine, final: string, entries: readonly Entry[]): void {
  assert.equal(machine.log.countPending(), 0, `${machine.id} has unsent entries`)
  assert.ok(hallToJson(machine.record.hall) === final, `${machine.id} differs from the hall`)
  const { edition } = machine.record.hall
  // What the hall had published and nobody had fetched before its disk was lost is nowhere.
  const isNowhere = (hash: string) => world.recovered > 0 && !world.hallEditions.has(hash)
  const waits = machine.end
    .line()
    .editions?.filter((e) => !isNowhere(machine.record.hall.editions.get(e.edition)?.hash ?? ''))
  if (edition && !isNowhere(edition.hash)) {
    assert.ok(machine.editions.has(edition.hash), `${machine.id} lacks edition ${edition.edition}`)
  }
  assert.deepEqual(waits ?? [], [], `${machine.id} still waits for editions`)
  const own = [...machine.log.after({ hallSeq: 0, ownSeq: 0 })]
  assert.equal(own.length, entries.length, `${machine.id} has not the whole record`)
}

/** The private part of a case is nowhere but with the hall, the supervisor and whoever held the case. */
function checkSecrecy(world: World, entries: readonly Entry[]): void {
  const holders = new Map<string, Set<string>>()
  for (const { event } of entries) {
    if (event.type === 'caseReceived') holders.set(event.case, new Set([event.by.machine]))
    if (event.type === 'casePassed' || event.type === 'caseSeized' || event.type === 'caseTakenOut')
      holders.get(event.case)?.add(event.to)
  }
  const whole = new Map(entries.filter((e) => e.private).map((e) => [`${e.origin} ${e.originSeq}`, e.private]))
  for (const machine of world.machines)
    for (const e of machine.log.after({ hallSeq: 0, ownSeq: 0 })) {
      const isReason = 'about' in e.event && machine.id !== 'supervisor'
      if (isReason) assert.equal(e.private, undefined, `${machine.id} knows why a case was looked up`)
      if (!('case' in e.event)) continue
      const may = machine.id === 'supervisor' || holders.get(e.event.case)?.has(machine.id) || e.origin === machine.id
      if (!may) assert.equal(e.private, undefined, `${machine.id} knows what is private of ${e.event.case}`)
      const holds = machine.id === 'supervisor' || world.hall.record.hall.cases.get(e.event.case)?.holder === machine.id
      const said = whole.get(`${e.origin} ${e.originSeq}`)
      if (holds) assert.ok(isDeepStrictEqual(e.private, said), `${machine.id} lacks the private part of its case`)
    }
  for (const machine of world.machines) if (machine.id !== 'supervisor') checkViews(machine, holders)
}

/** No view of a counter names the petitioner of a case that it never held. */
function checkViews(machine: Machine, holders: ReadonlyMap<string, ReadonlySet<string>>): void {
  const { hall, privates } = machine.record
  const at = machine.world.now()
  const seat: Seat = {
    hall,
    privates,
    machine: machine.id,
    at,
    line: { state: 'online', lastNewsAt: at, unsent: 0 },
    presence: [],
    calendar: calendarOf(hall),
    kindOf: () => undefined,
    unsent: [],
    archive: machine.archive,
  }
  const others = [...hall.cases.values()].filter((c) => !holders.get(c.received.case)?.has(machine.id)).slice(0, 25)
  for (const { received } of others) {
    const questions: Question[] = [
      ...[
        { of: 'case' as const, case: received.case },
        { of: 'papers' as const, case: received.case },
      ],
      ...[{ of: 'lookup' as const, text: received.receiptNo.slice(8) }, { of: 'counter' as const }],
    ]
    const said = JSON.stringify(questions.map((question) => answer(question, seat)))
    assert.ok(!said.includes(`민원인 ${received.case}"`), `${machine.id} names the petitioner of ${received.case}`)
  }
}
