import { printedLabel } from '../../domain/queue/ticket.ts'
import type { BoardView } from '../../domain/views/view-public.ts'
import { clock } from '../common/format.ts'
import { boardWordsBeside, useBoardWords } from '../text/public.ts'
import { Beside } from './beside.tsx'

/** The calls before the newest one, so that a missed call can still be read. */
export function Earlier({ calls }: { calls: BoardView['calls'] }) {
  const board = useBoardWords()
  if (calls.length === 0)
    return (
      <p className="earlier none">
        <span>
          <Beside en={boardWordsBeside.noEarlier}>{board.noEarlier}</Beside>
        </span>
      </p>
    )
  return (
    <table className="earlier">
      <caption className="unseen">{board.earlier}</caption>
      <thead>
        <tr>
          {(['earlier', 'counter', 'time'] as const).map((column) => (
            <th key={column} scope="col">
              <Beside en={boardWordsBeside[column]}>{board[column]}</Beside>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={`${printedLabel(call.label)}/${call.counter}/${call.at}`}>
            <td>
              <span className="series">{call.label.series}</span>
              {String(call.label.number).padStart(3, '0')}
            </td>
            <td className="called-to">
              <small className="counter-word" aria-hidden="true">
                {board.counter} <span lang="en">{boardWordsBeside.counter}</span>
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
