import type { LineView } from '../../domain/views.ts'
import { useWords } from '../text/text.ts'
import { clock, clockSeconds } from './format.ts'
import { LineIcon, NoLineIcon, TrayIcon } from './icons.tsx'
import { Say, Tag } from './tag.tsx'

/** The line to the hall, always in sight, and how much of this PC waits for it. */
export function LineState({ line }: { line: LineView }) {
  const words = useWords()
  return (
    <output className="row" aria-label={words.line.label}>
      {line.state === 'online' ? (
        <Say tone="ok" icon={LineIcon}>
          {words.line.online} <span className="meta">{words.line.heard(clockSeconds(line.lastNewsAt))}</span>
        </Say>
      ) : (
        <Tag tone="warn" icon={NoLineIcon}>
          {words.line.offline(clock(line.since))}
        </Tag>
      )}
      {line.unsent > 0 && (
        <Tag tone="outline" icon={TrayIcon}>
          {words.line.unsent(line.unsent)}
        </Tag>
      )}
    </output>
  )
}
