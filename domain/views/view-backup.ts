import type { HallKept, Kept } from '../machine/kept.ts'
import type { Seat } from '../seat.ts'
import type { Instant } from '../time.ts'
import type { LineView } from './view-line.ts'
import { machinesView, managesMachines, type MachineLine } from './view-machines.ts'

/** What the PC itself found at its start, and whether the hall has still to tell it something. */
export type RecoveryView = NonNullable<Kept['recovery']> & { awaiting: boolean }

export type BackupWarning =
  | 'noCopy'
  | 'oldCopy'
  | 'failed'
  | 'notSealed'
  | 'noEscrow'
  | 'recovered'
  | 'secondFailed'
  | 'noSecond'

/** A PC in the list of backups. */
export type BackupLine = MachineLine & {
  kept?: Kept
  /** The newest copy that the hall keeps for it. */
  sealed?: { at: Instant; bytes: number; count: number }
  /** Since when its key lies with the hall, closed for the recovery key. */
  escrowedAt?: Instant
  /** Whether no computer was ever its own: it has nothing that could be lost. */
  isNew: boolean
  /** Whether it was paired so lately that its first copy cannot be missed yet. */
  isAwaited: boolean
  warnings: BackupWarning[]
}

/** 관리 · 백업: the copies of the hall and of its PCs, and what is missing. */
export type BackupView = {
  line: LineView
  /** Absent until the hall has said it. */
  hall?: HallKept & { warnings: BackupWarning[] }
  machines: BackupLine[]
}

/** A copy is made every quarter of an hour of writes; a day without one is looked at. */
const oldAfter = 24 * 3_600_000
/** A PC leaves a copy with the hall every night. */
const sealedAfter = 72 * 3_600_000
/** A PC makes its first copy a quarter of an hour after its start, and leaves it with the hall ten minutes later at most. */
const firstAfter = 30 * 60_000
/** What nobody misses before the first copy. */
const ofFirst: readonly BackupWarning[] = ['noCopy', 'notSealed', 'noEscrow']

/** The backups of the hall; undefined where nobody sits who looks after its machines. */
export function backupView(seat: Seat): BackupView | undefined {
  const list = machinesView(seat)
  if (!list || !managesMachines(seat)) return undefined
  const heard = new Map(seat.presence.map((p) => [p.machine, p.kept]))
  const left = new Map(seat.hallKept?.ofMachines.map((s) => [s.machine, { ...s.last, count: s.count }]))
  const { hallKept } = seat
  return {
    line: seat.line,
    ...(hallKept && { hall: { ...hallKept, warnings: warningsOfHall(hallKept, seat.at) } }),
    machines: list.machines.map((line) => {
      const [kept, sealed] = [heard.get(line.machine), left.get(line.machine)]
      const escrowedAt = seat.hall.escrows.get(line.machine)
      const known = {
        ...(kept && { kept }),
        ...(sealed && { sealed }),
        ...(escrowedAt !== undefined && { escrowedAt }),
      }
      const isNew = !line.device && line.past.length === 0 && !line.connected && Object.keys(known).length === 0
      const all = isNew ? [] : warningsOfPc(known, seat.at)
      const isYoung = line.device !== undefined && seat.at - line.device.pairedAt < firstAfter
      const warnings = isYoung ? all.filter((one) => !ofFirst.includes(one)) : all
      return { ...line, ...known, isNew, isAwaited: warnings.length < all.length, warnings }
    }),
  }
}

function warningsOfHall({ own, second }: HallKept, at: Instant): BackupWarning[] {
  const ofSecond = second ? (second.failedAt === undefined ? undefined : 'secondFailed') : 'noSecond'
  return [...warningsOf(own, at), ...(ofSecond ? [ofSecond as BackupWarning] : [])]
}

function warningsOfPc(line: Pick<BackupLine, 'kept' | 'sealed' | 'escrowedAt'>, at: Instant): BackupWarning[] {
  const { kept, sealed, escrowedAt } = line
  return [
    // Of a PC that was not heard since the server began nothing is known of its own copies; the hall's own knowledge stays.
    ...(kept ? warningsOf(kept, at) : []),
    ...(sealed && at - sealed.at <= sealedAfter ? [] : (['notSealed'] as const)),
    ...(escrowedAt === undefined ? (['noEscrow'] as const) : []),
  ]
}

const warningsOf = ({ last, failedAt, recovery }: Kept, at: Instant): BackupWarning[] => [
  ...(failedAt === undefined ? [] : (['failed'] as const)),
  ...(last ? (at - last.at > oldAfter ? (['oldCopy'] as const) : []) : (['noCopy'] as const)),
  ...(recovery ? (['recovered'] as const) : []),
]
