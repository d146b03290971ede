import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import { Person } from '../manual/manual.ts'
import { evolveUnlocked } from '../queue/counter.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'
import { hasRole, personIn } from './permissions.ts'
import { decideRoster, evolveRoster, keepPasts, namesNow, type RosterEvent, type RosterRefusal } from './roster.ts'
import { countProof, partsOfVerifier, Proof, retireKey } from './sign-in.ts'

/** 사람: their passwords, their failed sign-ins and the roster. What is secret of a password never comes here. */

const argon2 = String.raw`\$argon2id\$v=19\$m=(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-6]),t=\d,p=[1-4]\$[\w+/]{8,90}\$[\w+/]{16,90}`
const publicKey = String.raw`\$ed25519=[\w-]{43}`

/**
 * An argon2id verifier, with its parameters and its salt, and the public key of its person (`withKey`). Bounded, so that no
 * PC is kept busy by one.
 */
const Verifier = z
  .string()
  .max(300)
  .regex(new RegExp(`^${argon2}${publicKey}$`))
/** One from before a password made a key stands in older records. */
const ToldVerifier = z
  .string()
  .max(300)
  .regex(new RegExp(`^${argon2}(?:${publicKey})?$`))

/** What somebody wanted to prove: to sign in, to unlock a session, or to stand by as the second person of an act. */
export const ProofOf = z.enum(['signIn', 'unlock', 'second', 'change'])
export type ProofOf = z.infer<typeof ProofOf>

const password = { staff: Id, verifier: Verifier }

export const peopleCommands = [
  /** With a proof by the password before, or by that of the administrator who gives one (`aboutPassword`). */
  z.strictObject({
    ...password,
    type: z.literal('setPassword'),
    temporary: z.literal(true).optional(),
    proof: Proof.optional(),
  }),
  /** The first administrator of a hall, or one whose password is lost; the code is looked at by the hall and is in no event. */
  z.strictObject({ ...password, type: z.literal('claimAdministrator'), code: z.string().max(40) }),
  z.strictObject({ type: z.literal('failSignIn'), clerk: Id, of: ProofOf }),
  z.strictObject({ type: z.literal('liftBackOff'), staff: Id }),
  z.strictObject({ type: z.literal('unlockSession'), proof: Proof.optional() }),
  z.strictObject({ type: z.literal('enlistPerson'), person: Person }),
  z.strictObject({ type: z.literal('changePerson'), person: Person }),
  z.strictObject({ type: z.literal('dismissPerson'), staff: Id }),
] as const

const act = { at: Instant, by: Actor }
/** Failures that are forgiven though their PC gave them a later time: by machine, as its clock had them. */
const aheadToo = { ahead: z.record(Id, z.array(Instant).max(12)).optional() }
type Ahead = { [machine: string]: Instant[] }

export const peopleEvents = [
  z.strictObject({
    ...act,
    staff: Id,
    verifier: ToldVerifier,
    type: z.literal('passwordSet'),
    temporary: z.literal(true).optional(),
    /** Set with a one-time code that was made on the hall's own computer. */
    byCode: z.literal(true).optional(),
    /** By the password before, or by the administrator's. */
    proof: Proof.optional(),
    ...aheadToo,
  }),
  z.strictObject({ ...act, type: z.literal('signInFailed'), clerk: Id, of: ProofOf }),
  z.strictObject({ ...act, type: z.literal('backOffLifted'), staff: Id, ...aheadToo }),
  z.strictObject({ ...act, type: z.literal('sessionUnlocked'), proof: Proof.optional() }),
  z.strictObject({ ...act, type: z.literal('personEnlisted'), person: Person }),
  z.strictObject({ ...act, type: z.literal('personChanged'), person: Person }),
  z.strictObject({ ...act, type: z.literal('personLeft'), staff: Id }),
] as const

export type PeopleCommand = z.infer<(typeof peopleCommands)[number]>
export type PeopleEvent = z.infer<(typeof peopleEvents)[number]>

/** Whether a one-time code of the hall is right; the hall counts the tries. */
export type CheckCode = (code: string) => 'codeWrong' | 'codeOver' | undefined
type CodeRefusal = NonNullable<ReturnType<CheckCode>>

export type PeopleRefusal =
  | RosterRefusal
  | CodeRefusal
  | (
      | 'clerkUnknown'
      | 'administratorKnown'
      | 'notAdministrator'
      | 'nothingToLift'
      | 'mustBeTemporary'
      | 'passwordUnproven'
    )

/** What is kept of a person's password. */
export type KeptVerifier = {
  verifier: string
  temporary?: true
  /** Set with a code of the hall's own computer. */
  byCode?: true
  at: Instant
  /** The machine at which its person chose it. */
  chosenAt?: string
}

const freeTries = 5
const firstWait = 30_000
const longestWait = 15 * 60_000
/** More are not remembered: the wait is the longest by then. */
const remembered = 12

const failureKey = (machine: string, clerk: string): string => `${machine} ${clerk}`

/**
 * Until when a person waits at a machine: after the fifth failure 30 s, then twice as long each time, at most 15 minutes.
 * A failure that has a time to come is of a clock that was wrong, and nobody waits for it.
 */
export function waitUntil(
  hall: Pick<Hall, 'failures'>,
  machine: string,
  clerk: string,
  now: Instant,
): Instant | undefined {
  const failures = (hall.failures.get(failureKey(machine, clerk)) ?? []).filter((at) => at <= now)
  const last = failures.at(-1)
  if (last === undefined || failures.length < freeTries) return undefined
  return last + Math.min(firstWait * 2 ** (failures.length - freeTries), longestWait)
}

/** Whether some administrator can sign in: until then the hall has a one-time code for the first one. */
export const hasAdministrator = (hall: Pick<Hall, 'profile' | 'verifiers'>): boolean =>
  (hall.profile?.staff ?? []).some(
    (s) => hall.verifiers.has(s.id) && (s.role === 'administrator' || (s.also?.includes('administrator') ?? false)),
  )

type Done = { by: Actor; at: Instant }
type Decided = { event: PeopleEvent } | { refused: PeopleRefusal }

/** Decides what is said of people. A password of somebody else is given by an administrator, and only for once. */
export function decidePeople(
  hall: Hall,
  command: PeopleCommand,
  done: Done,
  checkCode: CheckCode | undefined,
): Decided {
  switch (command.type) {
    case 'setPassword':
      return setPassword(hall, command, done)
    case 'claimAdministrator': {
      const { staff, verifier, code } = command
      if (!hasRole(hall, staff, ['administrator'])) return { refused: 'notAdministrator' }
      const refused = checkCode ? checkCode(code) : 'codeOver'
      if (refused === 'codeOver' && hasAdministrator(hall)) return { refused: 'administratorKnown' }
      if (refused) return { refused }
      return {
        event: { ...done, type: 'passwordSet', staff, verifier, byCode: true, ...aheadOf(hall, staff, done.at) },
      }
    }
    case 'failSignIn': {
      const { clerk, of } = command
      if (!personIn(hall, clerk)) return { refused: 'clerkUnknown' }
      return { event: { ...done, type: 'signInFailed', clerk, of } }
    }
    case 'liftBackOff': {
      const { staff } = command
      const isThere = [...hall.failures.keys()].some((key) => key.endsWith(` ${staff}`))
      if (!isThere) return { refused: 'nothingToLift' }
      return { event: { ...done, type: 'backOffLifted', staff, ...aheadOf(hall, staff, done.at) } }
    }
    case 'unlockSession':
      return { event: { ...done, type: 'sessionUnlocked', ...(command.proof && { proof: command.proof }) } }
    default:
      return decideRoster(hall, command, done)
  }
}

function setPassword(hall: Hall, command: PeopleCommand & { type: 'setPassword' }, done: Done): Decided {
  const { staff, verifier, temporary, proof } = command
  if (!personIn(hall, staff)) return { refused: 'clerkUnknown' }
  const isOwn = done.by.clerk === staff
  if (done.by.clerk !== undefined && !isOwn) {
    if (!hasRole(hall, done.by.clerk, ['administrator'])) return { refused: 'notAdministrator' }
    if (!temporary) return { refused: 'mustBeTemporary' }
  }
  const more = { ...(temporary && { temporary }), ...(proof && { proof }), ...aheadOf(hall, staff, done.at) }
  return { event: { ...done, type: 'passwordSet', staff, verifier, ...more } }
}

/** Takes what was said of people into the state. */
export function evolvePeople(hall: Hall, event: PeopleEvent | RosterEvent): void {
  switch (event.type) {
    case 'passwordSet': {
      const { verifier, temporary, byCode, at, staff, by } = event
      countProof(hall.counters.get(by.machine), event.proof)
      // Nobody proves anything with a password that makes no key: its person gets another, the administrator by the code.
      if (partsOfVerifier(verifier).key === '') return
      retireKey(hall, staff, at)
      const chosenAt = by.clerk === staff && { chosenAt: by.machine }
      hall.verifiers.set(staff, {
        verifier,
        at,
        ...(temporary && { temporary }),
        ...(byCode && { byCode }),
        ...chosenAt,
      })
      return forgive(hall, event)
    }
    case 'signInFailed':
      return countFailure(hall, event)
    case 'backOffLifted':
      return forgive(hall, event)
    case 'sessionUnlocked':
      evolveUnlocked(hall.counters, event)
      return forgiveAt(hall, event.by)
    case 'personEnlisted':
    case 'personChanged':
    case 'personLeft': {
      const before = namesNow(hall)
      evolveRoster(hall, event)
      keepPasts(hall, before, event.at)
      if (event.type === 'personLeft') forgetPassword(hall, event.staff, event.at)
    }
  }
}

/** Whoever is no longer of the hall has no password in it, also should they come back under the same id. */
function forgetPassword(hall: Hall, staff: string, at: Instant): void {
  retireKey(hall, staff, at)
  hall.verifiers.delete(staff)
  forgive(hall, { staff, at })
}

/** The folder was read anew: passwords of whoever it names no more are forgotten. */
export function forgetWhoLeft(hall: Hall, at: Instant): void {
  const staying = new Set(hall.profile?.staff.map((s) => s.id))
  for (const id of [...hall.verifiers.keys()]) if (!staying.has(id)) forgetPassword(hall, id, at)
}

/** A right password ends what was counted against its person at that machine. */
export function forgiveAt(hall: Pick<Hall, 'failures'>, { machine, clerk }: Actor): void {
  if (clerk !== undefined) hall.failures.delete(failureKey(machine, clerk))
}

type Counted = Pick<Hall, 'failures' | 'forgiven' | 'forgivenAhead'>

/** The failures of a person that the hall has heard and whose times are still to come. */
function aheadOf({ failures }: Pick<Hall, 'failures'>, staff: string, at: Instant): { ahead?: Ahead } {
  const found = [...failures].flatMap(([key, times]): [string, Instant[]][] => {
    const later = times.filter((one) => one >= at)
    return key.endsWith(` ${staff}`) && later.length > 0 ? [[key.slice(0, key.indexOf(' ')), later]] : []
  })
  return found.length > 0 ? { ahead: Object.fromEntries(found) } : {}
}

/** Times, not a count: a failure that comes late is told from one after it was forgiven, in whatever order they arrive. */
function countFailure(hall: Counted, { by, clerk, at }: PeopleEvent & { type: 'signInFailed' }): void {
  const key = failureKey(by.machine, clerk)
  if (at < (hall.forgiven.get(clerk) ?? 0) || hall.forgivenAhead.get(key)?.includes(at)) return
  // In the order of the PC, whose clock may have been set back meanwhile.
  hall.failures.set(key, [...(hall.failures.get(key) ?? []), at].slice(-remembered))
}

function forgive(hall: Counted, { staff, at, ahead = {} }: { staff: string; at: Instant; ahead?: Ahead | undefined }) {
  hall.forgiven.set(staff, Math.max(at, hall.forgiven.get(staff) ?? 0))
  for (const [machine, times] of Object.entries(ahead)) {
    const key = failureKey(machine, staff)
    hall.forgivenAhead.set(key, [...(hall.forgivenAhead.get(key) ?? []), ...times].slice(-remembered))
  }
  for (const [key, failures] of hall.failures) {
    if (!key.endsWith(` ${staff}`)) continue
    const said = hall.forgivenAhead.get(key)
    const later = failures.filter((one) => one >= at && !said?.includes(one))
    if (later.length > 0) hall.failures.set(key, later)
    else hall.failures.delete(key)
  }
}
