import { publicQuestions, type Question, type ViewOf } from '../desk.ts'
import { sortOf } from '../machine/machine-sort.ts'
import type { StaffRole } from '../manual/manual.ts'
import { noArchive } from '../record/archive.ts'
import type { Seat } from '../seat.ts'
import { emptyHall } from '../state.ts'
import { everybody, personIn, rolesOf, type Where } from './permissions.ts'

/**
 * Who may ask what at which sort of machine: the table that `answer` looks at before anything else, as `decide` does at that
 * of the commands (개인정보의 안전성 확보조치 기준 제5조). A condition that needs more than a role stands in the view.
 */

type Asker = readonly StaffRole[] | 'anyone'
type Asking = {
  readonly who: Asker
  readonly where: Where
  /** What another hears: nothing at all, or the view of a hall without visitors, petitions and machines. */
  readonly otherwise: 'nothing' | 'bare'
}
type Of = Question['of']
type MayBeNothing<Q extends Of> = undefined extends ViewOf<Extract<Question, { of: Q }>> ? true : false
type Table = { [Q in Of]: MayBeNothing<Q> extends true ? Asking : Asking & { readonly otherwise: 'bare' } }

/** The manual, the calendar and what a PC says of itself: nothing in it is about a citizen. */
const anyone = { who: 'anyone', where: 'both', otherwise: 'bare' } as const
const petition = { who: ['clerk', 'supervisor'], where: 'both', otherwise: 'nothing' } as const
const floor = { who: ['clerk', 'guide', 'supervisor'], where: 'both', otherwise: 'bare' } as const
const oversight = { who: ['supervisor'], where: 'supervisorPc', otherwise: 'nothing' } as const
const caretaking = { who: ['supervisor', 'administrator'], where: 'supervisorPc', otherwise: 'nothing' } as const
const office = { who: ['editor', 'supervisor', 'administrator'], where: 'supervisorPc', otherwise: 'bare' } as const
const reading = { who: everybody, where: 'both', otherwise: 'bare' } as const
const editing = { who: ['editor', 'supervisor', 'administrator'], where: 'supervisorPc', otherwise: 'nothing' } as const

export const questionPermissions = {
  setup: anyone,
  pairing: anyone,
  bell: anyone,
  recovery: anyone,
  kind: anyone,
  formerKind: anyone,
  formerKinds: anyone,
  checklist: anyone,
  guide: anyone,
  contents: anyone,
  receiptDue: anyone,
  tellable: anyone,
  holidays: anyone,
  board: anyone,
  kiosk: anyone,
  slip: anyone,
  counter: floor,
  guideDesk: floor,
  queueSettings: floor,
  accuracy: floor,
  case: petition,
  papers: petition,
  number: petition,
  extendedDue: petition,
  paper: { ...petition, otherwise: 'bare' },
  lookup: { ...petition, otherwise: 'bare' },
  /** The supervisor's window asks it for whoever sits there; what is of visitors and petitions is the supervisor's. */
  overview: office,
  register: oversight,
  exports: oversight,
  exportLines: oversight,
  accesses: oversight,
  duties: oversight,
  retention: oversight,
  month: oversight,
  outageSheet: oversight,
  machines: caretaking,
  backup: caretaking,
  invitation: caretaking,
  roster: { who: ['administrator'], where: 'supervisorPc', otherwise: 'nothing' },
  manualDesk: office,
  amendments: office,
  brought: editing,
  broughtParts: office,
  packOut: office,
  manualKinds: editing,
  manualPart: editing,
  amendment: editing,
  readers: editing,
  editions: reading,
  editionDiff: reading,
  kindHistory: reading,
  news: reading,
  use: reading,
  compare: { ...reading, otherwise: 'nothing' },
  proposals: reading,
} as const satisfies Table

/** Whether whoever sits at a machine may ask this there. */
export function mayAsk(seat: Seat, of: Of): boolean {
  const { who, where }: Asking = questionPermissions[of]
  const sort = sortOf(seat.hall, seat.machine)
  if (where !== 'both' && where !== sort) return false
  return who === 'anyone' || rolesAt(seat).some((role) => who.includes(role))
}

/** The seat from which a question is answered: with no more than its asker reads; undefined where nothing is answered. */
export function seatFor(seat: Seat, of: Of): Seat | undefined {
  // What stands on a board is public already.
  if (publicQuestions.includes(of)) return seat
  if (mayAsk(seat, of)) return asFarAsRead(seat)
  const { otherwise }: Asking = questionPermissions[of]
  return otherwise === 'nothing' ? undefined : shut(seat)
}

/** The roles of whoever is signed in at a machine. */
function rolesAt({ hall, machine }: Seat): StaffRole[] {
  const person = personIn(hall, hall.counters.get(machine)?.clerk)
  return person ? rolesOf(person) : []
}

const readsCases: readonly StaffRole[] = ['clerk', 'supervisor']
const readsFloor: readonly StaffRole[] = [...readsCases, 'guide']

/** 개인정보 최소 처리 (개인정보 보호법 제3조): who needs nothing of visitors or of their petitions is told nothing of them. */
function asFarAsRead(seat: Seat): Seat {
  const roles = rolesAt(seat)
  if (roles.some((role) => readsCases.includes(role))) return seat
  return roles.some((role) => readsFloor.includes(role)) ? withoutCases(seat) : bare(seat)
}

/** What is left for whoever may not ask at all: also nothing of the work on the manual and of the machines. */
function shut(seat: Seat): Seat {
  const { brought: _brought, accessLog: _log, ...rest } = bare(seat)
  const { amendments, machines } = emptyHall()
  return { ...rest, hall: { ...rest.hall, amendments, machines } }
}

function withoutCases(seat: Seat): Seat {
  const { cases, reminders } = emptyHall()
  const hall = { ...seat.hall, cases, reminders, strays: [], checkedStrays: [], exports: [] }
  return { ...seat, hall, privates: new Map(), archive: noArchive, unsent: [] }
}

function bare(seat: Seat): Seat {
  const { tickets, visits } = emptyHall()
  const rest = withoutCases(seat)
  return { ...rest, hall: { ...rest.hall, tickets, visits } }
}
