import { restoredMark } from '../db/copies/recovery.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { openSecrets } from '../db/keys/secrets.ts'
import { openLog } from '../db/log.ts'
import type { Db } from '../db/open.ts'
import { seldom } from '../db/seldom.ts'
import { HALL } from '../domain/actor.ts'
import { isMachineOf } from '../domain/machine/machines.ts'
import { readRecord } from '../domain/record/record.ts'
import { awaitedIn } from '../sync/hall-recovery.ts'
import { answerWish, takeWish } from './end-wish.ts'
import type { Turns } from './turns.ts'

/** The wait of a restored hall, seen from its own computer (docs/SYNC.md, R2 and R3). */

/** Milliseconds between looks, while the hall waits. */
const rhythm = 500
/** Milliseconds from one word about the same trouble to the next. */
const troubleRhythm = 60_000

/** Ends the wait where nobody is awaited, and where `changgu end-recovery` wishes it; looks until it is over. */
export function keepWait(hall: Turns, data: string): void {
  /** The end that was looked at: after a failure there is another one, which waits anew. */
  let seen: Turns['end'] | undefined
  const mayTell = seldom(troubleRhythm)

  function look(): void {
    const { end } = hall
    const awaited = end.awaited()
    if (!awaited) return clearInterval(timer)
    const isFirst = seen !== end
    seen = end
    // Where the last one has only just been heard the hall goes on by itself.
    if (isFirst && awaited.length === 0) hall.attempt(() => void end.submit(HALL, { type: 'endRecovery' }, Date.now()))
    const reason = wished()
    if (reason !== undefined) grant(reason, awaited)
  }

  /** A folder that cannot be read or written is said, and no failure of the record. */
  function wished(): string | undefined {
    try {
      return takeWish(data, Date.now())
    } catch (error) {
      if (mayTell('wish')) diagnostics.error('the wish to end the wait of the hall cannot be read', error)
      return undefined
    }
  }

  function grant(reason: string, awaited: readonly string[]): void {
    hall.attempt(() => {
      void hall.end.submit(HALL, { type: 'endRecovery', reason }, Date.now()).then((outcome) => {
        if (outcome !== 'done') return tell({ refused: typeof outcome === 'string' ? outcome : outcome.refused })
        for (const machine of awaited) diagnostics.warn('the restored hall goes on without this PC', { machine })
        tell({ awaited: [...awaited] })
      })
    })
  }

  function tell(said: Parameters<typeof answerWish>[1]): void {
    try {
      answerWish(data, said)
    } catch (error) {
      diagnostics.error('whoever ended the wait could not be answered', error)
    }
  }

  const timer = setInterval(look, rhythm)
  timer.unref()
  look()
}

/**
 * Whom a hall waits for by what is on its disk: every machine that ever wrote or is paired. Which of them was heard since, the hall alone
 * knows while it runs. Undefined in one that was not restored, or went on.
 */
export function awaitedOnDisk(db: Db): string[] | undefined {
  if (openSecrets(db).get(restoredMark) === undefined) return undefined
  const log = openLog(db, HALL)
  const { hall } = readRecord(log)
  return awaitedIn(log, hall, (machine) => isMachineOf(hall, machine))
}
