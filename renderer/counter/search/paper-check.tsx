import type { PaperCheck } from '../../../domain/paper/paper-check.ts'
import { moment } from '../../common/format.ts'
import { CheckIcon, WarningIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'

/** 문서확인번호: what may be said of a paper that was brought, to anyone at any counter; what it says is in its case. */
export function PaperCheckCard({ check }: { check: PaperCheck }) {
  const { papers, caseStates } = useWords()
  const { check: w } = papers
  const language = useLanguage()
  const now = useNow(60_000)
  const { code, hallName, found } = check
  if (!found)
    return (
      <section className="paper-check" aria-label={w.title} role="status">
        <Say tone="bad" icon={WarningIcon}>
          {w.none(hallName)}
        </Say>
        <p className="ink2">{w.noneText}</p>
      </section>
    )
  const facts: [string, string][] = [
    [w.document, `${papers.names[found.name]} ${found.number}`],
    [w.petition, found.title],
    [w.made, `${moment(found.madeAt, now, language)} · ${papers.states[found.print]}`],
    [w.case, caseStates[found.caseState]],
    [w.code, code],
    [w.fingerprint, found.sha256 ?? w.elsewhere],
  ]
  return (
    <section className="paper-check" aria-label={w.title} role="status">
      <Say tone="ok" icon={CheckIcon}>
        {w.issued(hallName)}
      </Say>
      {found.newer && <Say tone="warn">{w.newer}</Say>}
      {!found.confirmed && <Say tone="warn">{papers.unconfirmed}</Say>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="meta">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{w.compare}</p>
    </section>
  )
}
