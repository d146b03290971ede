import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { date } from '../../common/format.ts'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { closeWindow } from './place.ts'

/** 철회: an edition that waits for its day is taken back, with the reason. */
export function Withdraw({ edition }: { edition: number }) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const language = useLanguage()
  const line = useView({ of: 'editions' })?.find((e) => e.edition === edition)
  const act = useAct()
  const [reason, setReason] = useDraft(`withdraw edition ${edition}`, () => '')
  const submit = async () => {
    if (await act.run({ type: 'withdrawEdition', edition, reason: reason.trim() })) closeWindow()
  }
  return (
    <FormDialog
      danger
      title={w.withdrawTitle(edition)}
      action={w.withdrawAction}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      {line && <p className="ink2">{w.withdrawText(edition, date(line.effectiveDate, language))}</p>}
      <TextField label={w.reason} value={reason} onChange={setReason} rows={2} max={1000} />
    </FormDialog>
  )
}
