import type { Unread } from '../../../domain/manual/manual-table.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'

/** The rows and cells of a table that were not read, each with its place and why. */
export function BringUnread({ unread }: { unread: readonly Unread[] }) {
  const { bring: w } = useSupervisorWords()
  return (
    <div>
      <h3>{w.unread(unread.length)}</h3>
      <p className="ink2">{w.unreadHint}</p>
      <div className="records changes" role="region" aria-label={w.unread(unread.length)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.heads.row}</th>
              <th scope="col">{w.heads.name}</th>
              <th scope="col">{w.heads.text}</th>
              <th scope="col">{w.heads.why}</th>
            </tr>
          </thead>
          <tbody>
            {unread.map((one, i) => (
              <tr key={`${one.row} ${i}`}>
                <td className="number">{one.row}</td>
                <td>{one.name}</td>
                <td>{one.text}</td>
                <td>
                  {w.whys[one.why]}
                  {one.about !== undefined && one.about !== '' && (
                    <span className="meta"> · {one.why === 'codeNeeded' ? w.near(one.about) : one.about}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
