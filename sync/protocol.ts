import { z } from 'zod'
import { Id } from '../domain/actor.ts'
import { readerOf } from '../domain/as-it-is.ts'
import { Command, Event } from '../domain/hall.ts'
import { HallKept, Kept } from '../domain/machine/kept.ts'
import { Proof } from '../domain/people/sign-in.ts'
import { Private } from '../domain/record/private.ts'
import { longestPart } from './edition-part.ts'

/** The one conversation between a machine and the hall (docs/SYNC.md). */

/** Raised when a message or an event changes its shape; guarded by a hash over all schemas. */
export const protocol = 2

/** Why a machine and a hall cannot speak: the one that is behind is to be renewed. */
export const otherProtocol = (said: { protocol: number }): 'machineTooOld' | 'hallTooOld' | undefined =>
  said.protocol < protocol ? 'machineTooOld' : said.protocol > protocol ? 'hallTooOld' : undefined

/** An event of a type that is not known here is kept as it came, skipped, and folded after an upgrade. */
const UnknownEvent = z
  .looseObject({ type: z.string(), at: z.int(), by: z.looseObject({ machine: Id }) })
  .refine((e) => !knownTypes.has(e.type), { error: 'a known event in an unknown shape' })
const knownTypes: ReadonlySet<string> = new Set(Event.options.map((o) => o.shape.type.value))

/**
 * An entry as a machine tells it: the hall looks at each event, and at what is kept apart with it, by itself, so that one
 * it cannot read holds up no other.
 */
export const ToldEntry = z.strictObject({
  origin: Id,
  originSeq: z.int().min(1),
  hallSeq: z.int().nullable(),
  event: z
    .looseObject({ type: z.string().max(80) })
    .refine((event) => isShallow(event, deepest), { error: 'nested too deep' }),
  private: z
    .unknown()
    .refine((apart) => isShallow(apart, deepest), { error: 'nested too deep' })
    .optional(),
})
export type ToldEntry = z.infer<typeof ToldEntry>

/** What every event has, also one of a later type: what is asked of it before it is placed. */
const AnyEvent = z.looseObject({
  at: z.int(),
  by: z.looseObject({ machine: Id }),
  case: Id.optional(),
  visit: Id.optional(),
  tenure: z.int().optional(),
  act: z.int().optional(),
})

/** No event of ours nests deeper; SQLite and JSON have limits of their own. */
const deepest = 12

const isShallow = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((v) => isShallow(v, depth - 1)))

/** The wire form of an entry; a later event type passes as `UnknownEvent` and is treated as an event that changes nothing. */
export const WireEntry = z.strictObject({
  origin: Id,
  originSeq: z.int().min(1),
  hallSeq: z.int().min(1).nullable(),
  event: z.union([Event, UnknownEvent as unknown as typeof Event]),
  private: Private.optional(),
})

/** The place of an act that the machine itself has told. */
const OwnPlace = z.strictObject({ originSeq: z.int().min(1), hallSeq: z.int().min(1) })

/** 사슬의 머리 (domain/record/log.ts): SHA-256, hex. */
const HeadHash = z.string().length(64)
const Signature = z.string().max(200)

/** A part of the content of an edition and where it begins; a total of 0 says that it is not there. */
const EditionPart = z.strictObject({
  say: z.literal('editionPart'),
  hash: z.string().max(200),
  from: z.int().min(0),
  total: z.int().min(0),
  content: z.string().max(longestPart),
})
const Fetch = z.strictObject({
  say: z.literal('fetch'),
  hash: z.string().max(200),
  from: z.int().min(0),
  /** How long a part, if it is not to be as long as ever. */
  length: z.int().min(2).max(longestPart).optional(),
})

/** Who has proven to sit at the machine: for a hall that was restored, and whose record does not know it yet. */
const Sitting = z.strictObject({ clerk: Id, proof: Proof })
export type Sitting = z.infer<typeof Sitting>

const Hashes = z.array(z.string().max(200)).max(100)

export const FromMachine = z.discriminatedUnion('say', [
  /** `head` is that of the chain at `seen`. */
  z.strictObject({
    say: z.literal('hello'),
    protocol: z.int(),
    machine: Id,
    seen: z.int().min(0),
    head: HeadHash.optional(),
    /** The number of the last entry that the machine decided. */
    own: z.int().min(0).optional(),
  }),
  z.strictObject({ say: z.literal('tell'), entries: z.array(ToldEntry).max(2000) }),
  z.strictObject({ say: z.literal('ask'), ask: z.int(), command: Command, sitting: Sitting.optional() }),
  Fetch,
  EditionPart,
  /** The editions in force and to come that the machine has whole and verified. */
  z.strictObject({ say: z.literal('has'), editions: Hashes }),
  /** How the copies of the machine stand. */
  z.strictObject({ say: z.literal('kept'), kept: Kept }),
  /** What the hall has lost, in its order; the last message bears the head that the hall once signed. */
  z.strictObject({
    say: z.literal('restore'),
    entries: z.array(WireEntry).max(1000),
    head: z.strictObject({ hallSeq: z.int().min(1), hash: HeadHash, signature: Signature }).optional(),
  }),
  /** What the supervisor's PC has of private parts that the hall has lost. */
  z.strictObject({ say: z.literal('privates'), entries: z.array(WireEntry).max(1000), isLast: z.boolean() }),
  /** Heads of the machine's chain at places ever further back, so that the hall finds where the records part. */
  z.strictObject({
    say: z.literal('trail'),
    heads: z.array(z.strictObject({ hallSeq: z.int().min(0), hash: HeadHash })).max(64),
  }),
])
export type FromMachine = z.infer<typeof FromMachine>

export const Presence = z.strictObject({
  machine: Id,
  connected: z.boolean(),
  lastHeardAt: z.int(),
  editions: Hashes.optional(),
  kept: Kept.optional(),
})
export type Presence = z.infer<typeof Presence>

export const FromHall = z.discriminatedUnion('say', [
  /**
   * `have` is how many entries of the machine the hall has, `last` its newest place. With the public half of the recovery
   * key: a hall may have made another since the machine was paired.
   */
  z.strictObject({
    say: z.literal('welcome'),
    have: z.int().min(0),
    last: z.int().min(0),
    at: z.int(),
    recoveryPub: z.string().min(1).max(200).optional(),
  }),
  /** What is kept apart of a case that was looked up; for memory only, never for a disk. */
  z.strictObject({ say: z.literal('shown'), case: Id, entries: z.array(WireEntry) }),
  /** With the newest entry comes the head of the chain there, signed by the hall. */
  z.strictObject({
    say: z.literal('news'),
    entries: z.array(WireEntry),
    at: z.int(),
    /** Many acts of the machine's own that it told on this line: their places alone, between the entries. */
    own: z.array(OwnPlace).optional(),
    head: z.strictObject({ hash: HeadHash, signature: Signature }).optional(),
  }),
  /** Of what the machine told the hall has all up to this number on its disk; the places come with later news. */
  z.strictObject({ say: z.literal('taken'), have: z.int().min(0) }),
  z.strictObject({ say: z.literal('answer'), ask: z.int(), refused: z.string().optional() }),
  EditionPart,
  /** A restored hall lacks the content of an edition. */
  Fetch,
  z.strictObject({ say: z.literal('presence'), machines: z.array(Presence), hall: HallKept.optional(), at: z.int() }),
  /** The hall has nothing after this place: it was restored from an older copy, and asks for what it lost. */
  z.strictObject({ say: z.literal('lacks'), last: z.int().min(0), head: HeadHash }),
  /** To the supervisor's PC, which keeps the full record: the hall has taken these places back without private parts. */
  z.strictObject({ say: z.literal('privates'), after: z.int().min(0), upTo: z.int().min(0) }),
  /** The records are the same up to this place and part after it. */
  z.strictObject({ say: z.literal('parted'), last: z.int().min(0), head: HeadHash }),
  /** The restored hall waits for these machines before it goes on. */
  z.strictObject({ say: z.literal('recovering'), awaited: z.array(Id).max(1000) }),
  z.strictObject({
    say: z.literal('goodbye'),
    why: z.enum(['machineTooOld', 'hallTooOld', 'notWelcome', 'gap', 'notProven']),
  }),
])
export type FromHall = z.infer<typeof FromHall>

/** What a machine and what the hall says, as it came; undefined for what is no message. */
export const readFromMachine = readerOf(FromMachine)
export const readFromHall = readerOf(FromHall)
const readEvent = readerOf(Event)

/** The event of a told entry, or why the hall cannot read it; one of a later type passes with what every event has. */
export function eventOf(told: ToldEntry['event']): Event | 'malformed' {
  if (knownTypes.has(told.type)) return readEvent(told) ?? 'malformed'
  return AnyEvent.safeParse(told).success ? (told as unknown as Event) : 'malformed'
}

/** One direction of a line; the other direction is `hear`. */
export type Wire<Out> = {
  send(message: Out): void
  /** Whether so much is on its way that no more news are to follow until it has gone. */
  isFull?(): boolean
}
