import type { Kind } from '../../../domain/manual/manual.ts'
import type { FormerKindView } from '../../../domain/views/view-former.ts'
import type { CaseView, CounterView } from '../../../domain/views/views.ts'
import { KeyCap } from '../../common/button.tsx'
import { clock, date } from '../../common/format.ts'
import { Loading } from '../../common/loading.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { openStep } from '../case/open-step.ts'
import { usePlace } from '../place.ts'
import { ManualPage } from './manual-page.tsx'
import { useCaseReading, usePreviewReading } from './reading.ts'
import { useKindPage } from './use-kind-page.ts'

/** The manual beside the work: of the open case, or of what the search has found. */
export function ManualColumn({ view }: { view: CounterView }) {
  const words = useWords()
  const middle = usePlace((s) => s.middle)
  const shown = usePlace((s) => s.preview)
  return (
    <aside className="right" aria-label={words.manual.title}>
      {middle.at === 'case' ? (
        <OfCase id={middle.case} />
      ) : shown === undefined ? (
        <Nothing view={view} />
      ) : (
        <Preview key={shown} code={shown} />
      )}
    </aside>
  )
}

function OfCase({ id }: { id: string }) {
  const seen = useView({ of: 'case', case: id })
  if (!seen) return <Loading />
  return <CaseManual key={seen.case} seen={seen} />
}

function CaseManual({ seen }: { seen: CaseView }) {
  const page = { of: 'kind', code: seen.kind, edition: seen.edition } as const
  const kind = useView(page)
  const hasCome = useHasCome(page)
  return kind ? <CasePage seen={seen} kind={kind} /> : <NoPage code={seen.kind} hasCome={hasCome} />
}

function CasePage({ seen, kind }: { seen: CaseView; kind: Kind }) {
  const { reading: words } = useWords()
  const language = useLanguage()
  const reading = useCaseReading(seen, kind)
  const due = seen.due && words.due.is(`${date(seen.due.lastDay, language)} ${clock(seen.due.dueAt)}`)
  return <ManualPage kind={kind} reading={reading} due={due} edition={seen.edition} step={openStep(seen)?.step} />
}

function Preview({ code }: { code: string }) {
  const { kind, former, hasCome } = useKindPage(code)
  return kind ? <PreviewPage kind={kind} former={former} /> : <NoPage code={code} hasCome={hasCome} />
}

function PreviewPage({ kind, former }: { kind: Kind; former: FormerKindView | undefined }) {
  const { reading: words } = useWords()
  const language = useLanguage()
  const reading = usePreviewReading(kind, former?.edition)
  const end = useView({ of: 'receiptDue', code: kind.code })
  const due = end && !former && words.due.ifNow(`${date(end.lastDay, language)} ${clock(end.dueAt)}`)
  return <ManualPage kind={kind} reading={reading} due={due || undefined} edition={former?.edition} isPreview />
}

/** A page that is still asked for, or is in no edition here. */
function NoPage({ code, hasCome }: { code: string; hasCome: boolean }) {
  const { manual } = useWords()
  if (!hasCome) return <Loading />
  return (
    <div className="manual-head">
      <p className="meta">{code}</p>
      <p>{manual.gone}</p>
    </div>
  )
}

function Nothing({ view }: { view: CounterView }) {
  const words = useWords()
  return (
    <>
      <div className="manual-head">
        <p className="meta">{view.edition ? words.edition(view.edition.edition) : words.noEdition}</p>
        <h2>{words.manual.emptyTitle}</h2>
      </div>
      <div className="manual-body padded">
        <p className="ink2">{words.manual.emptyText}</p>
        <p className="spaced">
          <KeyCap>Ctrl+K</KeyCap> {words.manual.find}
        </p>
      </div>
    </>
  )
}
