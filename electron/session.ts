import { randomBytes, type KeyObject } from 'node:crypto'
import type { Heard } from '../db/heard.ts'
import { keyOfPassword, verifierOf } from '../db/keys/passwords.ts'
import { proofBy } from '../db/keys/sign-in-key.ts'
import type { Refused } from '../domain/case/act-order.ts'
import { secondOf, stoodBy } from '../domain/case/second-person.ts'
import type { Outcome, SessionCommand } from '../domain/desk.ts'
import type { Command, Refusal } from '../domain/hall.ts'
import { passwordFlaw } from '../domain/people/password-rules.ts'
import { waitUntil, type ProofOf } from '../domain/people/people.ts'
import { maySit, personIn } from '../domain/people/permissions.ts'
import { isHeardRecently, isWeakPin, sessionTimes, type SessionState } from '../domain/people/session.ts'
import { aboutPassword, type Proof } from '../domain/people/sign-in.ts'
import type { Hall } from '../domain/state.ts'
import { proofNumbers } from './proof-numbers.ts'
import { keepPin } from './session-pin.ts'

/** What a session needs of its PC. */
type SessionSurroundings = {
  hall: () => Hall
  machine: string
  /** Decides a command of the session's own: nobody's screen may give these. */
  submit: (command: Command) => Outcome | Promise<Outcome>
  isOnline: () => boolean
  /** Whether the record here is not yet that of the hall: it may not know who is of the hall. */
  mustWait: () => boolean
  heard: Heard
  changed: () => void
  now: () => number
}

export type Session = ReturnType<typeof keepSession>

type Made = { verifier: string } | Refused<Refusal>
type Renewal = { clerk: string; password: string; fresh: string }
/** Who has typed a password, with the key that it made, and what it was then: news may bring another meanwhile. */
type Proven = { clerk: string; key: KeyObject; isTemporary: boolean }
type Signer = Pick<Proven, 'clerk' | 'key'>

/** Who sits at a PC: looks at passwords, locks and unlocks, and ends what has lasted too long. */
export function keepSession(around: SessionSurroundings) {
  const { hall, machine, now } = around
  /** Whose session is open: a PC that was restarted or replaced trusts nobody whom its record has signed in. */
  let open: string | undefined
  const [pin, numbered] = [keepPin(), proofNumbers(() => hall().counters.get(machine), now)]
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const signedIn = (): string | undefined => hall().counters.get(machine)?.clerk

  /** One after the other: many guesses at once would get round the waiting. */
  function inTurn<T>(next: () => Promise<T>): Promise<T> {
    const done = last.then(next)
    last = done.catch(() => undefined)
    return done
  }

  const times = () => sessionTimes(hall().profile?.signIn)

  /** Whether a person is who they say; a wrong password is an entry of the record, which makes the next one wait. */
  async function prove(clerk: string, password: string, of: ProofOf): Promise<Proven | Refused<Refusal>> {
    if (!personIn(hall(), clerk)) return { refused: 'clerkUnknown' }
    const kept = hall().verifiers.get(clerk)
    if (!kept) return { refused: 'noPassword' }
    if ((waitUntil(hall(), machine, clerk, now()) ?? 0) > now()) return { refused: 'waitToRetry' }
    if (!around.isOnline() && !isHeardRecently(around.heard.at(), now(), times().offlineFor))
      return { refused: 'offlineTooLong' }
    const key = await keyOfPassword(kept.verifier, password)
    if (key) return { clerk, key, isTemporary: kept.temporary ?? false }
    await around.submit({ type: 'failSignIn', clerk, of })
    return { refused: 'passwordWrong' }
  }

  /** What shows the hall that whoever typed this password sits here, or what else they stand by. */
  function proofOf({ clerk, key }: Signer, about?: string): Proof {
    return proofBy(key, { machine, clerk, ...numbered(), about })
  }

  const isLocked = (): boolean => signedIn() !== undefined && signedIn() !== open

  function setOpen(next: string | undefined): void {
    if (open === next) return
    open = next
    around.changed()
  }

  /** Signs in whoever has proven it; a locked session of somebody else is handed over. */
  async function begin(proven: Signer): Promise<Outcome> {
    const { clerk } = proven
    const before = signedIn()
    const proof = proofOf(proven)
    if (before === clerk) return unlocked(proof)
    if (before !== undefined) {
      const ended = await around.submit({ type: 'endSession', why: 'handedOver' })
      if (ended !== 'done') return ended
    }
    pin.forget()
    open = clerk
    return around.submit({ type: 'signIn', clerk, proof })
  }

  async function unlocked(proof?: Proof): Promise<Outcome> {
    const outcome = await around.submit({ type: 'unlockSession', ...(proof && { proof }) })
    if (outcome === 'done') setOpen(signedIn())
    return outcome
  }

  async function enter({ clerk, password }: { clerk: string; password: string }): Promise<Outcome> {
    const refused = mayBegin(clerk)
    if (refused) return { refused }
    const proven = await prove(clerk, password, 'signIn')
    if ('refused' in proven) return proven
    return proven.isTemporary ? { refused: 'passwordTemporary' } : begin(proven)
  }

  function mayBegin(clerk: string) {
    const person = personIn(hall(), clerk)
    if (!person) return 'clerkUnknown' as const
    if (!maySit(hall(), person, machine)) return 'notYourPc' as const
    return signedIn() !== undefined && !isLocked() ? ('signedInAlready' as const) : undefined
  }

  /** A password that is not taken, or its verifier. */
  async function newVerifier(staff: string, fresh: string, old?: string): Promise<Made> {
    const person = personIn(hall(), staff)
    if (!person) return { refused: 'clerkUnknown' }
    if (fresh === old) return { refused: 'passwordSame' }
    const flaw = passwordFlaw(fresh, { ...person, hallName: hall().profile?.name ?? '' })
    return flaw ? { refused: flaw } : { verifier: await verifierOf(fresh) }
  }

  async function renew({ clerk, password, fresh }: Renewal): Promise<Outcome> {
    if (!around.isOnline()) return 'unreachable'
    const refused = mayBegin(clerk)
    if (refused) return { refused }
    const proven = await prove(clerk, password, 'signIn')
    if ('refused' in proven) return proven
    const made = await newVerifier(clerk, fresh, password)
    if ('refused' in made) return made
    const isHere = signedIn() === clerk
    // A session that is locked stays so until the password is another one: the hall alone hears who is back.
    const backAgain = () => around.submit({ type: 'unlockSession', proof: proofOf(proven) })
    const begun = await (isHere ? backAgain() : begin(proven))
    if (begun !== 'done') return begun
    pin.forget()
    around.changed()
    const set = await replace(proven, made.verifier)
    if (set === 'done') setOpen(clerk)
    else if (!isHere) await around.submit({ type: 'endSession', why: 'handedOver' })
    return set
  }

  /** The password before signs for the new one. */
  async function replace(proven: Proven, verifier: string): Promise<Outcome> {
    const staff = proven.clerk
    const proof = proofOf(proven, aboutPassword(staff, verifier))
    return around.submit({ type: 'setPassword', staff, verifier, proof })
  }

  async function changePassword({ password, fresh }: { password: string; fresh: string }): Promise<Outcome> {
    const clerk = signedIn()
    if (clerk === undefined) return { refused: 'nobodySignedIn' }
    if (!around.isOnline()) return 'unreachable'
    const proven = await prove(clerk, password, 'change')
    if ('refused' in proven) return proven
    const made = await newVerifier(clerk, fresh, password)
    return 'refused' in made ? made : replace(proven, made.verifier)
  }

  /** The administrator's own password signs for the one that is given. */
  async function giveTemporary(given: { staff: string; password: string; own: string }): Promise<Outcome> {
    const { staff, password, own } = given
    const clerk = signedIn()
    if (clerk === undefined) return { refused: 'nobodySignedIn' }
    const proven = await prove(clerk, own, 'change')
    if ('refused' in proven) return proven
    const made = await newVerifier(staff, password)
    if ('refused' in made) return made
    const proof = proofOf(proven, aboutPassword(staff, made.verifier))
    return around.submit({ type: 'setPassword', staff, ...made, temporary: true, proof })
  }

  async function claim({ staff, code, password }: { staff: string; code: string; password: string }): Promise<Outcome> {
    if (!around.isOnline()) return 'unreachable'
    const refused = mayBegin(staff)
    if (refused) return { refused }
    const made = await newVerifier(staff, password)
    if ('refused' in made) return made
    const outcome = await around.submit({ type: 'claimAdministrator', staff, code, ...made })
    if (outcome !== 'done') return outcome
    const key = await keyOfPassword(made.verifier, password)
    return key ? begin({ clerk: staff, key }) : { refused: 'passwordWrong' }
  }

  async function unlock(by: { password?: string | undefined; pin?: string | undefined }): Promise<Outcome> {
    const clerk = signedIn()
    if (clerk === undefined) return { refused: 'nobodySignedIn' }
    if (!isLocked()) return { refused: 'notLocked' }
    if (by.pin !== undefined) return unlockByPin(by.pin, clerk)
    const proven = await prove(clerk, by.password ?? '', 'unlock')
    if ('refused' in proven) return proven
    return proven.isTemporary ? { refused: 'passwordTemporary' } : unlocked(proofOf(proven))
  }

  async function unlockByPin(typed: string, clerk: string): Promise<Outcome> {
    // Somebody gave its person another password: whoever has the PIN alone is not let in any more.
    if (hall().verifiers.get(clerk)?.temporary) pin.forget()
    const wasSet = pin.isSet()
    const refused = pin.refuses(typed)
    if (!refused) return unlocked()
    if (wasSet) await around.submit({ type: 'failSignIn', clerk, of: 'unlock' })
    if (refused === 'pinGone') around.changed()
    return { refused }
  }

  async function setPin({ pin: typed, password }: { pin: string; password: string }): Promise<Outcome> {
    const clerk = signedIn()
    if (clerk === undefined) return { refused: 'nobodySignedIn' }
    if (isWeakPin(typed)) return { refused: 'pinWeak' }
    const proven = await prove(clerk, password, 'change')
    if ('refused' in proven) return proven
    pin.set(typed)
    around.changed()
    return 'done'
  }

  /** The second person proves it here; the event keeps the name and the signature. */
  async function withSecond({ command, password }: { command: Command; password: string }): Promise<Outcome> {
    const second = secondOf(command)
    if (second === undefined) return { refused: 'proofMissing' }
    if (second.clerk === signedIn()) return { refused: 'secondPersonMissing' }
    const proven = await prove(second.clerk, password, 'second')
    if ('refused' in proven) return proven
    if (proven.isTemporary) return { refused: 'passwordTemporary' }
    const salt = randomBytes(16).toString('base64url')
    return around.submit(stoodBy(command, proofOf(proven, second.about(salt)), salt))
  }

  function lock(): Outcome {
    if (signedIn() === undefined) return { refused: 'nobodySignedIn' }
    setOpen(undefined)
    return 'done'
  }

  function act(command: SessionCommand): Promise<Outcome> | Outcome {
    switch (command.type) {
      case 'enter':
        return enter(command)
      case 'renew':
        return renew(command)
      case 'changePassword':
        return changePassword(command)
      case 'giveTemporary':
        return giveTemporary(command)
      case 'claim':
        return claim(command)
      case 'lock':
        return lock()
      case 'unlock':
        return unlock(command)
      case 'setPin':
        return setPin(command)
      case 'endLocked':
        return isLocked() ? around.submit({ type: 'endSession', why: 'handedOver' }) : { refused: 'notLocked' }
      case 'withSecond':
        return withSecond(command)
    }
  }

  return {
    isLocked,
    state: (): SessionState => ({ locked: isLocked(), hasPin: pin.isSet() }),
    submit: (command: SessionCommand): Promise<Outcome> =>
      inTurn(async () => {
        if (isLocked() && !duringLock.has(command.type)) return { refused: 'sessionLocked' }
        return act(command)
      }),
    /** The machine has not been touched for so long. */
    idle(forMs: number): void {
      if (forMs >= times().lockAfter) setOpen(undefined)
    },
    lock: () => void lock(),
    /** The record is closed; a line that is lost after it has nothing to say here. */
    close: () => void (isClosed = true),
    /** Ends what may not go on: of somebody who is no longer of the hall, or after its hours. */
    look(): void {
      if (isClosed) return
      if (around.isOnline()) around.heard.keep(now())
      const at = hall().counters.get(machine)
      if (at?.clerk === undefined || around.mustWait()) return
      const isGone = hall().profile !== undefined && !personIn(hall(), at.clerk)
      const isOver = now() - (at.signedInAt ?? at.since) >= times().lastsFor
      if (isGone) void around.submit({ type: 'endSession', why: 'left' })
      else if (isOver) void around.submit({ type: 'endSession', why: 'tooLong' })
    },
  }
}

const duringLock: ReadonlySet<string> = new Set(['enter', 'renew', 'unlock', 'endLocked', 'lock'])
