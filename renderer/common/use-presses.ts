import { useEffect, useLayoutEffect, useRef } from 'react'
import { wordsIn, type Sentence } from '../text/text.ts'
import { keepPresses, type Pressed, type Ways } from './presses.ts'
import { useDesk } from './store.ts'
import type { Act } from './use-act.ts'

const other: Sentence = (language) => wordsIn(language).floor.other

/**
 * The presses of the keys of one place, by their names: `judge` says what each does as the screen stands now, and is asked
 * again where the press had to wait for an act that is under way.
 */
export function usePresses(act: Act, how: Ways, judge: (name: string) => Pressed<Sentence> | undefined) {
  const { waits, twinWithin } = how
  const { settled } = useDesk()
  const current = useRef({ act, judge })
  const press = useRef<(name: string) => Promise<void>>(undefined)
  // With the screen, and not after it: a press that waited is judged as soon as the changed view is drawn.
  useLayoutEffect(() => {
    current.current = { act, judge }
  })
  useEffect(() => {
    press.current = keepPresses({
      judge: (name) => current.current.judge(name),
      say: (why, isMore) => (isMore ? current.current.act.sayMore(why) : current.current.act.say(why)),
      waits,
      twinWithin,
      settled,
      other,
      now: () => performance.now(),
    })
  }, [settled, waits, twinWithin])
  return (name: string): void => void press.current?.(name)
}
