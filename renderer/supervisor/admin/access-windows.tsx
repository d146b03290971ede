import { useState } from 'react'
import { addDays } from '../../../domain/time.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { newId } from '../../common/new-id.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { Exports, TooLong, useTooLong } from '../register-exports.tsx'
import { closeWindow, lookAgain } from './place.ts'

const done = (): void => {
  lookAgain()
  closeWindow()
}

/** 월 점검: what was found is an act of a supervisor. */
export function ReviewAccesses({ month }: { month: string }) {
  const { access: w } = useSupervisorWords()
  const act = useAct()
  const [finding, setFinding] = useDraft(`review ${month}`, () => '')
  const submit = async () => {
    if (await act.run({ type: 'reviewAccesses', month, finding: finding.trim() })) done()
  }
  return (
    <FormDialog
      title={`${w.reviewTitle} · ${month}`}
      action={w.reviewAction}
      onClose={closeWindow}
      problem={act.problem}
      closed={finding.trim() === '' ? w.needFinding : undefined}
      onSubmit={() => void submit()}
    >
      <p>{w.reviewText}</p>
      <TextField label={w.finding} hint={w.findingHint} value={finding} onChange={setFinding} rows={3} max={2000} />
    </FormDialog>
  )
}

/** The access record of a month as a file, with the reason on record. */
export function ExportAccesses({ month }: { month: string }) {
  const { access: w, register } = useSupervisorWords()
  const act = useAct()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [reason, setReason] = useDraft(`export accesses ${month}`, () => '')
  const [id, setId] = useState(newId)
  const first = `${month}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  const tooLong = useTooLong(format, { first, last, which: 'accesses' })
  const submit = async () => {
    const said = { export: id, first, last, which: 'accesses', format, reason: reason.trim() } as const
    if (!(await act.run({ type: 'exportRegister', ...said }))) return
    setId(newId())
    setReason('')
    lookAgain()
  }
  return (
    <FormDialog
      title={`${w.exportTitle} · ${month}`}
      action={w.exportAction}
      onClose={closeWindow}
      problem={act.problem}
      closed={tooLong ?? (reason.trim() === '' ? register.needReason : undefined)}
      onSubmit={() => void submit()}
    >
      <p className="caution">
        <WarningIcon />
        {w.exportText}
      </p>
      <TextField label={register.reason} value={reason} onChange={setReason} rows={2} max={500} />
      <Choice
        label={register.format}
        value={format}
        options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: register.formats[value] }))}
        onChange={setFormat}
      />
      <TooLong why={tooLong} />
      <Exports which="accesses" />
    </FormDialog>
  )
}
