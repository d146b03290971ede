import { join } from 'node:path'
import { HALL } from '../domain/actor.ts'
import { calmCheckpoints } from './calm-checkpoints.ts'
import { copiesFolder, type Ring } from './copies/copies.ts'
import { keepCopies, type KeptCopies } from './copies/keep-copies.ts'
import { readBeside } from './copies/late-reading.ts'
import { recoveryIn, recoverySeen, type Recovery } from './copies/recovery.ts'
import { diagnostics } from './diagnostics.ts'
import { makeFolder } from './files/make-folder.ts'
import type { Journal } from './journal/journal.ts'
import { journaledLog, journaledSecrets, type JournaledLog } from './journal/journaled.ts'
import type { DataKey } from './keys/data-key.ts'
import { openSecrets, type Secrets } from './keys/secrets.ts'
import { lightCommits } from './light-commits.ts'
import { openLog } from './log.ts'
import type { Db } from './open.ts'
import { startDatabase, type NotStarted } from './start.ts'

/** All that a machine keeps, open for work: its database, the journal beside it, and the ring of copies. */
export type MachineData = {
  db: Db
  /** The file of the database. */
  file: string
  /** The record; closing it closes everything. */
  log: JournaledLog
  secrets: Secrets
  journal: Journal
  copies: KeptCopies
  /** What the start found and brought back, until somebody has seen it. */
  recovery(): Recovery | undefined
  recoverySeen(): void
}

type Asked = {
  folder: string
  machine: string
  key: DataKey
  ring: Ring
  /** Hears that the copies stand otherwise than before, with the copy that is new. */
  changed?: Parameters<typeof keepCopies>[0]['changed']
  /** Whether an append is on the disk when it returns, or when the record says that it is settled. */
  waits?: 'atOnce' | 'settled'
  /** Bytes up to which all pages are read before the work begins. */
  mostAtOnce?: number
}

/** Pages of a WAL that goes into its database at the latest: a PC that catches up is not held up, and a hall never for long. */
const mostOfPc = 4000
const mostOfHall = 1000

/** Opens all that a machine keeps; a folder that is missing is made. A disk that refuses throws. */
export function openMachine({
  folder,
  machine,
  key,
  ring,
  changed = () => {},
  waits,
  ...more
}: Asked): MachineData | NotStarted {
  makeFolder(folder)
  const started = startDatabase({ folder, machine, key, now: Date.now(), ...more })
  if ('refused' in started) return started
  const { db, journal, lock, isUnread } = started
  const file = join(folder, `${machine}.db`)
  const plain = openLog(db, machine)
  const commits = calmCheckpoints(db, lightCommits(db, file), machine === HALL ? mostOfHall : mostOfPc)
  const kept = journaledLog(plain, journal, commits, waits)
  const settle = kept.write
  const copies = keepCopies({ file, machine, key, copies: copiesFolder(folder), journal, settle, ring, changed })
  const reading = isUnread ? readBeside({ file, machine, key }) : undefined
  void reading?.sound.then((sound) => !sound && endOfWork(machine))
  let recovery = recoveryIn(db)
  const isNew = plain.lastHallSeq() === 0 && plain.countPending() === 0
  // The journal carries on a copy; what is in the database alone has none yet.
  if (started.recovery || (!isNew && copies.status().count === 0)) void copies.make('always')
  return {
    db,
    file,
    journal,
    copies,
    secrets: journaledSecrets(openSecrets(db), journal),
    log: {
      ...kept,
      isSound: () => kept.isSound() && commits.isSound(),
      unplace(after, at) {
        const parted = kept.unplace(after, at)
        // What the journal says of places before it is over.
        void copies.make('always')
        return parted
      },
      close() {
        reading?.stop()
        copies.close()
        try {
          kept.close()
        } finally {
          commits.close()
          journal.close()
          lock.release()
        }
      },
    },
    recovery: () => recovery,
    recoverySeen() {
      recovery = undefined
      recoverySeen(db)
    },
  }
}

/** On a damaged database nobody goes on working: the next start reads all of it and brings it back. */
function endOfWork(machine: string): void {
  diagnostics.error('the database is damaged; the next start brings it back from its copy and its journal', undefined, {
    machine,
  })
  setImmediate(() => {
    throw new Error('the database is damaged')
  })
}
