import { printedLabel } from '../../domain/ticket.ts'
import type { BoardView } from '../../domain/view-public.ts'
import { clock } from '../common/format.ts'
import { useBoardWords } from '../text/public.ts'

/** The calls before the newest one, so that a missed call can still be read. */
export function Earlier({ calls }: { calls: BoardView['calls'] }) {
  const board = useBoardWords()
  if (calls.length === 0) return <p className="earlier none">{board.noEarlier}</p>
  return (
    <table className="earlier">
      <caption className="unseen">{board.earlier}</caption>
      <thead>
        <tr>
          <th scope="col">{board.earlier}</th>
          <th scope="col">{board.counter}</th>
          <th scope="col">{board.time}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={`${printedLabel(call.label)}/${call.counter}/${call.at}`}>
            <td>
              <span className="series">{call.label.series}</span>
              {String(call.label.number).padStart(3, '0')}
            </td>
            <td>
              <small className="counter-word" aria-hidden="true">
                {board.counter}
              </small>
              {call.counter}
            </td>
            <td className="called-at">{clock(call.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
