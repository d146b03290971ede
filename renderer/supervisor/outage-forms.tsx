import { useState } from 'react'
import { MINUTE } from '../../domain/time.ts'
import type { DutiesView } from '../../domain/views/view-duties.ts'
import { FormDialog } from '../common/dialog.tsx'
import { TextField, Tick } from '../common/field.tsx'
import { lasted } from '../common/format.ts'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords, type SupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { dayAndTime, momentIn } from './day-field.ts'
import { open } from './place.ts'

const back = (): void => open({ of: 'duties' })

/** After how many days it is asked once more whether an outage was so long. */
const longAfter = 3
const DAY = 24 * 60 * MINUTE

/** 장애 (시행령 제6조의2, 제20조 제2호): when it was, how one could apply meanwhile, and which due dates it moves. */
export function Outage() {
  const { duties: w } = useSupervisorWords()
  const act = useAct()
  const language = useLanguage()
  const [from, setFrom] = useDraft('outage from', () => '')
  const [to, setTo] = useDraft('outage to', () => '')
  const [substitute, setSubstitute] = useDraft('outage substitute', () => '')
  /** The length that was confirmed; another length is asked about anew. */
  const [confirmed, setConfirmed] = useState<number>()
  const span = { from: momentIn(from), to: momentIn(to) }
  const outage = span.from !== undefined && span.to !== undefined ? { from: span.from, to: span.to } : undefined
  const length = outage ? outage.to - outage.from : 0
  const isLong = length > longAfter * DAY
  const submit = async () => {
    if (outage && (await act.run({ type: 'declareOutage', ...outage, substitute: substitute.trim() }))) back()
  }
  return (
    <FormDialog
      title={w.outageTitle}
      action={w.outageAction}
      onSubmit={() => void submit()}
      onClose={back}
      closed={missing(w, { ...span, substitute }) ?? (isLong && confirmed !== length ? w.needLong : undefined)}
      problem={act.problem}
    >
      <p className="ink2">{w.outageNote}</p>
      <TextField
        label={w.from}
        hint={w.timeHint}
        value={from}
        onChange={setFrom}
        max={16}
        incomplete={span.from === undefined}
      />
      <TextField
        label={w.to}
        hint={w.timeHint}
        value={to}
        onChange={setTo}
        max={16}
        incomplete={span.to === undefined || (span.from !== undefined && span.to <= span.from)}
      />
      <TextField
        label={w.substitute}
        hint={w.substituteHint}
        value={substitute}
        onChange={setSubstitute}
        rows={2}
        max={500}
      />
      {outage && outage.to > outage.from && <Moves outage={outage} />}
      {isLong && (
        <Tick
          label={w.outageLong(lasted(length / MINUTE, language))}
          hint={w.outageLongHint}
          value={confirmed === length}
          onChange={(isSo) => setConfirmed(isSo ? length : undefined)}
        />
      )}
    </FormDialog>
  )
}

/** 장애 기록 취소: a record that is wrong, with the reason that stays on record. */
export function WithdrawOutage({ outage }: { outage: DutiesView['outages'][number] }) {
  const { duties: w } = useSupervisorWords()
  const act = useAct()
  const [reason, setReason] = useDraft(`outage ${outage.from}`, () => '')
  const { from, to } = outage
  const submit = async () => {
    if (await act.run({ type: 'withdrawOutage', from, to, reason: reason.trim() })) back()
  }
  return (
    <FormDialog
      danger
      title={w.outageWithdrawTitle}
      action={w.outageWithdrawAction}
      onSubmit={() => void submit()}
      onClose={back}
      closed={reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p>
        <b>{w.outageLine(dayAndTime(from), dayAndTime(to), outage.substitute)}</b>
      </p>
      <p className="ink2">{w.outageWithdrawText}</p>
      <TextField label={w.outageReason} value={reason} onChange={setReason} rows={2} max={200} />
      <Moves outage={{ from, to }} />
    </FormDialog>
  )
}

function Moves({ outage }: { outage: { from: number; to: number } }) {
  const { duties: w } = useSupervisorWords()
  const moves = useView({ of: 'duties', outage })?.moves
  return <output className="meta">{moves === undefined ? w.counting : w.moves(moves)}</output>
}

type Typed = { from: number | undefined; to: number | undefined; substitute: string }

function missing(w: SupervisorWords['duties'], { from, to, substitute }: Typed): string | undefined {
  if (from === undefined) return w.needFrom
  if (to === undefined) return w.needTo
  if (to <= from) return w.backwards
  return substitute.trim() === '' ? w.needSubstitute : undefined
}
