import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openArchive } from '../db/archive.ts'
import { hallRing } from '../db/copies/copies.ts'
import { readFirst } from '../db/copies/late-reading.ts'
import { restoredMark } from '../db/copies/recovery.ts'
import { isDamage, whyHindered } from '../db/damage.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { faultInLine } from '../db/files/fault.ts'
import { messageOf } from '../db/files/message-of.ts'
import { journaledEditions, type JournaledLog } from '../db/journal/journaled.ts'
import type { DataKey } from '../db/keys/data-key.ts'
import { editionSigner, type EditionSigner } from '../db/keys/edition-key.ts'
import { numberKeyOf } from '../db/keys/number-key.ts'
import type { Secrets } from '../db/keys/secrets.ts'
import { openLooked } from '../db/looked.ts'
import { openMachine, type MachineData } from '../db/machine-data.ts'
import { editionKinds } from '../db/manual/edition-kinds.ts'
import { editionMaker } from '../db/manual/edition-maker.ts'
import { openEditions, type Editions } from '../db/manual/editions.ts'
import { knownManuals } from '../db/manual/known-manuals.ts'
import { readManual, warningsOf, type ManualFolder } from '../db/manual/manual-folder.ts'
import type { NotStarted } from '../db/start.ts'
import { HALL } from '../domain/actor.ts'
import type { HallProfile } from '../domain/manual/manual.ts'
import { hasAdministrator } from '../domain/people/people.ts'
import type { Hall } from '../domain/state.ts'
import { adminCodeCheck, makeAdminCode } from './admin-code.ts'
import { programCache } from './compiled.ts'
import { folderNews, isOfAnother, keyNews, takenIn } from './folder-news.ts'
import { hallCopies, type HallCopies } from './hall-copies.ts'
import { hallIdentity, type HallIdentity } from './identity.ts'
import { openInvitations, type Invitations } from './invitations.ts'
import { leftBehind } from './machines.ts'
import { shareManual, type ManualShare } from './manual-share.ts'
import { quoted } from './quoted.ts'
import { keepWait } from './recovery-wait.ts'
import { keepTurns, type Turns } from './turns.ts'

export type OpenHall = Turns & {
  readonly share: ManualShare
  readonly kept: MachineData
  readonly copies: HallCopies
  /** A new one-time code for the first administrator; undefined where there is one who can sign in. */
  firstCode(): string | undefined
  readonly invitations: Invitations
  readonly identity: HallIdentity
  /** The private half of the recovery key, when it is made: to be written down, and kept nowhere. */
  readonly paper?: string
}

/** The manual that comes with the program. */
const shippedManual = join(import.meta.dirname, '../manual')

type HallOptions = {
  copyTo?: string | undefined
  /** Whether somebody named the manual folder for this hall. */
  isManualNamed?: boolean
  timed?: (log: JournaledLog) => JournaledLog
  /** Tickets at any hour, whatever the folder says. */
  roundTheClock?: boolean
  /** Whether somebody reads what the hall says, and can write a recovery key down. */
  isRead?: boolean
}

/** Of what the folder says of tickets, a limit alone. */
function withoutHours({ tickets, ...profile }: HallProfile): HallProfile {
  const dailyLimit = tickets?.dailyLimit
  const queue = dailyLimit === undefined ? profile.queue : { dailyLimit, ...profile.queue }
  return { ...profile, ...(queue && { queue }) }
}

/**
 * Opens the hall of a data folder with its key and the manual of a folder; what an institution changed there becomes news.
 * `copyTo` is the second place of its copies, `timed` measures the commits of its record.
 */
export function openHall(
  data: string,
  manualFolder: string,
  key: DataKey,
  { copyTo, isManualNamed = true, timed = (log) => log, roundTheClock = false, isRead = true }: HallOptions = {},
): OpenHall | { wrong: string[] } {
  const read = readFolder(manualFolder)
  const faults = 'faults' in read ? read.faults.map(faultInLine) : []
  const found = 'faults' in read ? read.readable : read
  if (!found) return { wrong: faults }
  const manual = roundTheClock ? { ...found, profile: withoutHours(found.profile) } : found
  const file = join(data, 'hall.db')
  let copies: HallCopies | undefined
  let hall: Turns | undefined
  let closeRecord = () => {}
  const close = () => {
    copies?.close()
    closeRecord()
  }
  try {
    const changed = () => {
      void copies?.copyOut()
      hall?.end.keptChanged()
    }
    const opened = openMachine({ folder: data, machine: HALL, key, ring: hallRing, changed, waits: 'settled' })
    if ('refused' in opened) return { wrong: [`${file}: ${whyNotOpened(opened)}`] }
    closeRecord = opened.log.close
    copies = hallCopies({ kept: opened, key, data, copyTo, changed: () => hall?.end.keptChanged() })
    const { status } = copies
    numberKeyOf(opened.secrets)
    const editions = journaledEditions(openEditions(opened.db), opened.journal)
    const archive = openArchive(opened.db)
    const kindsOf = editionKinds(editions, Date.now)
    const { secrets } = opened
    const signer = editionSigner(secrets, data)
    const invitations = openInvitations(data)
    const folder = { manual, path: manualFolder, isNamed: isManualNamed }
    let isSetUp = false
    const begin = () => {
      if (!hall || isSetUp) return
      setUp(hall, folder, { editions, signer })
      isSetUp = true
      for (const machine of leftBehind(hall.end.record.hall)) diagnostics.warn(isLeftBehind, { machine })
    }
    const ended = () => {
      secrets.drop(restoredMark)
      // Once the turn in which the recovery ended is over.
      setImmediate(() => hall?.attempt(begin))
    }
    const isRestored = () => secrets.get(restoredMark) !== undefined
    const turns = keepTurns(timed(opened.log), {
      edition: (hash) => editions.get(hash)?.content,
      hasEdition: editions.has,
      keepEdition: (mark, content) => editions.put({ ...mark, content }) === 'kept',
      editing: (state) => editionMaker(state, editions, signer),
      kept: status,
      keeping: (state) => ({ archive, kindOf: kindsOf(state) }),
      checkCode: adminCodeCheck(secrets, Date.now),
      decided(command) {
        if (command.type === 'inviteMachine') invitations.put(command, Date.now())
      },
      seal: { sign: signer.signHead, isSigned: signer.isHeadSigned },
      looked: openLooked(opened.db),
      recoveryPub: () => known.identity.recoveryPub,
      recovering: () => (isRestored() ? { ended } : undefined),
    })
    closeRecord = turns.close
    if (faults.length > 0 && !saysAlready(turns.end.record.hall, manual)) {
      close()
      return { wrong: faults }
    }
    for (const line of [...faults, ...warningsOf(manual).map(faultInLine)]) console.error(line)
    const known = hallIdentity(secrets, Date.now(), isRead)
    hall = turns
    if (isRestored()) keepWait(turns, data)
    // One that waits for nobody goes on here and now.
    if (isRestored()) turns.turnNow()
    if (isRestored()) console.log(waits(turns, data))
    else begin()
    const share = shareManual({ hall: turns, signer, folders: [manualFolder, shippedManual] })
    // Not copied: the end of the hall is made anew after a failure.
    return Object.assign(turns, {
      close,
      share,
      kept: opened,
      copies,
      invitations,
      firstCode: () => firstCode(turns, secrets),
      ...known,
    })
  } catch (error) {
    diagnostics.error('the hall cannot be opened', error)
    attempted(close)
    if (!isDamage(error)) return { wrong: [`${file}: ${whyNotNow(error, 'opened') ?? messageOf(error)}`] }
    readFirst(file)
    return { wrong: [`${file}: ${isMended}`] }
  }
}

const readFolder = (folder: string): ReturnType<typeof readManual> =>
  readManual(folder, knownManuals(join(programCache, 'manuals')))

/** Why no hall can begin with a manual folder, before anything is made for it; undefined where one can. */
export function whyNoManual(folder: string): string | undefined {
  const read = readFolder(folder)
  return 'faults' in read ? read.faults.map(faultInLine).join('\n') : undefined
}

const isMended =
  'damaged. Start the hall again: it reads all of it first, and brings it back from its copy and its journal.'

/** What is done where a hall does not open; that it fails too adds nothing to what is told. */
function attempted(act: () => void): void {
  try {
    act()
  } catch (error) {
    diagnostics.warn('what was open already could not be left in order', { machine: HALL }, error)
  }
}

/** Said at the start of a restored hall: it may have to wait for PCs that are gone. */
const waits = ({ end }: Turns, data: string): string =>
  `${HALL}: restored from a copy; it goes on when every PC has told what the copy lacks. It waits for ${(end.awaited() ?? []).join(', ')}. Without those that never come: npm run changgu -- end-recovery --data ${quoted(data)} --reason <why>`

const isLeftBehind = 'this PC is paired, but stands in hall.yaml no more: it is not let in'

/** Whether the record holds the settings of a folder: a hall that has worked with them opens, whatever is refused since. */
const saysAlready = ({ profile, folderStaff }: Hall, manual: ManualFolder): boolean =>
  profile !== undefined && isDeepStrictEqual({ ...profile, staff: folderStaff }, manual.profile)

const firstCode = ({ end }: Turns, secrets: Secrets): string | undefined =>
  hasAdministrator(end.record.hall) ? undefined : makeAdminCode(secrets, Date.now())

/** Why a database is left alone, and what to do. */
export function whyNotOpened(refusal: NotStarted): string {
  switch (refusal.refused) {
    case 'newerDatabase':
      return 'written by a newer Changgu. Install that version, or use another data folder.'
    case 'notADatabase':
      return 'not a database of Changgu, damaged, or closed with another key. Give its own key (--key-file), restore it from a backup, or use another data folder.'
    case 'otherMachine':
      return `belongs to ${refusal.found}. Use the data folder of the hall.`
    case 'inUse':
      return 'in use by another process. A hall runs once.'
    case 'otherKey':
      return 'closed with another key. Give its own key with --key-file.'
  }
}

/** Why a database cannot be worked with, and what to do; undefined where the fault is none of file or disk. */
export const whyNotNow = (error: unknown, done: 'opened' | 'read' | 'written'): string | undefined =>
  isDamage(error) ? whyNotOpened({ refused: 'notADatabase' }) : whyHindered(error, done)

type Folder = { manual: ManualFolder; path: string; isNamed: boolean }

/**
 * Brings the record up to the folder: profile, holidays and, when its content is news, the next edition; and says what it
 * took. A folder of another hall that nobody named gives nothing: a word forgotten at a start would make of the hall another.
 */
function setUp(
  hall: Turns,
  { manual, path, isNamed }: Folder,
  made: { editions: Editions; signer: EditionSigner },
): void {
  const at = Date.now()
  const { record } = hall.end
  const isOthers = !isNamed && isOfAnother(record.hall, manual)
  const { commands, told } = isOthers
    ? { commands: keyNews(record.hall, made), told: [] }
    : folderNews(record.hall, manual, at, made)
  for (const command of commands) void hall.end.submit(HALL, command, at)
  // Here and now: a hall that cannot write must not open its doors.
  hall.turnNow()
  if (isOthers) console.error(notItsFolder(record.hall.profile?.name, manual.profile.name, path))
  for (const line of takenIn(commands)) console.log(`${path}: ${line}`)
  for (const line of told) console.error(`${path}: ${line}`)
}

const notItsFolder = (name: string | undefined, other: string, path: string): string =>
  `This hall is ${name}, and ${path} is the manual folder of ${other}: nothing was taken from it, and the hall goes on with what it has. Name its own folder with --manual.`
