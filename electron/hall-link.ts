import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { diagnostics } from '../db/diagnostics.ts'
import { writeWhole } from '../db/files/write-whole.ts'
import { stretchCode } from '../db/keys/pairing-proof.ts'
import type { Secrets } from '../db/keys/secrets.ts'
import { limits } from '../db/manual/pack-format.ts'
import { seldom } from '../db/seldom.ts'
import { toCrockford } from '../domain/crockford.ts'
import type { Outcome } from '../domain/desk.ts'
import { isOwnComputer, inviteLasts, invitationText, readInvitation } from '../domain/machine/invitation.ts'
import type { PairingRefusal } from '../domain/machine/machines.ts'
import type { Barred, InvitationView, PairingCommand, PairingView } from '../domain/machine/pairing.ts'
import type { CounterEnd } from '../sync/counter-end.ts'
import { copyPath } from '../sync/pairing.ts'
import { deviceProof, dialHall } from './dial.ts'
import { ask } from './hall-request.ts'
import { keepLine } from './line.ts'
import { pairWithHall } from './pair.ts'
import { marksOf, pairedHall, type PairedHall } from './paired-hall.ts'
import { sendFile } from './send-file.ts'

type Surroundings = {
  machine: string
  dataFolder: string
  secrets: Secrets
  end: CounterEnd
  /** An address that the PC was told at its start: proposed, and gone to in place of the one that is remembered; kept once the hall has proved itself there. */
  told: string | undefined
  changed: () => void
}

/** Addresses that were announced on this network. */
type Seeking = { found(): string[]; close(): void }

/** Milliseconds; a server that has much to do packs a manual in some seconds. */
const longestWait = 60_000
/** Milliseconds from one word that the hall is not reached to the next of the same reason. */
const failureRhythm = 10 * 60_000

/** The bond of a PC to its hall: the pairing, the line, and what else is asked of the hall's door for machines. */
export function hallLink({ machine, dataFolder, secrets, end, told, changed }: Surroundings) {
  const bond = pairedHall(secrets)
  let barred: Barred | undefined = bond.get()?.barred
  let line: { close(): void } | undefined
  let isOpen = false
  let pairing: Promise<Outcome> | undefined
  let triesLeft: number | undefined
  let refused: PairingRefusal | 'machineUnknown' | undefined
  let invitation: InvitationView | undefined
  let seeking: Seeking | undefined

  const mayTell = seldom(failureRhythm)
  const address = (): string | undefined => told ?? bond.get()?.reached

  function reopen(): void {
    line?.close()
    const [hall, place] = [bond.get(), address()]
    const heard = { proved, failed, barred: bar }
    line = isOpen && hall && place !== undefined ? keepLine({ end, hall, address: place, ...heard }) : undefined
  }

  /** The hall is there: it is looked for there from now on, also after a restart. */
  function proved(at: string): void {
    const hall = bond.get()
    if (!hall || hall.reached === at) return
    // Where other computers reach it too, it is what an invitation names.
    const known = isOwnComputer(new URL(at).hostname) ? {} : { address: at }
    if (kept({ ...hall, reached: at, ...known })) diagnostics.info('the hall has moved', { address: at })
  }

  function failed(at: string, why: string): void {
    if (mayTell(`${why} ${at}`)) diagnostics.warn('the hall is not reached', { why, address: at })
  }

  /** What the hall itself says of this device is remembered; what an impostor does is not the hall's word. */
  function bar(why: Barred['why'] | undefined): void {
    if (barred?.why === why) return
    // Who is shut out stays so until the hall takes it back: an impostor or a wrong clock does not.
    if (barred?.why === 'revoked' && why !== undefined && why !== 'unknownDevice') return
    barred = why && { why, at: Date.now() }
    if (why) diagnostics.warn('the hall does not let this PC in', { why })
    else diagnostics.info('the hall lets this PC in again')
    const hall = bond.get()
    if (hall && (why === undefined || why === 'revoked' || why === 'unknownDevice')) {
      const { barred: _, ...rest } = hall
      kept(why === undefined ? rest : { ...rest, barred: { why, at: Date.now() } })
    }
    changed()
  }

  /** Keeps the hall; false if the disk does not take it. A line must not fall with its process for that. */
  function kept(hall: PairedHall): boolean {
    try {
      bond.keep(hall)
      return true
    } catch (error) {
      diagnostics.error('what this PC knows of its hall could not be saved', error)
      return false
    }
  }

  function pair(typed: { address: string; code: string }): Promise<Outcome> {
    pairing ??= pairOnce(typed).finally(() => {
      pairing = undefined
      changed()
    })
    changed()
    return pairing
  }

  async function pairOnce(typed: { address: string; code: string }): Promise<Outcome> {
    const made = await pairWithHall(machine, typed)
    triesLeft = 'left' in made ? made.left : undefined
    refused = 'refused' in made ? made.refused : undefined
    if ('refused' in made) return { refused: made.refused }
    // What this PC keeps is one hall's, and goes to no other.
    if (!isSameHall(made.paired, bond.get())) {
      refused = 'pairOtherHall'
      return { refused }
    }
    // Another recovery key is heard on the hall's own line, and not by a code.
    const recoveryPub = bond.get()?.recoveryPub || made.paired.recoveryPub
    if (!kept({ ...made.paired, recoveryPub })) return { refused: 'notSaved' }
    barred = undefined
    told = undefined
    endSeeking()
    reopen()
    return 'done'
  }

  /** The code is made and shown here; the hall is told what it needs to know the code by. */
  async function invite(forMachine: string): Promise<Outcome> {
    const code = toCrockford(randomBytes(10))
    const verifier = await stretchCode(code, forMachine)
    const asked = { type: 'inviteMachine', machine: forMachine, invite: randomUUID(), verifier } as const
    const outcome = await end.submit(asked, Date.now())
    const place = bond.get()?.address
    if (outcome !== 'done' || place === undefined) return outcome
    const made = { machine: forMachine, code, address: place }
    invitation = { ...made, text: invitationText(made), expiresAt: Date.now() + inviteLasts }
    changed()
    return 'done'
  }

  function endSeeking(): void {
    seeking?.close()
    seeking = undefined
  }

  function save(): Outcome {
    if (!invitation) return { refused: 'inviteExpired' }
    const file = join(dataFolder, 'invitations', `${invitation.machine}.changgu`)
    try {
      mkdirSync(join(dataFolder, 'invitations'), { recursive: true, mode: 0o700 })
      writeWhole(file, `${invitation.text}\n`)
    } catch (error) {
      diagnostics.error('an invitation could not be kept', error)
      return { refused: 'fileNotKept' }
    }
    invitation = { ...invitation, file }
    changed()
    return 'done'
  }

  return {
    isPaired: () => bond.get() !== undefined,
    barred: () => barred,
    recoveryPub: () => bond.get()?.recoveryPub,
    /** The hall says on its own line which recovery key it has now. */
    sealFor(recoveryPub: string): void {
      const hall = bond.get()
      if (hall && hall.recoveryPub !== recoveryPub) kept({ ...hall, recoveryPub })
    },
    /** Goes on the line, now and whenever the PC is paired. */
    open(): void {
      isOpen = true
      reopen()
    },
    close(): void {
      isOpen = false
      line?.close()
      endSeeking()
    },
    /** Looks on the network for halls that announce themselves, for as long as this PC has none. */
    seek(find: (changed: () => void) => Seeking): void {
      if (!bond.get()) seeking ??= find(changed)
    },
    /** Looks for the hall at another address; it is still the same hall, or it is not spoken to. */
    moveTo(place: string): void {
      told = place
      reopen()
    },
    /** Pairs by the text of an invitation, as a file or a scanner gives it. */
    async pairBy(text: string): Promise<Outcome> {
      const read = readInvitation(text)
      if (read && read.machine === machine) return pair(read)
      refused = read ? 'pairOther' : 'pairCode'
      changed()
      return { refused }
    },
    async submit(command: PairingCommand): Promise<Outcome> {
      switch (command.type) {
        case 'pairPc':
          return bond.get() && !barred ? { refused: 'pairedAlready' } : pair(command)
        case 'makeInvitation':
          return invite(command.machine)
        case 'saveInvitation':
          return save()
        case 'forgetInvitation':
          invitation = undefined
          changed()
          return 'done'
      }
    },
    /** Where citizens reach the hall: the same host, another door. */
    publicAddress(): string | undefined {
      const [hall, place] = [bond.get(), address()]
      return hall && place !== undefined ? `http://${new URL(place).hostname}:${hall.publicPort}` : undefined
    },
    /** What the hall gives at its door for machines; undefined if it cannot be reached, 'missing' if it has nothing. */
    async fetched(path: string): Promise<Buffer | 'missing' | undefined> {
      const [hall, place] = [bond.get(), address()]
      if (!hall || place === undefined) return undefined
      const dialled = await dialHall(hall, place)
      if ('failed' in dialled) return undefined
      const { socket } = dialled
      const how = { method: 'GET', path, headers: deviceProof(hall, socket), most: limits.pack, patience: longestWait }
      const answer = await ask(socket, how)
      if (answer?.status === 404) return 'missing'
      return answer?.status === 200 ? answer.body : undefined
    },
    /** Leaves a copy of this PC's database with the hall; false if it did not get there. */
    async leaveCopy(file: string): Promise<boolean> {
      const [hall, place] = [bond.get(), address()]
      if (!hall || place === undefined || barred) return false
      const dialled = await dialHall(hall, place)
      if ('failed' in dialled) return false
      const { socket } = dialled
      return sendFile(socket, file, { path: copyPath, headers: deviceProof(hall, socket), patience: longestWait })
    },
    view(): PairingView {
      const [hall, place] = [bond.get(), address()]
      return {
        isPaired: hall !== undefined,
        machine,
        found: seeking?.found() ?? [],
        isBusy: pairing !== undefined,
        ...(place !== undefined && { address: place }),
        ...(triesLeft !== undefined && { triesLeft }),
        ...(refused !== undefined && { refused }),
        ...(barred && { barred }),
        ...(hall && { hall: marksOf(hall) }),
      }
    },
    invitation: () => (invitation && invitation.expiresAt > Date.now() ? invitation : undefined),
  }
}
/** The same hall says the same authority; a PC without a bond has none to compare. */
const isSameHall = (now: PairedHall, before: PairedHall | undefined): boolean =>
  !before || (now.hallId === before.hallId && now.ca === before.ca)

export type HallLink = ReturnType<typeof hallLink>
