import type { Stage } from './stage.ts'

/** One way in which things go wrong. It throws when something is otherwise than it must be; the judgement at its end does too. */
export type Scenario = {
  name: string
  /** What happens, and what must be true of it. */
  says: string
  /** Played in `npm test` too, on one stage with the others of its sort: it leaves hall and counters as a day goes on. */
  isQuick?: boolean
  /**
   * `steps` is how many moments of an exchange are tried. Gives a reason when this machine cannot play it, and what of it
   * when that was left out.
   */
  run(stage: Stage, steps: number): Promise<void | { cannot: string } | { without: string }>
}
