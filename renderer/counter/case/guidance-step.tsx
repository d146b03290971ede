import { guidanceTopics, type GuidanceTopic } from '../../../domain/case/intake.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useWords } from '../../text/text.ts'
import { Guidance } from '../receive/guidance.tsx'
import { siteVisitOf } from '../receive/site-visit.ts'

type Props = { seen: CaseView; siteVisit: string; onSiteVisit: (text: string) => void }

/** The first act of a case that was received before its guidance was marked (시행령 제6조 제4항). */
export function GuidanceStep({ seen, siteVisit, onSiteVisit }: Props) {
  const { intake } = useWords()
  const act = useAct()
  const kind = useView({ of: 'kind', code: seen.kind, edition: seen.edition })
  if (seen.next !== 'guide') return null
  const told = seen.procedure.guidance.filter((g) => g.done).map((g) => g.topic)
  const tell = (topics: readonly GuidanceTopic[]) => {
    const more = topics.filter((t) => !told.includes(t))
    if (more.length === 0 || !seen.mine) return
    const visit = more.includes('siteVisit') ? siteVisitOf(siteVisit) : {}
    void act.run({ type: 'giveGuidance', case: seen.case, topics: more, ...visit })
  }
  return (
    <section className="panel step open first-step" aria-labelledby="guidance-title" aria-current="step">
      <div className="row between">
        <h2 id="guidance-title">{intake.guidance.title}</h2>
        <span className="meta nowrap">{intake.guidance.told(told.length, guidanceTopics.length)}</span>
      </div>
      <p className="ink2">
        {intake.guidance.lead} <span className="meta">{intake.guidance.law}</span>
      </p>
      <Guidance
        needs={seen.documents.map((d) => ({ document: d.document, needed: d.spared ? 'no' : 'yes' }))}
        fee={seen.procedure.feeTable}
        kind={kind}
        due={dueOf(seen)}
        told={told}
        siteVisit={siteVisit}
        onSiteVisit={onSiteVisit}
        onTell={tell}
        isReceived
        isKept
      />
      <Problem>{act.problem}</Problem>
    </section>
  )
}

const dueOf = ({ due }: CaseView) => due && { dueAt: due.dueAt, lastDay: due.lastDay, expiresAt: due.dueAt }
