import { useEffect, useLayoutEffect, useRef } from 'react'
import { keepPresses, type Pressed, type Ways } from './presses.ts'
import { useDesk } from './store.ts'
import type { Act } from './use-act.ts'
import { useWords } from '../text/text.ts'

/**
 * The presses of the keys of one place, by their names: `judge` says what each does as the screen stands now, and is asked
 * again where the press had to wait for an act that is under way.
 */
export function usePresses(act: Act, how: Ways, judge: (name: string) => Pressed | undefined) {
  const { waits, twinWithin } = how
  const { settled } = useDesk()
  const { other } = useWords().floor
  const current = useRef({ act, judge })
  const press = useRef<(name: string) => Promise<void>>(undefined)
  // With the screen, and not after it: a press that waited is judged as soon as the changed view is drawn.
  useLayoutEffect(() => {
    current.current = { act, judge }
  })
  useEffect(() => {
    press.current = keepPresses({
      judge: (name) => current.current.judge(name),
      say: (sentence, isMore) => (isMore ? current.current.act.sayMore(sentence) : current.current.act.say(sentence)),
      ...{ waits, twinWithin, settled, other, now: () => performance.now() },
    })
  }, [settled, waits, twinWithin, other])
  return (name: string): void => void press.current?.(name)
}
