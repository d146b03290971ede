import { useState } from 'react'
import type { PersonView } from '../../../domain/views/views.ts'
import { useDesk } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { problemIn, saveParts } from './save-parts.ts'

/** Puts what was typed into an amendment, and tells how many parts that were or why it was not done. */
export function useSave(clerk: PersonView) {
  const { desk } = useDesk()
  const act = useAct()
  const [done, setDone] = useState<number>()

  async function run(amendment: string, parts: readonly string[], why: string): Promise<boolean> {
    setDone(undefined)
    const saved = await saveParts({ desk, run: act.run, clerk: clerk.id, amendment, parts, why })
    if (saved === 'notDone') return false
    if ('problem' in saved) {
      act.say(saved.problem)
      return false
    }
    setDone(saved.done)
    return true
  }
  /** Whether all that was typed could go in; else it is told why not. */
  async function isSound(parts: readonly string[]): Promise<boolean> {
    const found = await problemIn({ desk, clerk: clerk.id, parts })
    if (found) act.say(found)
    return found === undefined
  }
  return { run, isSound, problem: act.problem, done }
}
