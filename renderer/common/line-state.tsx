import type { EditionOnWay, LineView } from '../../domain/views/view-line.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { clockSeconds, duration } from './format.ts'
import { LineIcon, NoLineIcon, TrayIcon, WarningIcon } from './icons.tsx'
import { Say, Tag } from './tag.tsx'
import { useMoment } from './use-moment.ts'

/** The line to the hall, always in sight, and how much of this PC waits for it. */
export function LineState({ line }: { line: LineView }) {
  const [words, language, moment] = [useWords(), useLanguage(), useMoment()]
  return (
    <output className="row" aria-label={words.line.label}>
      {line.differs && (
        <Tag tone="bad" icon={WarningIcon}>
          <span>
            {words.line.differs}
            <span className="wide">{words.line.tellOffice}</span>
          </span>
        </Tag>
      )}
      {line.parted && (
        <Tag tone="bad" icon={WarningIcon}>
          <span>
            {words.line.parted}
            <span className="wide">{words.line.checkNumber}</span>
          </span>
        </Tag>
      )}
      {line.clockOff !== undefined && (
        <Tag tone="bad" icon={WarningIcon}>
          <span>
            {words.line.clockOff(duration(Math.round(Math.abs(line.clockOff) / 60_000), language), line.clockOff > 0)}
            <span className="wide">{words.line.setClock}</span>
          </span>
        </Tag>
      )}
      {line.awaited ? (
        <Tag tone="warn" icon={NoLineIcon}>
          <span>
            {words.line.recovering}
            <span className="wide">{words.line.awaited(line.awaited.length)}</span>
          </span>
        </Tag>
      ) : line.state === 'online' ? (
        <Say tone="ok" icon={LineIcon}>
          {words.line.online} <Heard at={line.lastNewsAt} />
        </Say>
      ) : (
        <Tag tone="warn" icon={NoLineIcon}>
          {words.line.offline(moment(line.since))}
        </Tag>
      )}
      {line.state === 'online' && line.record && !line.record.isFirst && (
        <span className="meta cut">{words.line.recordComes(Math.floor((100 * line.record.got) / line.record.of))}</span>
      )}
      {line.editions?.[0] && <EditionState edition={line.editions[0]} />}
      {line.unsent > 0 && (
        <Tag tone="outline" icon={TrayIcon}>
          <span>
            {words.line.unsent(line.unsent)}
            {!line.awaited && <span className="wide">{words.line.saved}</span>}
          </span>
        </Tag>
      )}
    </output>
  )
}

/** When the hall was heard last; for eyes only: it is another time every few seconds, and nobody wants it read out. */
function Heard({ at }: { at: number }) {
  const { line } = useWords()
  return (
    <span className="meta wide" aria-hidden="true">
      {line.heard(clockSeconds(at))}
    </span>
  )
}

/** An edition of the manual that is needed here and has not come: how far it is, or what is wrong with it. */
function EditionState({ edition: { edition, got, total, wrong } }: { edition: EditionOnWay }) {
  const { line } = useWords()
  if (wrong === undefined)
    return <span className="meta cut">{line.editionComes(edition, Math.floor((100 * got) / (total ?? Infinity)))}</span>
  return (
    <Tag tone="warn" icon={WarningIcon}>
      {line.editionWrong(edition, wrong)}
    </Tag>
  )
}
