import { useState } from 'react'
import type { Change } from '../../../domain/amendment.ts'
import { inBatches } from '../../../domain/batches.ts'
import { changeLength, longestChange } from '../../../domain/manual-parts.ts'
import type { PersonView } from '../../../domain/views.ts'
import { useDesk } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { supervisorWordsIn } from '../../text/supervisor.ts'
import type { Language, Sentence } from '../../text/text.ts'
import { dropDrafts, hasMoved, textOf, useDrafts } from './drafts.ts'

/** How many parts go in one command. */
const batch = 40

const saveWords = (language: Language) => supervisorWordsIn(language).manual.save

/** Puts what was typed into an amendment: what is sound, as the core reads it; nothing if anything is not. */
export function useSave(clerk: PersonView) {
  const { desk } = useDesk()
  const act = useAct()
  const [done, setDone] = useState<number>()

  /** The contents as they are kept, or the part that has something to correct. */
  async function contents(parts: readonly string[]): Promise<Change[] | { problem: Sentence }> {
    const { drafts } = useDrafts.getState()
    const changes: Change[] = []
    for (const part of parts) {
      const draft = drafts[`${clerk.id} ${part}`]
      if (!draft) continue
      const name = part.replace('kinds/', '')
      const view = await desk.view({ of: 'manualPart', part, text: textOf(draft) }).catch(() => undefined)
      if (!view) return { problem: (l) => saveWords(l).unreadable(name) }
      if (hasMoved(draft, view.stand?.at)) return { problem: (l) => saveWords(l).moved(name) }
      if (view.content === undefined) return { problem: (l) => saveWords(l).faulty(name) }
      const { rests } = draft
      changes.push({ part, content: view.content, ...(rests !== undefined && rests > 0 && { base: rests }) })
    }
    return changes
  }

  async function run(amendment: string, parts: readonly string[], why: string): Promise<boolean> {
    setDone(undefined)
    const changes = await contents(parts)
    if ('problem' in changes) {
      act.say(changes.problem)
      return false
    }
    const said = why.trim()
    for (const some of inBatches(changes, { count: batch, length: longestChange }, changeLength)) {
      const command = { type: 'changeAmendment', amendment, changes: some, ...(said !== '' && { why: said }) } as const
      if (!(await act.run(command))) return false
      dropDrafts(
        clerk.id,
        some.map((c) => c.part),
      )
    }
    setDone(changes.length)
    return true
  }
  return { run, problem: act.problem, done }
}
