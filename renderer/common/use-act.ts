import { useCallback, useRef, useState } from 'react'
import type { Outcome } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import { useWords } from '../text/text.ts'
import { useSubmit } from './store.ts'

export type Act = {
  /** Does it; true when it is done. While one is under way a second does nothing. */
  run: (command: Command) => Promise<boolean>
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
  const [problem, setProblem] = useState<string>()
  const [isSlow, setSlow] = useState(false)
  const isBusy = useRef(false)
  const run = useCallback(
    async (command: Command): Promise<boolean> => {
      if (isBusy.current) return false
      isBusy.current = true
      setProblem(undefined)
      const timer = window.setTimeout(() => setSlow(true), 300)
      try {
        const outcome = await submit(command)
        onOutcome?.(outcome)
        if (outcome === 'unreachable') setProblem(words.unreachable)
        else if (outcome !== 'done') setProblem(words.refusals[outcome.refused])
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
    [submit, words, onOutcome],
  )
  return { run, problem, say: setProblem, isSlow }
}
