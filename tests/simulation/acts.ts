import { nextAct } from '../../domain/case/case-next.ts'
import type { Case } from '../../domain/case/case.ts'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { keepers, waiting } from '../../domain/queue/queue.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { namesOf } from '../../domain/record/strays.ts'
import type { Hall } from '../../domain/state.ts'
import { addDays, dayOf, type Day } from '../../domain/time.ts'
import type { Dice } from './dice.ts'
import { kinds } from './fixture.ts'
import { someAmendment, someUse, someWithdrawal } from './manual-acts.ts'
import { ofAdministrator, someSession } from './people-acts.ts'
import { someHallAct, someProcedure, whileItStands } from './procedure-acts.ts'
import { bells, someClosing, someSettings, sendAway, takeOvers } from './queue-acts.ts'
import type { Machine } from './world.ts'

/** What a person at a machine might do now: mostly sensible, sometimes not. */
export function someCommand(machine: Machine, dice: Dice, newId: () => string): Command {
  const { hall } = machine.record
  const at = machine.world.now()
  const me = hall.counters.get(machine.id)
  if (me?.clerk === undefined)
    return { type: 'signIn', clerk: machine.id === 'supervisor' ? atTheOffice(dice) : 'clerk' }
  if (me.clerk === 'admin') return ofAdministrator(machine, dice, newId)
  if (machine.id === 'supervisor') return ofSupervisor(machine, dice, newId)
  if (me.paused) return { type: 'reopenCounter' }
  if (dice.oneIn(40)) return someUse(machine, dice, newId)
  if (dice.oneIn(60)) return dice.pick(bells(hall, newId))
  if (dice.oneIn(150)) return someSession(dice)
  const visit = [...hall.visits.values()].find(
    (v) => v.counter === machine.id && (v.state === 'called' || v.state === 'serving'),
  )
  const cases = [...hall.cases.values()].filter((c) => c.holder === machine.id && c.state !== 'closed')
  const withLate = cases.find((c) => c.late.some((l) => !l.settled))
  if (withLate && dice.oneIn(2)) return onCase(withLate, dice, machine, newId)
  if (cases.length > 0 && !dice.oneIn(4)) return onCase(dice.pick(cases), dice, machine, newId)
  if (!visit) return withoutVisit(machine, dice, newId)
  if (visit.state === 'called')
    return dice.pick<Command>([
      { type: 'welcome', visit: visit.visit },
      { type: 'recall', visit: visit.visit },
      { type: 'markNoShow', visit: visit.visit, aloud: true },
      { type: 'returnToQueue', visit: visit.visit },
    ])
  const receive = {
    type: 'receiveCase' as const,
    case: newId(),
    kind: dice.pick(kinds).code,
    visit: visit.visit,
    ...(dice.oneIn(4) && { joint: { how: 'joint' as const, signers: 3 } }),
    ...(dice.oneIn(5) ? {} : { guidance: [...guidanceTopics] }),
  } as const
  return dice.pick<Command>([
    { ...receive, petitioner: { name: `민원인 ${receive.case}` } },
    { ...receive, petitioner: { name: `민원인 ${receive.case}` } },
    { type: 'holdVisit', visit: visit.visit, reason: 'payingFee', ...(dice.oneIn(2) && { minutes: 10 }) },
    { type: 'transferVisit', visit: visit.visit, ...sendAway(machine, dice) },
    { type: 'tellLength', visit: visit.visit },
    { type: 'tellEnding', visit: visit.visit, ground: 'abuse' },
    { type: 'endInterview', visit: visit.visit, ground: 'abuse', measure: 'ended' },
    { type: 'completeVisit', visit: visit.visit },
    { type: 'completeVisit', visit: visit.visit },
    { type: 'callNext', visit: newId() },
    { type: 'issueTicket', touch: `counter ${at}`, class: 'ordinary' },
  ])
}

/** Whether a machine has acts of a case that the hall has not seen. */
const holdsBack = (machine: Machine, known: Case): boolean =>
  machine.log.pending().some((e) => 'case' in e.event && e.event.case === known.received.case)

function withoutVisit(machine: Machine, dice: Dice, newId: () => string): Command {
  const { hall } = machine.record
  const today = dayOf(machine.world.now())
  const queue = waiting(hall, today)
  const held = [...hall.visits.values()].find((v) => v.counter === machine.id && v.state === 'held')
  const missed = [...hall.visits.values()].find((v) => v.state === 'noShow' && v.ticket !== undefined)
  if (held && dice.oneIn(2)) return { type: 'resumeVisit', visit: held.visit }
  const number = 1 + dice.below((queue.at(-1)?.label.number ?? 0) + 3)
  const past = machine.log.archivedBetween('case', '0000-01-01', today)[0]
  const ended = [...hall.cases.values()].filter((c) => c.holder === machine.id && c.state === 'closed')
  if (ended.length > 0 && dice.oneIn(4)) return someProcedure(dice.pick(ended), dice, machine, newId)
  return dice.pick<Command>([
    ...(past ? [{ type: 'takeOutCase', case: past.id } as const] : []),
    ...Array.from({ length: 8 }, (): Command => ({ type: 'callNext', visit: newId() })),
    { type: 'takeTicket', visit: newId(), label: queue[0]?.label ?? { day: today, series: '가', number } },
    { type: 'serveWithoutTicket', visit: newId() },
    { type: 'pauseCounter', reason: 'meal' },
    { type: 'recordNonPetition', record: newId(), ground: dice.pick(['agency', 'contract', 'unknownPerson']) },
    { type: 'signOut' },
    ...someLook(machine, dice),
    ...takeOvers(machine, newId),
    ...(queue[1] ? [{ type: 'callTicket', visit: newId(), ticket: queue[1].ticket, reason: 'urgent' } as const] : []),
    ...(queue[0] ? [{ type: 'cancelTicket', ticket: queue[0].ticket, reason: 'visitorLeft' } as const] : []),
    ...(missed?.ticket !== undefined ? [{ type: 'bringBack', ticket: missed.ticket } as const] : []),
  ])
}

/** What a supervisor does with tickets that wait. */
function onWaiting([first, second]: readonly Ticket[], dice: Dice, { world }: Machine): Command[] {
  const to = dice.pick(world.machines.slice(0, -1)).id
  return [
    ...(first
      ? [{ type: 'setTicketClass', ticket: first.ticket, class: dice.oneIn(2) ? 'ordinary' : 'priority' } as const]
      : []),
    ...(second ? [{ type: 'sendTicket', ticket: second.ticket, to } as const] : []),
  ]
}

const atTheOffice = (dice: Dice): string => (dice.oneIn(8) ? 'admin' : dice.pick(['chief', 'editor']))

/** A look at a case, mostly of another counter. */
function someLook({ record }: Machine, dice: Dice): Command[] {
  const known = [...record.hall.cases.keys()]
  if (known.length === 0) return []
  const about = dice.pick(known)
  return [
    { type: 'showCase', about, part: dice.pick(['case', 'paper', 'person']) },
    { type: 'showNumber', about, field: 'f1', need: 'identity' },
    { type: 'lookUpCase', about, reason: '민원인이 진행을 물음' },
  ]
}

function ofSupervisor(machine: Machine, dice: Dice, newId: () => string): Command {
  const { hall } = machine.record
  const at = machine.world.now()
  const open = [...hall.cases.values()].filter((c) => c.state !== 'closed')
  const kept = [...hall.tickets.keys()].find((t) => keepers(hall, t).length > 1)
  if (kept !== undefined && dice.oneIn(3)) return { type: 'bringBack', ticket: kept }
  const past = machine.log.archivedBetween('case', '0000-01-01', dayOf(at))[0]
  if (past && dice.oneIn(3)) return { type: 'takeOutCase', case: past.id }
  const roll = dice.below(20)
  if (roll === 0) return someClosing(machine, dice)
  if (roll === 10 && dice.oneIn(3)) return dice.oneIn(2) ? someSettings(dice) : dice.pick(bells(hall, newId))
  if (roll === 9 && dice.oneIn(2)) return { type: 'endRecovery' }
  if (hall.issueStop && dice.oneIn(2)) return { type: 'resumeIssue' }
  if (hall.strays.length > 0 && dice.oneIn(3)) return { type: 'checkStrays', strays: [dice.pick(namesOf(hall.strays))] }
  if ((roll === 10 || roll === 11) && dice.oneIn(2))
    return { type: 'stopIssue', reason: dice.pick(['tooMany', 'emergency']) }
  if (roll === 1 || roll > 15) return someAmendment(machine, dice, newId)
  if (roll === 2) return { type: 'signOut' }
  if (roll === 3) return onHolidays(hall, dice, addDays(dayOf(at), dice.below(20)))
  if (roll === 8) return someWithdrawal(machine, dice)
  if (roll === 5 || roll === 6) return someHallAct(machine, dice)
  const floor = onWaiting(waiting(hall, dayOf(at)), dice, machine)
  if (floor.length > 0 && (roll === 4 || roll === 15)) return dice.pick(floor)
  if (open.length === 0 || roll === 4) return { type: 'signOut' }
  const to = dice.pick(machine.world.machines.slice(0, -1)).id
  const away = open.filter((c) => machine.world.machines.some((m) => m.id === c.holder && holdsBack(m, c)))
  // Days are seldom closed with a case in them, so mostly one is asked for that was never put away.
  if (roll === 7) return { type: 'takeOutCase', case: dice.pick(open).received.case }
  const seized = dice.pick(away.length > 0 ? away : open)
  return { type: 'seizeCase', case: seized.received.case, to, reason: '창구가 비었음' }
}

/** Designates a temporary holiday or withdraws one; now and then one that is there already, or is not. */
function onHolidays({ holidays }: Hall, dice: Dice, date: Day): Command {
  const rest = { name: '임시공휴일', kind: 'temporary', basis: '제11호', source: '관보', provisional: false } as const
  if (dice.oneIn(2)) return { type: 'designateHoliday', holidays: [{ date, ...rest }] }
  return { type: 'withdrawHoliday', date: dice.pick([...holidays.keys(), date]), reason: '지정이 취소됨' }
}

/** Mostly what the manual leads to, sometimes something else. */
function onCase(known: Case, dice: Dice, machine: Machine, newId: () => string): Command {
  const on = { case: known.received.case }
  const late = known.late.find((l) => !l.settled)
  if (late && dice.oneIn(2))
    return {
      ...on,
      type: 'settleLate',
      tenure: late.event.tenure,
      act: late.event.act,
      how: dice.pick(['takenOver', 'setAside']),
    }
  if (dice.oneIn(8)) return astray(known, dice, machine, newId)
  if (dice.oneIn(3)) return someProcedure(known, dice, machine, newId)
  const document = known.received.documents.find((d) => !known.documents[d.document])
  if (document && dice.oneIn(2))
    return {
      ...on,
      type: 'markDocument',
      document: document.document,
      mark: document.byOffice ? 'verified' : 'received',
    }
  const next = nextAct(known)
  if (typeof next === 'object') {
    const step = known.received.steps.find((s) => s.step === next.step)
    const check = step?.checks.find((c) => !known.checks[c])
    return check === undefined
      ? { ...on, type: 'finishStep', step: next.step }
      : { ...on, type: 'tickCheck', check, mark: 'met', ...(dice.oneIn(3) && { finding: '확인함' }) }
  }
  if (next === 'guide') return { ...on, type: 'giveGuidance', topics: [...guidanceTopics] }
  if (next === 'arrive' || next === 'resume') {
    if (!dice.oneIn(3)) return whileItStands(known, dice, machine)
    return { ...on, type: next === 'arrive' ? 'receiveSupplement' : 'resumeClock' }
  }
  if (next === 'decide') return { ...on, type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] }
  if (next === 'notify') return { ...on, type: 'notifyCase', channel: 'inPerson' }
  if (known.state === 'awaitingPickup' && dice.oneIn(2)) return { ...on, type: 'closeUncollected' }
  return { ...on, type: 'handOverResult', collector: 'petitioner', idSeen: 'residentCard', proxyLetter: false }
}

function astray(known: Case, dice: Dice, machine: Machine, newId: () => string): Command {
  const on = { case: known.received.case }
  const check = known.received.steps[0]?.checks[0] ?? ''
  return dice.pick<Command>([
    { ...on, type: 'addNote', text: `비고 ${newId()}` },
    { ...on, type: 'addNote', text: `비고 ${newId()}` },
    { ...on, type: 'clearCheck', check },
    { ...on, type: 'decideCase', outcome: 'refused', reasons: '미비', provisions: ['제5조'], remedies: ['이의신청'] },
    { ...on, type: 'notifyCase', channel: 'sms', basis: 'agreed' },
    { ...on, type: 'awaitPickup' },
    { ...on, type: 'closeCase' },
    { ...on, type: 'withdrawCase' },
    // Mostly refused, since late acts are rare here; [O4] in tests/sync settles real ones.
    { ...on, type: 'settleLate', tenure: 1, act: known.acts, how: 'setAside' },
    { ...on, type: 'voidCase', reason: '잘못 접수함', approvedBy: 'chief' },
    { ...on, type: 'passCase', to: dice.pick(machine.world.machines).id },
    { ...on, type: 'passCase', to: dice.pick(machine.world.machines).id },
  ])
}
