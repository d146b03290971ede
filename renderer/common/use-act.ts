import { useCallback, useRef, useState } from 'react'
import type { Outcome, PcCommand } from '../../domain/desk.ts'
import type { Refused } from '../../domain/act-order.ts'
import type { Command, Refusal } from '../../domain/hall.ts'
import { useLanguage, useWords, type Language, type Words } from '../text/text.ts'
import { date, clockSeconds } from './format.ts'
import { useSubmit } from './store.ts'

export type Act = {
  /** Does it; true when it is done. While one is under way a second does nothing. */
  run: (command: Command | PcCommand) => Promise<boolean>
  /** Why the last one was not done, in one sentence. */
  problem: string | undefined
  say: (problem: string | undefined) => void
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
  const isBusy = useRef(false)
  const run = useCallback(
    async (command: Command | PcCommand): Promise<boolean> => {
      if (isBusy.current) return false
      isBusy.current = true
      setProblem(undefined)
      const timer = window.setTimeout(() => setSlow(true), 300)
      try {
        const outcome = await submit(command)
        onOutcome?.(outcome)
        if (outcome === 'unreachable') setProblem(words.unreachable)
        else if (outcome !== 'done') setProblem(whyNot(outcome, words, language))
        return outcome === 'done'
      } catch {
        setProblem(words.broken)
        return false
      } finally {
        window.clearTimeout(timer)
        setSlow(false)
        isBusy.current = false
      }
    },
    [submit, words, language, onOutcome],
  )
  return { run, problem, say: setProblem, isSlow }
}

/** A refusal as a sentence; one of an act that is out of order names what stands in its way, and when that was. */
export function whyNot({ refused, earlier }: Refused<Refusal>, words: Words, language: Language): string {
  if (!earlier) return words.refusals[refused]
  const when = `${date(earlier.at, language)} ${clockSeconds(earlier.at)}`
  return words.doneEarlier(words.happenings[earlier.type], when)
}
