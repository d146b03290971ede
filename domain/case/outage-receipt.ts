import type { Kind } from '../manual/manual.ts'
import { addDays, dayOf, startOfDay, type Instant } from '../time.ts'
import { outagesCountFrom } from './case-clock.ts'
import type { CaseContext, CaseRefusal } from './case-context.ts'
import type { Case } from './case.ts'

/** 장애 중 접수 (시행령 제6조의2): what was received on paper while the system was down keeps its time. */

/** How many days back a receipt may lie where no outage is recorded for its time: longer ones are recorded first. */
const withoutRecord = 7

type Paper = { doneAt?: Instant | undefined; provisionalNo?: string | undefined }

/**
 * Why a receipt may not bear an earlier time: not without a provisional number, not of before the decree, not of no outage.
 * Nor is one paper entered twice: a number is given once a day, and belongs to that of the petition that bears it.
 */
export function outageRefusal(
  cases: ReadonlyMap<string, Case>,
  paper: Paper,
  ctx: CaseContext,
): CaseRefusal | undefined {
  return timeRefusal(paper, ctx) ?? (isEntered(cases, paper, ctx) ? 'provisionalNoKnown' : undefined)
}

/** Whether a petition of the day of a paper bears its number already; one that was voided does not count. */
function isEntered(
  cases: ReadonlyMap<string, Case>,
  { doneAt, provisionalNo }: Paper,
  { at, archive }: CaseContext,
): boolean {
  if (provisionalNo === undefined) return false
  const from = startOfDay(dayOf(doneAt ?? at))
  const to = startOfDay(addDays(dayOf(from), 1))
  const away = [...archive.received(from, to)].map((a) => a.known)
  return [...cases.values(), ...away].some(
    ({ received, outcome }) =>
      received.provisionalNo === provisionalNo && received.at >= from && received.at < to && outcome !== 'voided',
  )
}

function timeRefusal({ doneAt, provisionalNo }: Paper, ctx: CaseContext): CaseRefusal | undefined {
  if (doneAt === undefined) return undefined
  if (doneAt > ctx.at) return 'doneInFuture'
  if (provisionalNo === undefined) return 'outageNumberMissing'
  if (dayOf(doneAt) < outagesCountFrom) return 'beforeOutageReceipts'
  const isRecorded = ctx.outages.some((o) => o.from <= doneAt && doneAt <= o.to)
  return isRecorded || dayOf(doneAt) >= addDays(dayOf(ctx.at), -withoutRecord) ? undefined : 'outageNotRecorded'
}

/** The kind as it is received: by the edition, and by which one instead where the one of then is not on this machine. */
type Received = { edition: number; kind: Kind; editionThen?: number }

/**
 * The kind of the edition that was in force when it was received (시행령 제10조; a case keeps its edition). Where that edition
 * is not on this machine it is the newest one, which then names it; undefined where no edition has the kind.
 */
export function kindThen(code: string, doneAt: Instant | undefined, ctx: CaseContext): Received | undefined {
  const then = doneAt === undefined ? undefined : ctx.editionAt(doneAt)
  const pinned = then === undefined ? undefined : ctx.kind(code, then)
  if (pinned) return pinned
  const newest = ctx.kind(code)
  return newest && { ...newest, ...(then !== undefined && then !== newest.edition && { editionThen: then }) }
}
