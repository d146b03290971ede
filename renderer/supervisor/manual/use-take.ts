import { useRef, useState } from 'react'
import { changeLength, longestChange } from '../../../domain/manual/manual-parts.ts'
import type { OfferLine } from '../../../domain/manual/offer.ts'
import { inBatches } from '../../../domain/record/batches.ts'
import { newId } from '../../common/new-id.ts'
import { useDesk } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { supervisorWordsIn } from '../../text/supervisor.ts'
import { wordsIn } from '../../text/text.ts'
import { unchoose, useBring } from './bring-state.ts'
import { go } from './place.ts'

/** How many parts go in one command. */
const batch = 40

export type Taking =
  | { is: 'going'; done: number; all: number }
  | { is: 'stopped' | 'done'; done: number; amendment: string }
type Into = { amendment: string } | { title: string }

/** When what would be replaced was written; 0 where nothing is. */
const overOf = ({ under = [] }: OfferLine): number => under.find((u) => u.isTarget)?.at ?? 0

/**
 * Puts what is chosen into an amendment, batch by batch; it can be stopped, and what is in stays in. Nothing goes over a text
 * that was not shown.
 */
export function useTake() {
  const { desk } = useDesk()
  const act = useAct()
  const [state, setState] = useState<Taking>()
  const isStopped = useRef(false)

  async function run(into: Into, lines: readonly OfferLine[], source: string): Promise<void> {
    const { file = '', columns, sheet } = useBring.getState()
    const parts = lines.map((l) => l.part)
    const shown = new Map(lines.map((l) => [l.part, overOf(l)]))
    const how = { file, ...(columns && { columns }), ...(sheet !== undefined && { sheet }) }
    isStopped.current = false
    setState({ is: 'going', done: 0, all: parts.length })
    const amendment = 'amendment' in into ? into.amendment : newId()
    let done = 0
    const put = async (): Promise<boolean> => {
      if ('title' in into) {
        const opened = { type: 'openAmendment', amendment, title: into.title, reason: source } as const
        if (!(await act.run(opened))) return false
        // What is left after a stop goes there too.
        go({ target: amendment })
      }
      while (done < parts.length && !isStopped.current) {
        const next = parts.slice(done, done + batch)
        const changes = await desk.view({ of: 'broughtParts', ...how, amendment, parts: next }).catch(() => [])
        if (changes.length < next.length) {
          act.say((language) => supervisorWordsIn(language).bring.take.lost)
          return false
        }
        if (changes.some(({ part, over }) => over !== shown.get(part))) {
          act.say((language) => wordsIn(language).refusals.partMovedOn)
          return false
        }
        for (const some of inBatches(changes, { count: batch, length: longestChange }, changeLength)) {
          if (!(await act.run({ type: 'changeAmendment', amendment, changes: some, why: source }))) return false
          unchoose(some.map((c) => c.part))
          done += some.length
          setState({ is: 'going', done, all: parts.length })
        }
      }
      return true
    }
    const isPut = await put()
    if (!isPut && done === 0) setState(undefined)
    else setState({ is: done < parts.length ? 'stopped' : 'done', done, amendment })
  }
  return { run, state, problem: act.problem, stop: () => void (isStopped.current = true) }
}
