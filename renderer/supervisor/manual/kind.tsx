import { useState } from 'react'
import { nameIn, partOfKind } from '../../../domain/manual/manual-parts.ts'
import type { KindLine, ManualKindsView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Korean } from '../../common/korean.tsx'
import { Tag } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { Changes } from './changes.tsx'
import { Faults, useFaultKey } from './faults.tsx'
import { FillUnknown } from './fill.tsx'
import { KindForm } from './form.tsx'
import { KindHistory } from './history.tsx'
import { Moved } from './moved.tsx'
import { go, usePlace, views } from './place.ts'
import { Raw } from './raw.tsx'
import { SaveBar } from './save-bar.tsx'
import { TakenOut, TakeOutButton } from './take-out.tsx'
import { ThrowAway } from './throw-away.tsx'
import { usePart, type OpenPart } from './use-part.ts'

type Props = { clerk: PersonView; code: string; view: ManualKindsView; shown: KindLine[] }

/** One kind as it is edited: in its form or as text, with what is wrong with it, and the way into an amendment. */
export function KindPane({ clerk, code, view, shown }: Props) {
  const { manual: w } = useSupervisorWords()
  const line = view.kinds.find((k) => k.code === code)
  const inDraft = line?.amendments.find((a) => a.state === 'draft')
  // A new text in the amendment, or a new edition, is another beginning.
  const part = usePart(clerk.id, partOfKind(code), inDraft?.amendment, String(line?.saidLast))
  const how = usePlace((s) => s.view)
  useFaultKey(part)
  return (
    <section className="panel manual-pane" aria-label={`${code} ${line?.ko ?? nameIn(part.data)?.ko ?? ''}`}>
      <Head part={part} line={line} code={code} clerk={clerk} />
      {part.isMissing ? (
        <p className="empty">{w.kind.missing}</p>
      ) : (
        <>
          {how !== 'history' && <Faults part={part} />}
          <div className="manual-body">
            {how === 'form' && <KindForm part={part} categories={view.categories} />}
            {how === 'raw' && <Raw part={part} />}
            {how === 'unknown' && <FillUnknown part={part} code={code} view={view} shown={shown} />}
            {how === 'history' && <KindHistory code={code} />}
          </div>
          <SaveBar clerk={clerk} part={part} inDraft={inDraft} />
        </>
      )}
    </section>
  )
}

type HeadProps = { part: OpenPart; line: KindLine | undefined; code: string; clerk: PersonView }

function Head({ part, line, code, clerk }: HeadProps) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const how = usePlace((s) => s.view)
  const [isOpen, setOpen] = useState(false)
  const { change } = part.reading ?? {}
  const draft = line?.amendments.find((a) => a.state === 'draft')
  const review = line?.amendments.find((a) => a.state !== 'draft')
  const called = line ?? nameIn(part.data)
  const count = change?.what === 'changed' ? change.changes.length : 1
  return (
    <header className="manual-head">
      <div className="row">
        <span className="meta">{code}</span>
        <h2 className="title cut">{called?.[language] ?? code}</h2>
        {called && <Korean>{called.ko}</Korean>}
        {part.draft && <Tag tone="accent">{w.list.unsaved}</Tag>}
        <span className="grow" />
        <nav className="row" aria-label={w.kind.viewList}>
          {views.map((name) => (
            <Button key={name} size="small" pressed={name === how} onPress={() => go({ view: name })}>
              {w.kind.views[name]}
            </Button>
          ))}
        </nav>
      </div>
      <div className="row">
        {change ? (
          <Button size="small" look="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {w.kind.changes(count)}
          </Button>
        ) : (
          <span className="meta">
            {part.reading && (part.reading.data === undefined ? w.kind.notCompared : w.kind.noChange)}
          </span>
        )}
        {draft && !part.reading?.isTakenOut && <span className="meta cut">{w.kind.inDraft(draft.title)}</span>}
        <span className="grow" />
        <ThrowAway part={part} clerk={clerk} />
        <TakeOutButton part={part} line={line} />
      </div>
      {review && <p className="caution">{w.kind.underReview(review.title)}</p>}
      <TakenOut part={part} line={line} />
      {isOpen && change && <Changes change={change} />}
      <Moved part={part} clerk={clerk} />
    </header>
  )
}
