import { useCallback, useState } from 'react'
import type { Outcome, PcCommand } from '../../domain/desk.ts'
import type { Refused } from '../../domain/act-order.ts'
import type { Command, Refusal } from '../../domain/hall.ts'
import { useLanguage, useWords, type Language, type Words } from '../text/text.ts'
import { date, clockSeconds } from './format.ts'
import { useSubmit } from './store.ts'
import { takeTurns, twinName } from './turns.ts'

export type Act = {
  /** Does it once what is under way here has ended; true when it is done. A double press does nothing. */
  run: (command: Command | PcCommand) => Promise<boolean>
  /** Why the last one was not done, in one sentence. */
  problem: string | undefined
  say: (problem: string | undefined) => void
  /** Says it unless something else is said already. */
  sayMore: (problem: string | undefined) => void
  /** True once the hall lets itself be waited for longer than 300 ms. */
  isSlow: boolean
}

/** Submits commands and keeps the one sentence that a refusal or a lost line leaves. */
export function useAct(onOutcome?: (outcome: Outcome) => void): Act {
  const submit = useSubmit()
  const words = useWords()
  const language = useLanguage()
  const [problem, setProblem] = useState<string>()
  const [isSlow, setSlow] = useState(false)
  const [turns] = useState(takeTurns)
  const sayMore = useCallback((more: string | undefined) => setProblem((said) => said ?? more), [])
  const run = useCallback(
    async (command: Command | PcCommand): Promise<boolean> => {
      const act = async (hasWaited: boolean): Promise<boolean> => {
        // What the one before it was refused for stays said.
        if (!hasWaited) setProblem(undefined)
        const timer = window.setTimeout(() => setSlow(true), 300)
        try {
          const outcome = await submit(command)
          onOutcome?.(outcome)
          sayMore(whyNotDone(outcome, words, language))
          return outcome === 'done'
        } catch {
          sayMore(words.broken)
          return false
        } finally {
          window.clearTimeout(timer)
          setSlow(false)
        }
      }
      return (await turns.take(twinName(command), act)) ?? false
    },
    [submit, words, language, onOutcome, turns, sayMore],
  )
  return { run, problem, say: setProblem, sayMore, isSlow }
}

/** What an outcome is told as; undefined where the act is done. */
export function whyNotDone(outcome: Outcome, words: Words, language: Language): string | undefined {
  if (outcome === 'done') return undefined
  return outcome === 'unreachable' ? words.unreachable : whyNot(outcome, words, language)
}

/** A refusal as a sentence; one of an act that is out of order names what stands in its way, and when that was. */
export function whyNot({ refused, earlier }: Refused<Refusal>, words: Words, language: Language): string {
  if (!earlier) return words.refusals[refused]
  const when = `${date(earlier.at, language)} ${clockSeconds(earlier.at)}`
  return words.doneEarlier(words.happenings[earlier.type], when)
}
