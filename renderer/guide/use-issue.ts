import { useCallback, useRef, useState } from 'react'
import type { Outcome } from '../../domain/desk.ts'
import type { ChosenClass } from '../../domain/queue/ticket.ts'
import type { Ways } from '../common/presses.ts'
import { useDesk } from '../common/store.ts'
import { broken, useAct } from '../common/use-act.ts'
import { usePresses } from '../common/use-presses.ts'
import { keepTouches } from './touches.ts'
import { useOver } from './use-over.ts'

/** The second tap of two is none: the hall has often answered the first before the finger is down again. */
const ways: Ways = { waits: 'always', twinWithin: 1_000 }

/** Issues a ticket a press, printed at a kiosk where one is named; `touch` is that of the last press, while it is said. */
export function useIssue(kiosk: string | undefined): {
  press: (chosen: ChosenClass) => void
  touch: string | undefined
  problem: string | undefined
} {
  const { desk } = useDesk()
  const hasAnswered = useRef(false)
  const act = useAct(
    useCallback((outcome: Outcome) => {
      hasAnswered.current = outcome !== 'unreachable'
    }, []),
  )
  const [touches] = useState(() => keepTouches(async (touch) => (await desk.view({ of: 'slip', touch })) !== undefined))
  const [touch, setTouch] = useState<string>()
  useOver(
    touch,
    useCallback(() => setTouch(undefined), []),
  )
  const issue = async (chosen: ChosenClass) => {
    const next = await touches.next(chosen)
    if (next === undefined) return act.say(broken)
    hasAnswered.current = false
    const isDone = await act.run({
      type: 'issueTicket',
      touch: next,
      class: chosen,
      ...(kiosk !== undefined && { kiosk }),
    })
    if (hasAnswered.current) touches.answered(chosen)
    // Of a ticket whose answer was lost the news may still tell.
    if (isDone || !hasAnswered.current) setTouch(next)
  }
  const press = usePresses(act, ways, (name) => ({
    closed: undefined,
    go: () => void issue(name === 'priority' ? 'priority' : 'ordinary'),
  }))
  return { press, touch, problem: act.problem }
}
