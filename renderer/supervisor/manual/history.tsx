import type { EditionOrigin, KindHistoryView } from '../../../domain/views/view-editions.ts'
import { Button } from '../../common/button.tsx'
import { date, moment } from '../../common/format.ts'
import { Loading } from '../../common/loading.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords, type SupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { go, showAmendment } from './place.ts'

/** 내력: which editions and amendments changed a kind; who, when and why. */
export function KindHistory({ code }: { code: string }) {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'kindHistory', code })
  if (!view) return <Loading />
  if (view.length === 0) return <p className="ink2">{w.history.none}</p>
  return (
    <ol className="manual-history" aria-label={w.history.title}>
      {view.map((line, i) => (
        <Line key={i} line={line} />
      ))}
    </ol>
  )
}

function Line({ line }: { line: KindHistoryView[number] }) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const now = useNow()
  const by = w.amendments.by(line.done.clerk, moment(line.done.at, now, language))
  if (line.of === 'amendment')
    return (
      <li>
        <Button size="small" look="quiet" onPress={() => showAmendment(line.amendment)}>
          {w.history.underWay(line.title)}
        </Button>
        <span className="meta">{by}</span>
        {line.why !== undefined && <p className="ink2">{w.history.why(line.why)}</p>}
      </li>
    )
  return (
    <li>
      <Button size="small" look="quiet" onPress={() => go({ tab: 'editions', edition: line.edition })}>
        {w.history.edition(line.edition, date(line.effectiveDate, language))}
      </Button>
      <Tag>{w.history.what[line.what]}</Tag> {line.isWithdrawn && <Tag tone="outline">{w.editions.withdrawn}</Tag>}{' '}
      <span className="meta">{by}</span>
      <p className="ink2">{sayOrigin(w, line.origin)}</p>
    </li>
  )
}

/** Why there is an edition. */
export function sayOrigin(w: SupervisorWords['manual'], origin: EditionOrigin): string {
  if (origin.of === 'amendment') return w.origin.amendment(origin.title, origin.reason)
  return origin.of === 'broughtBack' ? w.origin.broughtBack(origin.edition, origin.reason) : w.origin.folder
}
