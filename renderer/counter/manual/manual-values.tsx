import type { Kind } from '../../../domain/manual/manual.ts'
import { money } from '../../common/format.ts'
import { QuestionIcon, WarningIcon } from '../../common/icons.tsx'
import { WithKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { Asks } from './manual-documents.tsx'
import type { Reading } from './reading.ts'

type Props = { kind: Kind; isFull?: boolean }

/** A value that nobody has confirmed: never a zero, never a guess. */
function NotKnown({ isFull = false, note }: { isFull?: boolean; note?: string | undefined }) {
  const words = useWords()
  if (!isFull)
    return (
      <Say tone="warn" icon={QuestionIcon}>
        {words.unknownShort}
      </Say>
    )
  return (
    <div className="not-known">
      <Say tone="warn" icon={WarningIcon}>
        {words.unknown}
      </Say>
      {note !== undefined && (
        <p className="ink2" lang="ko">
          {note}
        </p>
      )}
      <p className="ink2">{words.manual.askSupervisor}</p>
    </div>
  )
}

/** A known value that no source bears out. */
function Unsourced({ note }: { note: string | undefined }) {
  const { manual: words } = useWords()
  return (
    <p>
      <Say tone="warn" icon={QuestionIcon}>
        <WithKorean>{[words.unsourced, note].filter(Boolean).join(' · ')}</WithKorean>
      </Say>
    </p>
  )
}

/** The processing period, by law or by the hall's confirmation. */
export function Period({ kind, isFull = false }: Props) {
  const { manual: words } = useWords()
  const { period, periodNote } = kind
  if (!period) return <NotKnown isFull={isFull} note={periodNote} />
  const isSourced = kind.fieldConfidence.processingPeriod === 'sourced'
  const text = period.unit === 'immediate' ? words.immediate : words.periodUnits[period.unit](period.value)
  if (!isFull) return <span>{text}</span>
  return (
    <div>
      <b>{text}</b> {period.unit === 'immediate' && <span className="ink2">{words.immediateHours}</span>}
      {isSourced ? (
        <p className="meta" lang="ko">
          {periodNote}
        </p>
      ) : (
        <Unsourced note={periodNote} />
      )}
    </div>
  )
}

/** The fee by what was answered: of the case that applies, or all that it can still be. */
export function FeeByAnswers({ kind, reading }: { kind: Kind; reading: Reading }) {
  const words = useWords()
  const language = useLanguage()
  const { list } = reading
  const of = list.feeCase === undefined ? undefined : kind.fee.cases?.[list.feeCase]
  if (list.fee === 'open')
    return (
      <div>
        <Say tone="warn" icon={QuestionIcon}>
          {words.reading.fee.open(
            list.fees
              .map((won) => (won === null ? words.unknownShort : won === 0 ? words.manual.free : money(won, language)))
              .join(words.reading.fee.or),
          )}
        </Say>
        <Asks kind={kind} reading={reading} ids={list.feeTurnsOn} />
      </div>
    )
  if (!of) return <Fee kind={kind} isFull />
  return <Fee kind={{ ...kind, fee: { ...kind.fee, won: of.won, note: of.note ?? kind.fee.note } }} isFull />
}

/** The fee in won. */
export function Fee({ kind, isFull = false }: Props) {
  const { manual: words } = useWords()
  const language = useLanguage()
  const { won, means, note, source } = kind.fee
  if (won === null) {
    const known = [means, note, source].filter(Boolean).join(' · ')
    return <NotKnown isFull={isFull} note={known === '' ? undefined : known} />
  }
  const text = won === 0 ? words.free : money(won, language)
  if (!isFull) return <span>{text}</span>
  return (
    <div>
      <b>{text}</b>{' '}
      <span className="ink2" lang="ko">
        {means}
      </span>
      {kind.fieldConfidence.fee === 'sourced' ? (
        <p className="meta" lang="ko">
          {note}
        </p>
      ) : (
        <Unsourced note={note} />
      )}
    </div>
  )
}
