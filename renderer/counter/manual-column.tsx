import type { CounterView } from '../../domain/views.ts'
import { KeyCap } from '../common/button.tsx'
import { useView } from '../common/store.ts'
import { useWords } from '../text/text.ts'
import { ManualPage } from './manual-page.tsx'
import { openStep } from './open-step.ts'
import { usePlace } from './place.ts'

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
  if (!seen) return null
  return <CaseManual key={seen.case} code={seen.kind} edition={seen.edition} step={openStep(seen)?.step} />
}

function CaseManual({ code, edition, step }: { code: string; edition: number; step: string | undefined }) {
  const kind = useView({ of: 'kind', code, edition })
  return kind ? <ManualPage kind={kind} edition={edition} step={step} /> : <Gone code={code} />
}

function Preview({ code }: { code: string }) {
  const kind = useView({ of: 'kind', code })
  return kind ? <ManualPage kind={kind} isPreview /> : <Gone code={code} />
}

function Gone({ code }: { code: string }) {
  const { manual } = useWords()
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
