import { useId, type ReactNode } from 'react'
import { isByOffice, type Kind } from '../../../domain/manual/manual.ts'
import { Fold } from '../../common/fold.tsx'
import { BarredIcon, PaperIcon, QuestionIcon } from '../../common/icons.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { saidAnswer } from './manual-questions.tsx'
import type { Reading } from './reading.ts'

type Document = Kind['documents'][number]
type Props = { kind: Kind; reading: Reading }

/** 구비서류: this citizen's first, then what is still open, what the office verifies, and what this citizen is spared. */
export function Documents({ kind, reading }: Props) {
  const words = useWords()
  const { documents } = words.reading
  if (kind.documents.length === 0) return <span className="meta">{words.manual.none}</span>
  const known = new Map(reading.list.documents.map((d) => [d.document, d]))
  const judged = (needed: 'yes' | 'no' | 'open') => kind.documents.filter((d) => known.get(d.id)?.needed === needed)
  const [mine, open, spared] = [judged('yes'), judged('open'), judged('no')]
  const [brought, offices] = [mine.filter((d) => !isByOffice(d)), mine.filter(isByOffice)]
  return (
    <div className="groups">
      <Group title={documents.ofCitizen} count={brought.length}>
        {brought.length === 0 && <li className="meta">{documents.bringNothing}</li>}
        {brought.map((d) => (
          <Line key={d.id} document={d} />
        ))}
      </Group>
      {open.length > 0 && (
        <Group title={documents.open} count={open.length} look="open">
          {open.map((d) => (
            <Line key={d.id} document={d} isOpen>
              <Asks kind={kind} reading={reading} ids={known.get(d.id)?.turnsOn ?? []} />
            </Line>
          ))}
        </Group>
      )}
      {offices.length > 0 && (
        <Group title={documents.ofOffice} count={offices.length}>
          {offices.map((d) => (
            <Line key={d.id} document={d} />
          ))}
        </Group>
      )}
      {spared.length > 0 && (
        <Fold title={documents.spared(spared.length)}>
          <ul>
            {spared.map((d) => (
              <li key={d.id}>
                <InKorean>
                  {d.name} <span className="meta">{d.condition}</span>
                </InKorean>
                <Asks kind={kind} reading={reading} ids={known.get(d.id)?.asks ?? []} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}

type GroupProps = { title: string; count: number; look?: 'open'; children: ReactNode }

function Group({ title, count, look, children }: GroupProps) {
  const id = useId()
  return (
    <section className={look ? `group ${look}` : 'group'} aria-labelledby={id}>
      <h4 id={id}>
        {look === 'open' ? (
          <Say tone="warn" icon={QuestionIcon}>
            {title}
          </Say>
        ) : (
          title
        )}{' '}
        <span className="meta">{count}</span>
      </h4>
      <ul>{children}</ul>
    </section>
  )
}

/** A condition of the manual, and that the original is brought. */
export const Details = ({
  condition,
  original,
}: {
  condition: string | undefined
  original: string | false | undefined
}) => (
  <span className="meta">
    {condition !== undefined && <InKorean>{condition}</InKorean>}
    {condition !== undefined && original && ' · '}
    {original}
  </span>
)

type LineProps = { document: Document; isOpen?: boolean; children?: ReactNode }

function Line({ document, isOpen = false, children }: LineProps) {
  const { manual, case: caseWords, reading } = useWords()
  const { name, condition, original, verifyBy } = document
  return (
    <li>
      <b lang="ko">{name}</b> <Details condition={condition} original={original && manual.original} />{' '}
      {verifyBy === null ? (
        <Say tone="warn" icon={QuestionIcon}>
          {caseWords.documents.unknown}
        </Say>
      ) : verifyBy === 'applicant' ? (
        !isOpen && <Say icon={PaperIcon}>{manual.citizen}</Say>
      ) : (
        <Say tone="accent" icon={BarredIcon}>
          {reading.documents.forbidden} · {reading.documents.verifyBy[verifyBy]}
        </Say>
      )}
      {children}
    </li>
  )
}

/** The questions that something turns on: with what was answered, or those alone that are still to be asked. */
export function Asks({ kind, reading, ids }: Props & { ids: readonly string[] }) {
  const words = useWords()
  const language = useLanguage()
  const { answers } = reading
  const asked = kind.questions.filter((q) => ids.includes(q.id))
  const answered = asked.filter((q) => answers[q.id] !== undefined)
  if (asked.length === 0) return null
  const said = answered.map((q) => `${q.ask[language]} ${saidAnswer(q, answers[q.id], words, language)}`)
  return <p className="meta">{(answered.length > 0 ? said : asked.map((q) => q.ask[language])).join(' · ')}</p>
}
