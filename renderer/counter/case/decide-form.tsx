import type { z } from 'zod'
import type { Outcome } from '../../../domain/case/case.ts'
import type { Command } from '../../../domain/hall.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { PaperName } from '../../../domain/paper/paper.ts'
import { remediesOf } from '../../../domain/paper/remedies.ts'
import { isDay } from '../../../domain/time.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { LivePaper } from '../../common/paper-preview.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { readDay } from '../../common/typed-day.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft, useKept } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'
import { citedLines, lineProblem, linesOf } from '../procedure/act-form.ts'
import { WhenField } from '../procedure/when-field.tsx'
import { instantOfWhen, type When } from '../procedure/when.ts'
import { documentGaps } from './document-gaps.ts'

type OutcomeName = z.infer<typeof Outcome>
/** What a decision on an objection is instead (시행령 제40조). */
const ofObjection: Record<OutcomeName, OutcomeName> = {
  granted: 'accepted',
  answered: 'accepted',
  accepted: 'accepted',
  refused: 'dismissed',
  dismissed: 'dismissed',
  partly: 'partly',
}

/** 회신 is for what asks for no disposition: a statutory petition is granted or refused (법 제27조). */
function outcomesFor({ objectionTo, petition, priorReview }: CaseView['procedure']): OutcomeName[] {
  if (objectionTo) return ['accepted', 'partly', 'dismissed']
  const isAnswered = petition !== 'legal' || priorReview
  return ['granted', 'partly', 'refused', ...(isAnswered ? (['answered'] as const) : [])]
}

type Props = { seen: CaseView; first: OutcomeName; onClose: () => void }

/** Waits for the manual page, which gives the form its law and its remedies. */
export function DecideForm(props: Props) {
  const { seen } = props
  const kind = useView({ of: 'kind', code: seen.kind, edition: seen.edition })
  const hasCome = useHasCome({ of: 'kind', code: seen.kind, edition: seen.edition })
  return hasCome ? <Decide {...props} kind={kind} /> : null
}

function Decide({ seen, first, kind, onClose }: Props & { kind: Kind | undefined }) {
  const { case: words, outcomes, procedure } = useWords()
  const { decide } = words
  const act = useAct()
  const isObjection = seen.procedure.objectionTo !== undefined
  const { priorReview } = seen.procedure
  const [outcome, setOutcome] = useKept<OutcomeName>(`outcome ${seen.case}`, () =>
    seen.procedure.objectionTo ? ofObjection[first] : first,
  )
  const [reasons, setReasons] = useDraft(`reasons ${seen.case}`, () => '')
  const [provisions, setProvisions] = useDraft(
    `provisions ${seen.case}`,
    () => kind?.law.map(citation).join('\n') ?? '',
  )
  const [remedies, setRemedies] = useDraft(
    `remedies ${seen.case}`,
    () => remediesOf(kind ?? {}, isObjection ? 'objection' : 'refusal').join('\n') || (kind?.appeal ?? ''),
  )
  const [council, setCouncil] = useDraft(`council ${seen.case}`, () => '')
  const [when, setWhen] = useDraft<When | undefined>(`decided when ${seen.case}`, () => undefined)
  const isRefusal = outcome === 'refused' || outcome === 'partly' || outcome === 'dismissed'
  const needsReasons = isRefusal || isObjection || priorReview
  // 법 제30조: the answer to a prior review is no disposition, and the petition itself can still be handed in.
  // 시행령 제40조 제2항: the notice of every decision on an objection says how to go on, of an accepted one too.
  const hasRemedies = (isRefusal && !priorReview) || isObjection
  const needsCouncil = (outcome === 'refused' || outcome === 'partly') && (kind?.complex ?? false)
  const councilDay = readDay(council)
  const at = instantOfWhen(when)
  const wrong = {
    provisions: procedure.form.lines.bad(lineProblem(provisions, citedLines)),
    remedies: hasRemedies ? procedure.form.lines.bad(lineProblem(remedies, citedLines)) : undefined,
  }
  const isLong = (wrong.provisions ?? wrong.remedies) !== undefined
  const closed = at === 'wrong' || isLong || (needsCouncil && council !== '' && !isDay(councilDay)) ? '' : undefined
  const command: Command = {
    type: 'decideCase',
    case: seen.case,
    outcome,
    provisions: linesOf(provisions),
    remedies: hasRemedies ? linesOf(remedies) : [],
    ...(reasons.trim() !== '' && { reasons: reasons.trim() }),
    ...(needsCouncil && isDay(councilDay) && { council: councilDay }),
    ...(typeof at === 'number' && { doneAt: at }),
  }
  const submit = async () => {
    if (await act.run(command)) onClose()
  }
  return (
    <FormDialog
      title={
        <>
          {decide.title} · <CaseName of={seen} />
        </>
      }
      onClose={onClose}
      problem={act.problem}
      wide
      danger={outcome === 'refused' || outcome === 'dismissed'}
      closed={closed}
      action={decide.done(outcomes[outcome])}
      onSubmit={() => void submit()}
    >
      <Missing seen={seen} />
      <Choice
        label={decide.outcome}
        value={outcome}
        onChange={setOutcome}
        options={outcomesFor(seen.procedure).map((value) => ({ value, label: outcomes[value] }))}
      />
      <TextField
        label={decide.reasons}
        rows={needsReasons ? 4 : 2}
        max={2000}
        value={reasons}
        onChange={setReasons}
        {...(needsReasons ? { required: decide.needed } : { optional: procedure.form.optional })}
      />
      <TextField
        label={decide.provisions}
        rows={3}
        max={6000}
        value={provisions}
        onChange={setProvisions}
        problem={wrong.provisions}
      />
      {needsCouncil && (
        <TextField
          label={decide.council}
          hint={decide.councilHint}
          inputMode="numeric"
          max={12}
          value={council}
          onChange={setCouncil}
        />
      )}
      {hasRemedies && (
        <TextField
          label={decide.remedies}
          rows={3}
          max={6000}
          value={remedies}
          onChange={setRemedies}
          hint={isObjection ? decide.objectionLaw : decide.law}
          problem={wrong.remedies}
          {...(!isRefusal && { optional: procedure.form.optional })}
        />
      )}
      <WhenField when={when} onChange={setWhen} />
      <LivePaper
        id={seen.case}
        name={priorReview ? 'priorReviewNotice' : isObjection ? 'objectionDecision' : noticeOf[outcome]}
        draft={command}
      />
    </FormDialog>
  )
}

/** A document that is not there is said once more where the decision is made. */
function Missing({ seen }: { seen: CaseView }) {
  const { decide } = useWords().case
  const { missing } = documentGaps(seen)
  if (missing.length === 0) return null
  return (
    <p>
      <Say tone="warn" icon={WarningIcon}>
        {decide.missing(missing)}
      </Say>
    </p>
  )
}

/** The document that tells of each outcome. */
const noticeOf: Record<OutcomeName, PaperName> = {
  granted: 'resultNotice',
  partly: 'resultNotice',
  answered: 'resultNotice',
  refused: 'refusalNotice',
  accepted: 'objectionDecision',
  dismissed: 'objectionDecision',
}

const citation = (law: Kind['law'][number]): string => [law.law, law.article].filter(Boolean).join(' ')
