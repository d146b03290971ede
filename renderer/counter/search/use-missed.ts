import { useEffect, useRef } from 'react'
import type { Desk } from '../../../domain/desk.ts'
import { dayOf } from '../../../domain/time.ts'
import { useDesk, useSubmit } from '../../common/store.ts'
import { useNow } from '../../common/use-now.ts'
import { usePlace } from '../place.ts'
import { isMissed, keepMissed, nextEpisode, tellMissed, type SearchEpisode } from './missed-searches.ts'

/** Counts the searches of this box that find nothing or of which nothing is chosen. */
export function useMissedSearch(text: string, count: number): void {
  const { desk } = useDesk()
  const episode = useRef<SearchEpisode>(undefined)
  useEffect(() => {
    const now = Date.now()
    const next = nextEpisode(episode.current, { text, hasFound: count > 0, now })
    episode.current = next.episode
    if (next.missed !== undefined) void note(desk, next.missed)
  }, [desk, text, count])
  useEffect(
    () => () => {
      const last = episode.current
      const isChosen = usePlace.getState().middle.at !== 'home'
      if (last && !isChosen && isMissed(last, Date.now())) void note(desk, last.text)
    },
    [desk],
  )
}

/** Keeps of a search only what may be told; where this PC cannot say so, nothing. */
async function note(desk: Desk, text: string): Promise<void> {
  const told = await desk.view({ of: 'tellable', text: text.slice(0, 200) }).catch(() => undefined)
  if (told !== undefined) keepMissed(told, Date.now())
}

/** Tells what was missed on days that are over; at the end of a clerk's work the rest is told. */
export function useTellMissed(): void {
  const submit = useSubmit()
  const today = dayOf(useNow(60_000))
  useEffect(() => void tellMissed(submit, today), [submit, today])
}
