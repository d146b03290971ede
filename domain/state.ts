import type { Actor } from './actor.ts'
import type { Case, Done } from './case/case.ts'
import type { NonPetition } from './case/non-petition.ts'
import type { KnownMachine } from './machine/machines.ts'
import type { Amendment, EditionChanges } from './manual/amendment.ts'
import type { Proposal } from './manual/manual-use.ts'
import type { HallProfile } from './manual/manual.ts'
import type { Outage, WithdrawnOutage } from './outages.ts'
import type { KeptVerifier } from './people/people.ts'
import type { FormerPerson, PersonMark, PersonPast } from './people/roster.ts'
import type { FormerKey } from './people/sign-in.ts'
import type { Holiday } from './period/calendar.ts'
import type { HolidayMark } from './period/holidays.ts'
import type { Counter } from './queue/counter.ts'
import type { Emergency } from './queue/emergency.ts'
import type { Accuracy } from './queue/estimate.ts'
import type { IssueStop } from './queue/issue-hours.ts'
import type { QueueChange } from './queue/queue-settings.ts'
import type { Ticket } from './queue/ticket.ts'
import type { Visit } from './queue/visit.ts'
import type { DayFigures } from './record/day-figures.ts'
import type { Destruction } from './record/destruction.ts'
import type { CheckedMonth } from './register/month-check.ts'
import type { RegisterExport } from './register/register-export.ts'
import type { Day, Instant } from './time.ts'

/** An edition of the manual as the record names it; its content is fetched by its hash. */
export type EditionMark = {
  edition: number
  effectiveDate: Day
  hash: string
  /** Of the hall's key over number, day and hash; absent in records from before editions were signed. */
  signature?: string | undefined
  /** The hall's public key when it signed; a later key does not sign earlier editions again. */
  key?: string | undefined
  publishedAt: Instant
  by: Actor
  changes?: EditionChanges | undefined
  /** Why: the amendment that it was, the edition that came back, or neither where the folder of the hall was read. */
  amendment?: string | undefined
  broughtBack?: number | undefined
  reason?: string | undefined
  /** 철회: taken back before its day. It keeps its number and its content, and is never in force. */
  withdrawn?: { at: Instant; by: Actor; reason: string } | undefined
}

/** Something that could not be folded where one would expect it; shown to the supervisor, never dropped. */
export type Stray = { origin: string; what: string; about: string; at: Instant; why: 'unknownThing' | 'held' }

/** What is true of the hall now: the fold of the record, changed in place by one owner. */
export type Hall = {
  profile?: HallProfile
  /** When the hall was set up first: its record begins here. */
  openedAt?: Instant
  /** The newest edition that was not withdrawn; it may take effect only later. */
  edition?: EditionMark
  /** The content of the manual's folder when it was last read, by its hash. */
  folderHash?: string
  /** The staff list as the hall's folder said it last. */
  folderStaff?: HallProfile['staff']
  closedDay?: Day
  /** 발급 멈춤: the newest; it is in force on its day. */
  issueStop?: IssueStop
  /** Every edition that was published, by its number: a case pins the one it was received under. */
  editions: Map<number, EditionMark>
  /** The public key with which the hall signs its editions (Ed25519, base64). */
  editionKey?: string
  /** 개정안, those that are over without their contents. */
  amendments: Map<string, Amendment>
  proposals: Map<string, Proposal>
  /** Who has read what an edition changed. */
  editionReaders: Map<number, string[]>
  /** By day: what was searched and not found, and how often. */
  missed: Map<Day, Record<string, number>>
  holidays: Map<Day, Holiday>
  /** By date, also of holidays that were withdrawn. */
  holidayMarks: Map<Day, HolidayMark>
  /** What is kept of the passwords, by person. Never in a view. */
  verifiers: Map<string, KeptVerifier>
  /** The public keys that people had before, newest last. */
  formerKeys: Map<string, FormerKey[]>
  /** When wrong passwords were given, by machine and person (`failureKey`). */
  failures: Map<string, Instant[]>
  /** Up to when the failures of a person are forgiven. */
  forgiven: Map<string, Instant>
  /** Failures with a time to come that are forgiven, by machine and person. */
  forgivenAhead: Map<string, Instant[]>
  /** What the administrator did to a person on screen. */
  personMarks: Map<string, PersonMark>
  /** Who is no longer of the hall. */
  formerStaff: Map<string, FormerPerson>
  /** What people were called before, and of which team, the earliest first. */
  personPasts: Map<string, PersonPast[]>
  tickets: Map<string, Ticket>
  visits: Map<string, Visit>
  cases: Map<string, Case>
  counters: Map<string, Counter>
  /** Who is paired, by the machine that it stands for. */
  machines: Map<string, KnownMachine>
  /** The last number of each series on each day that is not closed. */
  numbers: Map<string, number>
  /** The last count of each series of receipt numbers: a counter's own in a year. */
  receipts: Map<string, number>
  /** Those that nobody has looked into yet, in the order of time. */
  strays: Stray[]
  /** 확인한 기록: the others, and who has looked into each. */
  checkedStrays: (Stray & { checked: Done })[]
  /** 장애: outages of the system that made processing impossible. */
  outages: Outage[]
  /** 취소한 장애 기록: of records that were wrong. */
  withdrawnOutages: WithdrawnOutage[]
  /** 독촉장: the reminders of the supervisor, by the case that is late. */
  reminders: Map<string, (Done & { actBy: Day })[]>
  /** 확인·점검: the months whose handling was looked at. */
  checkedMonths: Map<string, CheckedMonth>
  /** Whose data key lies with the hall, closed for the recovery key, and since when. */
  escrows: Map<string, Instant>
  /** 접속기록 점검: the months whose accesses were reviewed. */
  reviewedMonths: Map<string, Done>
  /** The newest exports of the register. */
  exports: RegisterExport[]
  /** The newest of what was no petition. */
  nonPetitions: NonPetition[]
  /** 대기열 설정: what the supervisor has changed, first change first. */
  queueChanges: QueueChange[]
  /** 비상벨: those of the days that are not closed. */
  emergencies: Map<string, Emergency>
  /** How near the estimates of the last closed days were. */
  accuracies: ({ day: Day } & Accuracy)[]
  /** The figures of the day that was closed last, of what its close has put away. */
  keptFigures?: { day: Day; at: Instant } & DayFigures
  /** 파기: the newest approvals. */
  destructions: Destruction[]
  /** 복구: when a hall that was restored from a copy went on, and which machines it had not heard. */
  recoveries: (Done & { awaited: string[]; reason?: string | undefined })[]
}

export const emptyHall = (): Hall => ({
  editions: new Map(),
  amendments: new Map(),
  proposals: new Map(),
  editionReaders: new Map(),
  missed: new Map(),
  holidays: new Map(),
  holidayMarks: new Map(),
  verifiers: new Map(),
  formerKeys: new Map(),
  failures: new Map(),
  forgiven: new Map(),
  forgivenAhead: new Map(),
  personMarks: new Map(),
  formerStaff: new Map(),
  personPasts: new Map(),
  tickets: new Map(),
  visits: new Map(),
  cases: new Map(),
  counters: new Map(),
  machines: new Map(),
  numbers: new Map(),
  receipts: new Map(),
  strays: [],
  checkedStrays: [],
  outages: [],
  withdrawnOutages: [],
  reminders: new Map(),
  checkedMonths: new Map(),
  escrows: new Map(),
  reviewedMonths: new Map(),
  exports: [],
  nonPetitions: [],
  queueChanges: [],
  emergencies: new Map(),
  accuracies: [],
  destructions: [],
  recoveries: [],
})

/** The hall as JSON, the same text for the same state on every machine (maps and fields sorted by key). */
export function hallToJson(hall: Hall): string {
  const fields = Object.entries(hall).map(([name, value]): [string, unknown] => [
    name,
    value instanceof Map ? [...value].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : value,
  ])
  return JSON.stringify(Object.fromEntries(fields), (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
}

/** The hall that `hallToJson` wrote. The text is the machine's own snapshot; one in another form throws. */
export function hallFromJson(text: string): Hall {
  const kept = JSON.parse(text) as { [name: string]: unknown }
  const maps = Object.entries(emptyHall()).filter(([, value]) => value instanceof Map)
  return Object.assign(
    emptyHall(),
    kept,
    Object.fromEntries(maps.map(([name]) => [name, new Map((kept[name] ?? []) as [])])),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
