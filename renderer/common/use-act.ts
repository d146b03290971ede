import { useCallback, useState } from 'react'
import type { Refused } from '../../domain/case/act-order.ts'
import type { Outcome, PcCommand } from '../../domain/desk.ts'
import type { Command, Refusal } from '../../domain/hall.ts'
import { useLanguage, wordsIn, type Sentence } from '../text/text.ts'
import { date, clockSeconds } from './format.ts'
import { useSubmit } from './store.ts'
import { takeTurns, twinName } from './turns.ts'

export type Act = {
  /** Does it once what is under way here has ended; true when it is done. A double press does nothing. */
  run: (command: Command | PcCommand) => Promise<boolean>
  /** Why the last one was not done, in one sentence of the language of the screen. */
  problem: string | undefined
  say: (problem: Sentence | undefined) => void
  /** Says it unless something else is said already. */
  sayMore: (problem: Sentence | undefined) => void
  /** True once the hall lets itself be waited for longer than 300 ms. */
  isSlow: boolean
}

/** Submits commands and keeps the one sentence that a refusal or a lost line leaves. */
export function useAct(onOutcome?: (outcome: Outcome) => void): Act {
  const submit = useSubmit()
  const language = useLanguage()
  const [problem, setProblem] = useState<Sentence>()
  const [isSlow, setSlow] = useState(false)
  const [turns] = useState(takeTurns)
  const say = useCallback((next: Sentence | undefined) => setProblem(() => next), [])
  const sayMore = useCallback(
    (more: Sentence | undefined) => setProblem((said: Sentence | undefined) => said ?? more),
    [],
  )
  const run = useCallback(
    async (command: Command | PcCommand): Promise<boolean> => {
      const act = async (hasWaited: boolean): Promise<boolean> => {
        // What the one before it was refused for stays said.
        if (!hasWaited) say(undefined)
        const timer = window.setTimeout(() => setSlow(true), 300)
        try {
          const outcome = await submit(command)
          onOutcome?.(outcome)
          sayMore(whyNotDone(outcome))
          return outcome === 'done'
        } catch {
          sayMore(broken)
          return false
        } finally {
          window.clearTimeout(timer)
          setSlow(false)
        }
      }
      return (await turns.take(twinName(command), act)) ?? false
    },
    [submit, onOutcome, turns, say, sayMore],
  )
  return { run, problem: problem?.(language), say, sayMore, isSlow }
}

/** What an act is told as that ended in an error. */
export const broken: Sentence = (language) => wordsIn(language).broken

/** What an outcome is told as; undefined where the act is done. */
export function whyNotDone(outcome: Outcome): Sentence | undefined {
  if (outcome === 'done') return undefined
  return outcome === 'unreachable' ? (language) => wordsIn(language).unreachable : whyNot(outcome)
}

/** A refusal as a sentence; one of an act that is out of order names what stands in its way, and when that was. */
export function whyNot({ refused, earlier }: Refused<Refusal>): Sentence {
  return (language) => {
    const words = wordsIn(language)
    if (!earlier) return words.refusals[refused]
    const when = `${date(earlier.at, language)} ${clockSeconds(earlier.at)}`
    return words.doneEarlier(words.happenings[earlier.type], when)
  }
}
