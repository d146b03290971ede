import type { CaseView, StepView } from '../../../domain/views/views.ts'
import { clock, moment } from '../../common/format.ts'
import { CheckIcon, RingIcon } from '../../common/icons.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Panel } from '../../common/panel.tsx'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { CheckRow, SparedRow } from './check-row.tsx'
import { isNeeded, openStep } from './open-step.ts'

/** The steps: what is finished folded to a line, the open one with its checks, what comes later in grey. */
export function CaseSteps({ seen }: { seen: CaseView }) {
  const { steps: words } = useWords().case
  const open = openStep(seen)
  const done = seen.steps.filter((s) => s.finished)
  const later = seen.steps.filter((s) => !s.finished && s !== open)
  return (
    <Panel title={words.title} note={words.progress(done.length, seen.steps.length)}>
      <ol className="steps">
        <Folded seen={seen} steps={done} kind="done" />
        {seen.steps.map((step, i) => {
          const number = i + 1
          if (step === open) return <OpenStep key={step.step} seen={seen} step={step} number={number} />
          if (step.finished) return <DoneStep key={step.step} step={step} number={number} />
          return <LaterStep key={step.step} step={step} number={number} />
        })}
        <Folded seen={seen} steps={later} kind="later" />
      </ol>
    </Panel>
  )
}

/** On a small screen what is finished, and what comes later, is one line each. */
function Folded({ seen, steps, kind }: { seen: CaseView; steps: StepView[]; kind: 'done' | 'later' }) {
  if (steps.length === 0) return null
  const titles = steps.map((s) => `${seen.steps.indexOf(s) + 1} ${s.title}`).join(' · ')
  const at = steps.at(-1)?.finished?.at
  return (
    <li className={`step ${kind} narrow`} title={titles}>
      {kind === 'done' ? <CheckIcon /> : <RingIcon />}
      <span className="step-title cut" lang="ko">
        {titles}
      </span>
      <span className="meta">{at !== undefined && clock(at)}</span>
    </li>
  )
}

type Props = { step: StepView; number: number }

function DoneStep({ step, number }: Props) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const { finished } = step
  const findings = step.checks.flatMap((c) => (c.mark?.finding === undefined ? [] : [c.mark.finding]))
  return (
    <li className="step done wide">
      <CheckIcon />
      <span className="step-title">
        {number} {step.title}
      </span>
      <span className="meta cut wide">{findings.length > 0 ? findings.join(' · ') : step.action}</span>
      <span className="meta nowrap">
        <span className="unseen">{words.case.steps.finished}</span> {finished && moment(finished.at, now, language)} ·{' '}
        {finished?.clerk}
      </span>
    </li>
  )
}

function LaterStep({ step, number }: Props) {
  const { steps: words } = useWords().case
  return (
    <li className="step later wide">
      <RingIcon />
      <span className="step-title">
        <span className="unseen">{words.later}</span> {number} <InKorean>{step.title}</InKorean>
      </span>
      <span className="cut wide" lang="ko">
        {step.action}
      </span>
      <span className="meta">{step.handsOver ? words.afterDecision : ''}</span>
    </li>
  )
}

function OpenStep({ seen, step, number }: Props & { seen: CaseView }) {
  const { steps: words } = useWords().case
  const { reading } = useWords()
  const needed = step.checks.filter(isNeeded)
  const marked = needed.filter((c) => c.mark).length
  const none = step.checks.length === 0 ? words.noChecks : reading.documents.allSpared
  return (
    <li className="step open" aria-current="step">
      <div className="row between">
        <h3>
          {number} <InKorean>{step.title}</InKorean>
        </h3>
        <span className="meta nowrap">{needed.length === 0 ? none : words.checks(marked, needed.length)}</span>
      </div>
      <p className="ink2" lang="ko">
        {step.action}
      </p>
      <ul className="checks">
        {step.checks.map((check) =>
          check.spared ? (
            <SparedRow key={check.check} check={check} />
          ) : (
            <CheckRow key={check.check} seen={seen} check={check} />
          ),
        )}
      </ul>
    </li>
  )
}
