import { mostDestroyed } from '../../domain/record/destruction.ts'
import type { Act } from '../common/use-act.ts'

/** What a supervisor has approved, how many cases that were, and how many of them are destroyed already. */
type Approved = { year: number; kinds: string[]; reason: string; of: number; done: number }
/** Who hears how many are destroyed, and says whether to go on. */
type Beside = { told: (done: number) => void; isStopped: () => boolean }

/**
 * One entry names so many cases: the hall is asked until all are destroyed. The first refusal ends it, and so does who stops
 * it: what was asked for stays destroyed, what was not yet is offered again.
 */
export async function destroyAll(
  run: Act['run'],
  { of, done: before, ...approved }: Approved,
  { told, isStopped }: Beside,
): Promise<'done' | 'stopped' | 'refused'> {
  for (let done = before; done < of;) {
    if (isStopped()) return 'stopped'
    // oxlint-disable-next-line no-await-in-loop -- each asks for what the one before has left
    if (!(await run({ type: 'destroyCases', ...approved }))) return 'refused'
    done = Math.min(of, done + mostDestroyed)
    told(done)
  }
  return 'done'
}
