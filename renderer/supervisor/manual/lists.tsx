import { isText } from '../../../domain/manual/manual-parts.ts'
import { PaperName } from '../../../domain/paper/paper.ts'
import type { ListLine } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Loading } from '../../common/loading.tsx'
import { PaperPage } from '../../common/paper-preview.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { Changes } from './changes.tsx'
import { partsTyped, useDrafts } from './drafts.ts'
import { Faults, useFaultKey } from './faults.tsx'
import { Moved } from './moved.tsx'
import { PaneLine, Panes } from './panes.tsx'
import { usePartName } from './part-title.tsx'
import { showList, usePlace } from './place.ts'
import { Raw } from './raw.tsx'
import { SaveBar } from './save-bar.tsx'
import { ThrowAway } from './throw-away.tsx'
import { usePart, type OpenPart } from './use-part.ts'

/** 목록·문서: the categories, the said words and the templates of the documents, each as text that is checked as one types. */
export function Lists({ clerk }: { clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'manualKinds' })
  const chosen = usePlace((s) => s.list)
  const unsaved = new Set(
    partsTyped(
      useDrafts((s) => s.drafts),
      clerk.id,
    ),
  )
  const line = view?.lists.find((l) => l.part === chosen)
  return (
    <Panes
      name={w.lists.title}
      head={!view && <Loading />}
      lines={view?.lists.map((one) => (
        <Line key={one.part} line={one} isChosen={one.part === chosen} isUnsaved={unsaved.has(one.part)} />
      ))}
      choose={w.lists.choose}
    >
      {line && <ListPane key={`${clerk.id} ${line.part}`} clerk={clerk} line={line} />}
    </Panes>
  )
}

/** What a list or template is called; a paper has its own name. */
function useName(): (part: string) => string {
  const { manual: w } = useSupervisorWords()
  const { papers } = useWords()
  const partName = usePartName()
  return (part) => {
    const name = part.replace('documents/', '')
    if (name === 'frame' || name === 'register' || name === 'guideSheet') return w.lists[name]
    const paper = PaperName.safeParse(name).data
    return paper === undefined ? partName(part, null) : papers.names[paper]
  }
}

function Line({ line, isChosen, isUnsaved }: { line: ListLine; isChosen: boolean; isUnsaved: boolean }) {
  const { manual: w } = useSupervisorWords()
  const nameOf = useName()
  return (
    <PaneLine look="list" isChosen={isChosen} onChoose={() => showList(line.part)}>
      <span className="cut">{nameOf(line.part)}</span>
      <span className="marks">
        {isUnsaved && <Tag tone="accent">{w.list.unsaved}</Tag>}
        {line.amendments.length > 0 && <Tag tone="ok">{w.list.amended}</Tag>}
      </span>
    </PaneLine>
  )
}

function ListPane({ clerk, line }: { clerk: PersonView; line: ListLine }) {
  const { manual: w } = useSupervisorWords()
  const nameOf = useName()
  const inDraft = line.amendments.find((a) => a.state === 'draft')
  const part = usePart(clerk.id, line.part, inDraft?.amendment, String(line.saidLast))
  useFaultKey(part)
  const isTemplate = isText(line.part)
  const { listHint, templateHint, styleHint } = w.lists
  const hint = line.part === 'style' ? styleHint : isTemplate ? templateHint : listHint
  return (
    <section className="panel manual-pane" aria-label={nameOf(line.part)}>
      <Head part={part} line={line} clerk={clerk} />
      {part.isMissing ? (
        <p className="empty">{w.lists.missing}</p>
      ) : (
        <>
          <Faults part={part} />
          <div className={isTemplate ? 'manual-body manual-template' : 'manual-body'}>
            <Raw part={part} hint={hint} />
            {isTemplate && <Sample part={part} />}
          </div>
          <SaveBar clerk={clerk} part={part} inDraft={inDraft} />
        </>
      )}
    </section>
  )
}

/** The template as a paper with made-up values. */
function Sample({ part }: { part: OpenPart }) {
  const { manual: w } = useSupervisorWords()
  const token = part.reading?.sample
  return (
    <div className="manual-sample">
      <p className="head">{w.lists.sample}</p>
      {token === undefined ? (
        <p className="ink2">{part.reading ? w.lists.noSample : w.kind.reading}</p>
      ) : (
        <PaperPage title={w.lists.sample} token={token} />
      )}
    </div>
  )
}

function Head({ part, line, clerk }: { part: OpenPart; line: ListLine; clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const nameOf = useName()
  const { change } = part.reading ?? {}
  const draft = line.amendments.find((a) => a.state === 'draft')
  const review = line.amendments.find((a) => a.state !== 'draft')
  return (
    <header className="manual-head">
      <div className="row">
        <h2 className="title cut">{nameOf(line.part)}</h2>
        {part.draft && <Tag tone="accent">{w.list.unsaved}</Tag>}
        {!change && <span className="meta">{part.reading && w.kind.noChange}</span>}
        {draft && <span className="meta cut">{w.kind.inDraft(draft.title)}</span>}
        <span className="grow" />
        <ThrowAway part={part} clerk={clerk} />
      </div>
      {review && <p className="caution">{w.kind.underReview(review.title)}</p>}
      {change && !isText(line.part) && (
        <details>
          <summary>{w.kind.changes(change.what === 'changed' ? change.changes.length : 1)}</summary>
          <Changes change={change} />
        </details>
      )}
      <Moved part={part} clerk={clerk} />
    </header>
  )
}
