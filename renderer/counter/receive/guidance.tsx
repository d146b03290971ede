import { useId, type ReactNode } from 'react'
import { guidanceTopics, type GuidanceTopic } from '../../../domain/case/intake.ts'
import type { Checklist, Verdict } from '../../../domain/manual/checklist.ts'
import { isByOffice, type Kind } from '../../../domain/manual/manual.ts'
import type { Due } from '../../../domain/period/deadline.ts'
import { clock, date } from '../../common/format.ts'
import { WithKorean } from '../../common/korean.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { guidanceId } from '../case/open-step.ts'
import { Fee, Period } from '../manual/manual-values.tsx'
import { readSiteVisit } from './site-visit.ts'

type Props = {
  kind: Kind | undefined
  /** When it is due, or would be if it were received now. */
  due: Due | undefined
  /** What of the documents is this citizen's, and the fee, by the answers. */
  needs: readonly { document: string; needed: Verdict }[]
  fee: Checklist['fee']
  isReceived?: boolean
  told: readonly GuidanceTopic[]
  /** What was told is a record and cannot be taken back. */
  isKept?: boolean
  onTell: (topics: readonly GuidanceTopic[]) => void
  siteVisit: string
  /** Whether it was tried to go on: from then on a day that cannot be read is marked, however short. */
  isTried?: boolean
  onSiteVisit: (text: string) => void
}

/** 접수 안내 (시행령 제6조 제4항): the four things to tell at receipt, each with what to say; one tick for all of them. */
export function Guidance({ told, isKept = false, onTell, ...rest }: Props) {
  const { intake } = useWords()
  const id = useId()
  const toggle = (topic: GuidanceTopic) =>
    onTell(told.includes(topic) ? told.filter((t) => t !== topic) : [...told, topic])
  const isAll = told.length === guidanceTopics.length
  return (
    <div className="guidance">
      <div className="row wrap between">
        <label className="tick">
          <input
            type="checkbox"
            id={guidanceId}
            checked={isAll}
            onChange={() => onTell(isAll && !isKept ? [] : guidanceTopics)}
          />
          <b>{intake.guidance.all}</b>
        </label>
        {rest.kind && (
          <span className="meta row">
            {intake.guidance.fee} <FeeSaid kind={rest.kind} fee={rest.fee} />
          </span>
        )}
      </div>
      <ul>
        {guidanceTopics.map((topic) => (
          <li key={topic}>
            <label className="tick">
              <input
                type="checkbox"
                checked={told.includes(topic)}
                disabled={isKept && told.includes(topic)}
                aria-describedby={`${id}-${topic}`}
                onChange={() => toggle(topic)}
              />
              {intake.topics[topic]}
            </label>
            <span id={`${id}-${topic}`} className="guidance-text">
              <Content topic={topic} {...rest} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ContentProps = Omit<Props, 'told' | 'isKept' | 'onTell'> & { topic: GuidanceTopic }

function Content({
  topic,
  kind,
  due,
  needs,
  isReceived = false,
  siteVisit,
  isTried = false,
  onSiteVisit,
}: ContentProps): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const { guidance } = words.intake
  if (topic === 'siteVisit') return <SiteVisit text={siteVisit} isTried={isTried} onChange={onSiteVisit} />
  if (!kind) return null
  if (topic === 'documents') return <Documents kind={kind} needs={needs} />
  if (topic === 'criteria')
    return (
      <WithKorean>
        {`${kind.steps.map((s) => s.title).join(' → ')} · ${guidance.conditions(kind.conditions.length)}`}
      </WithKorean>
    )
  const when = due && `${date(due.lastDay, language)} ${clock(due.dueAt)}`
  return (
    <>
      <Period kind={kind} />
      {when !== undefined && ` · ${isReceived ? words.case.due.until(when) : guidance.dueIf(when)}`}
    </>
  )
}

/** The fee in a word, as the answers have it. */
function FeeSaid({ kind, fee }: { kind: Kind; fee: Checklist['fee'] }) {
  const { reading } = useWords()
  return fee === 'open' ? reading.documents.open : <Fee kind={{ ...kind, fee: { ...kind.fee, won: fee } }} />
}

function Documents({ kind, needs }: { kind: Kind; needs: Props['needs'] }) {
  const { guidance } = useWords().intake
  const of = (needed: Verdict) =>
    kind.documents.filter((d) => (needs.find((n) => n.document === d.id)?.needed ?? 'yes') === needed)
  const [mine, open] = [of('yes'), of('open')]
  const asked = mine.filter((d) => !isByOffice(d))
  const byOffice = mine.length - asked.length
  const parts = [
    asked.length === 0 ? guidance.bringNothing : asked.map((d) => d.name).join(', '),
    ...(open.length > 0 ? [guidance.open(open.length)] : []),
    ...(byOffice > 0 ? [guidance.byOffice(byOffice)] : []),
  ]
  return <WithKorean>{parts.join(' · ')}</WithKorean>
}

type SiteVisitProps = { text: string; isTried: boolean; onChange: (text: string) => void }

function SiteVisit({ text, isTried, onChange }: SiteVisitProps) {
  const { guidance } = useWords().intake
  const isBad = text.length >= (isTried ? 1 : 8) && readSiteVisit(text) === 'wrong'
  return (
    <span className="row">
      <input
        className="input short"
        aria-label={guidance.siteVisit}
        aria-invalid={isBad}
        placeholder={guidance.dayHint}
        inputMode="numeric"
        maxLength={12}
        value={text}
        onChange={(e) => onChange(e.target.value)}
      />
      <span className={isBad ? 'problem' : ''}>{isBad ? guidance.badDay : guidance.noSiteVisit}</span>
    </span>
  )
}
