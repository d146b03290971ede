import type { CaseView } from '../../../domain/views/views.ts'
import { shortDay } from '../../common/format.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'

/** A case from its receipt to its due date: what stopped it, how it was extended, and today. */
export function Timeline({ seen }: { seen: CaseView }) {
  const { clock: text, stops: names } = useWords().procedure
  const language = useLanguage()
  const now = useNow(60_000)
  const { receivedAt, due, stops, extensions } = seen.procedure.clock
  if (!due) return null
  const isOver = seen.notice !== undefined || seen.state === 'closed'
  const end = Math.max(due.dueAt, isOver ? 0 : now)
  const place = (at: number) =>
    `${(100 * (Math.min(Math.max(at, receivedAt), end) - receivedAt)) / (end - receivedAt)}%`
  const day = (at: number) => shortDay(at, language)
  const parts = [
    { look: 'mark-receipt', text: `${text.received} ${day(receivedAt)}` },
    ...stops.map((s) => ({
      look: 'mark-stop',
      text: text.stop(names[s.reason], day(s.from), s.to === undefined ? undefined : day(s.to)),
    })),
    ...extensions.map((e) => ({ look: 'mark-extension', text: text.extension(e.nth, day(e.at)) })),
    ...(isOver ? [] : [{ look: 'mark-now', text: `${text.today} ${day(now)}` }]),
    { look: 'mark-due', text: `${text.due} ${day(due.dueAt)}` },
  ]
  return (
    <div className="timeline">
      <div className="track" role="img" aria-label={text.line(parts.map((p) => p.text).join(', '))}>
        {!isOver && <span className="passed" style={{ width: place(now) }} />}
        {stops.map((s) => (
          <span
            key={s.from}
            className="stop"
            style={{ left: place(s.from), right: `calc(100% - ${place(s.to ?? now)})` }}
          />
        ))}
        {extensions.map((e) => (
          <span key={e.nth} className="point extension" style={{ left: place(e.at) }} />
        ))}
        {!isOver && <span className="point now" style={{ left: place(now) }} />}
        <span className={due.overdue ? 'point due-point over' : 'point due-point'} style={{ left: place(due.dueAt) }} />
      </div>
      <ul className="legend" aria-hidden="true">
        {parts.map((p) => (
          <li key={p.text} className={p.look}>
            {p.text}
          </li>
        ))}
      </ul>
    </div>
  )
}
