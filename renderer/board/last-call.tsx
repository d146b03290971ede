import { printedLabel } from '../../domain/queue/ticket.ts'
import type { Call } from '../../domain/views/view-public.ts'
import { clock } from '../common/format.ts'
import { boardWordsBeside, useBoardWords } from '../text/public.ts'
import { keyOf } from './announce.ts'
import { Picture } from './picture.tsx'

/**
 * The call that is announced. A new one (or a recall) draws the eye for a while; the first picture of the page does not. One that
 * is over stays as the last one, and asks nobody to come; so does every one while the line is lost, since nobody knows more of it.
 */
export function LastCall({ call, isFresh, isLost }: { call: Call; isFresh: boolean; isLost: boolean }) {
  const board = useBoardWords()
  const key = keyOf(call)
  const head = (call.isOver || isLost) && !isFresh ? 'lastCalled' : 'now'
  const says = head === 'now' ? board.goTo : board.wasCalled
  return (
    <section className={isFresh ? 'last fresh' : 'last'}>
      <p className="unseen" aria-live={head === 'now' ? 'polite' : 'off'}>
        <span key={key}>{says(printedLabel(call.label), call.counter)}</span>
      </p>
      <div key={key} className="last-head" aria-hidden="true">
        <Picture name="call" />
        <span>
          {board[head]} <small lang="en">{boardWordsBeside[head]}</small>
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
