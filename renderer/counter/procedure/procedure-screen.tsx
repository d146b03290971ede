import type { MilestoneView } from '../../../domain/views/views-procedure.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { moment } from '../../common/format.ts'
import { ClockIcon, WarningIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import type { ProcedureAct } from './act-form.ts'
import { shownMilestones } from './milestones.ts'
import { ProcedureActs } from './procedure-acts.tsx'
import { ProcedureClock } from './procedure-clock.tsx'
import { ProcedureDone } from './procedure-done.tsx'

type Props = { seen: CaseView; onAct: (act: ProcedureAct) => void }

/** 법정 절차: the clock and why, what comes, what is lawful now and why not, and what was done. */
export function ProcedureScreen({ seen, onAct }: Props) {
  return (
    <div className="body procedure">
      <ProcedureClock seen={seen} />
      <Milestones milestones={seen.procedure.milestones} />
      <ProcedureActs seen={seen} onAct={onAct} />
      <ProcedureDone seen={seen} />
    </div>
  )
}

/** What the law wants by when, the soonest first. */
function Milestones({ milestones }: { milestones: readonly MilestoneView[] }) {
  const { procedure: words } = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  const shown = shownMilestones(milestones)
  return (
    <section className="panel coming" aria-labelledby="coming-title">
      <h2 id="coming-title" className="head">
        {words.milestone.title}
      </h2>
      {shown.length === 0 && <p className="meta">{words.milestone.none}</p>}
      <ul className="milestones">
        {shown.map((m) => (
          <li key={`${m.what}-${m.at}`}>
            <Say tone={m.over ? 'bad' : 'plain'} icon={m.over ? WarningIcon : ClockIcon}>
              {words.milestones[m.what]}
            </Say>
            <span className={m.over ? 'over-text' : ''}>
              {moment(m.at, now, language)} {m.over && words.milestone.over}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
