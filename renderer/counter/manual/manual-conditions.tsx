import type { Checklist } from '../../../domain/manual/checklist.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { Fold } from '../../common/fold.tsx'
import { CheckIcon, CrossIcon, QuestionIcon, WarningIcon } from '../../common/icons.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useWords } from '../../text/text.ts'
import { Asks } from './manual-documents.tsx'
import type { Reading } from './reading.ts'

type Props = { kind: Kind; reading: Reading }
type Judged = Kind['conditions'][number] & { judged: Checklist['conditions'][number] | undefined }

const judgedOf = ({ kind, reading }: Props): Judged[] =>
  kind.conditions.map((c) => ({ ...c, judged: reading.list.conditions.find((one) => one.condition === c.id) }))

const isUnmet = ({ judged }: Judged): boolean => judged?.applies === 'yes' && judged.holds === 'no'

/** What keeps this citizen from what he asks for, before all else. Receipt goes on all the same (민원처리법 제9조). */
export function Unmet(props: Props) {
  const { conditions: words } = useWords().reading
  const unmet = judgedOf(props).filter(isUnmet)
  return (
    <div className="unmet-place" aria-live="polite">
      {unmet.length > 0 && (
        <section className="part whole unmet" aria-label={words.warning}>
          <Say tone="bad" icon={WarningIcon}>
            {words.warning}
          </Say>
          <ul>
            {unmet.map((c) => (
              <li key={c.id}>
                <b lang="ko">{c.text}</b>
                <Asks {...props} ids={c.judged?.asks ?? []} />
              </li>
            ))}
          </ul>
          <p className="meta">{words.warningNext}</p>
        </section>
      )}
    </div>
  )
}

/** 요건: whether each is met by what was answered; the others are for the clerk to look at. */
export function Conditions(props: Props) {
  const words = useWords()
  const all = judgedOf(props)
  if (all.length === 0) return <span className="meta">{words.manual.none}</span>
  const applying = all.filter((c) => c.judged?.applies !== 'no')
  const spared = all.filter((c) => c.judged?.applies === 'no')
  return (
    <div className="groups">
      <ul>
        {applying.map((c) => (
          <li key={c.id}>
            <InKorean>{c.text}</InKorean> <Verdict {...c} />
            {(c.judged?.applies === 'open' || c.judged?.holds === 'open') && <Asks {...props} ids={c.judged.turnsOn} />}
          </li>
        ))}
      </ul>
      {spared.length > 0 && (
        <Fold title={words.reading.conditions.spared(spared.length)}>
          <ul>
            {spared.map((c) => (
              <li key={c.id}>
                <InKorean>{c.text}</InKorean>
                <Asks {...props} ids={c.judged?.asks ?? []} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}

function Verdict({ judged }: Judged) {
  const { conditions: words } = useWords().reading
  if (judged?.applies === 'open')
    return (
      <Say tone="warn" icon={QuestionIcon}>
        {words.mayApply}
      </Say>
    )
  switch (judged?.holds) {
    case 'yes':
      return (
        <Say tone="ok" icon={CheckIcon}>
          {words.met}
        </Say>
      )
    case 'no':
      return (
        <Say tone="bad" icon={CrossIcon}>
          {words.unmet}
        </Say>
      )
    case 'open':
      return (
        <Say tone="warn" icon={QuestionIcon}>
          {words.open}
        </Say>
      )
    case undefined:
      return <span className="meta">{words.byClerk}</span>
  }
}
