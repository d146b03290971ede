import type { DocumentMark } from '../../../domain/case/case.ts'
import type { CaseView, DocumentView } from '../../../domain/views/views.ts'
import { clock } from '../../common/format.ts'
import { BarredIcon, CheckIcon, PaperIcon, QuestionIcon } from '../../common/icons.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Panel } from '../../common/panel.tsx'
import { Problem } from '../../common/problem.tsx'
import { Say } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useWords } from '../../text/text.ts'
import { Details } from '../manual/manual-documents.tsx'

const ofCitizen: readonly DocumentMark[] = ['received', 'verified', 'missing', 'notNeeded']
const ofOffice: readonly DocumentMark[] = ['verified', 'notNeeded']

/** Every document with who brings it and how it stands. What the office verifies is never asked of the citizen. */
export function CaseDocuments({ seen }: { seen: CaseView }) {
  const { documents: words } = useWords().case
  const needed = seen.documents.filter((d) => !d.spared)
  const settled = needed.filter((d) => d.mark && d.mark.mark !== 'missing').length
  return (
    <Panel title={words.title} note={words.progress(settled, needed.length)}>
      {seen.documents.length === 0 ? (
        <p className="meta padded">{words.none}</p>
      ) : (
        <table className="documents">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.mark}</th>
            </tr>
          </thead>
          <tbody>
            {seen.documents.map((d) => (
              <Row key={d.document} seen={seen} document={d} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Row({ seen, document }: { seen: CaseView; document: DocumentView }) {
  const { documents: words } = useWords().case
  const canMark = seen.mine && !seen.decision && seen.state !== 'closed'
  return (
    <tr className={document.spared ? 'spared' : undefined}>
      <th scope="row">
        <InKorean>{document.name}</InKorean>{' '}
        <Details condition={document.condition} original={document.original && words.original} />
      </th>
      <td>
        <Who document={document} />
      </td>
      <td>
        {document.spared ? (
          <Spared document={document} />
        ) : canMark ? (
          <Marks seen={seen} document={document} />
        ) : (
          <Marked document={document} />
        )}
      </td>
    </tr>
  )
}

function Who({ document }: { document: DocumentView }) {
  const { documents: words } = useWords().case
  if (document.byOffice)
    return (
      <Say tone="accent" icon={BarredIcon}>
        {words.byOffice}
      </Say>
    )
  if (document.verifyBy === null)
    return (
      <Say tone="warn" icon={QuestionIcon}>
        {words.unknown}
      </Say>
    )
  return <Say icon={PaperIcon}>{words.byCitizen}</Say>
}

function Marks({ seen, document }: { seen: CaseView; document: DocumentView }) {
  const act = useAct()
  const { case: words, documentMarks } = useWords()
  const choices = document.byOffice ? ofOffice : ofCitizen
  return (
    <>
      <fieldset className="marks" aria-label={words.documents.markOf(document.name)}>
        {choices.map((mark) => (
          <button
            key={mark}
            type="button"
            className={`mark ${mark}`}
            aria-pressed={document.mark?.mark === mark}
            onClick={() => void act.run({ type: 'markDocument', case: seen.case, document: document.document, mark })}
          >
            {documentMarks[mark]}
          </button>
        ))}
      </fieldset>
      <Problem>{act.problem}</Problem>
    </>
  )
}

/** By the answers it is not needed; what was marked before stays told. */
function Spared({ document }: { document: DocumentView }) {
  const { documents } = useWords().reading
  return (
    <>
      <span className="meta">{documents.sparedMark}</span> {document.mark && <Marked document={document} />}
    </>
  )
}

function Marked({ document }: { document: DocumentView }) {
  const { documentMarks } = useWords()
  const { mark } = document
  if (!mark) return <span className="meta">–</span>
  const isGood = mark.mark === 'received' || mark.mark === 'verified'
  return (
    <span className="nowrap">
      {isGood ? (
        <Say tone="ok" icon={CheckIcon}>
          {documentMarks[mark.mark]}
        </Say>
      ) : (
        <Say>{documentMarks[mark.mark]}</Say>
      )}{' '}
      <span className="meta">{clock(mark.at)}</span>
    </span>
  )
}
