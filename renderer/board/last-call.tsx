import { useEffect, useState } from 'react'
import { printedLabel } from '../../domain/ticket.ts'
import type { BoardView } from '../../domain/view-public.ts'
import { clock } from '../common/format.ts'
import { boardWordsBeside, useBoardWords } from '../text/public.ts'
import { Picture } from './picture.tsx'

type Call = NonNullable<BoardView['last']>

const freshMs = 15_000
const keyOf = (call: Call): string => `${printedLabel(call.label)}/${call.counter}/${call.at}`

/** The newest call. A new one (or a recall) draws the eye for a while; the first picture of the page does not. */
export function LastCall({ call }: { call: Call }) {
  const board = useBoardWords()
  const key = keyOf(call)
  const isFresh = useFresh(key)
  return (
    <section className={isFresh ? 'last fresh' : 'last'}>
      <p className="unseen" aria-live="polite">
        <span key={key}>{board.goTo(printedLabel(call.label), call.counter)}</span>
      </p>
      <div key={key} className="last-head" aria-hidden="true">
        <Picture name="call" />
        <span>
          {board.now} <small lang="en">{boardWordsBeside.now}</small>
        </span>
        <span className="last-at">{clock(call.at)}</span>
      </div>
      <p className="last-number" aria-hidden="true">
        <small>{call.label.series}</small>
        {String(call.label.number).padStart(3, '0')}
      </p>
      <p className="last-counter" aria-hidden="true">
        <Picture name="arrow" />
        <span className="last-counter-word">
          {board.counter}
          <small lang="en">{boardWordsBeside.counter}</small>
        </span>
        {call.counter}
      </p>
    </section>
  )
}

function useFresh(key: string): boolean {
  const [seen, setSeen] = useState(key)
  useEffect(() => {
    if (seen === key) return undefined
    const timer = window.setTimeout(() => setSeen(key), freshMs)
    return () => window.clearTimeout(timer)
  }, [key, seen])
  return seen !== key
}
