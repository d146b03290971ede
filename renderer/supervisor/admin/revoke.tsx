import type { DeviceView, MachineLine } from '../../../domain/views/view-machines.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { closeWindow } from './place.ts'
import { useMachineName } from './use-machine-name.ts'

/** Shuts a computer out of the hall, with the reason that stays on record. */
export function Revoke({ line, device }: { line: MachineLine; device: DeviceView }) {
  const { admin } = useSupervisorWords()
  const w = admin.revoke
  const name = useMachineName()(line)
  const act = useAct()
  const [reason, setReason] = useDraft(`revoke ${line.machine}`, () => '')
  const said = { machine: line.machine, device: device.device, reason: reason.trim() }
  const submit = async () => {
    if (said.reason !== '' && (await act.run({ type: 'revokeMachine', ...said }))) closeWindow()
  }
  return (
    <FormDialog
      danger
      title={w.title(name)}
      action={w.action(name)}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={said.reason === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p className="ink2">{w.text(`${name} (${device.name})`)}</p>
      {line.isOwn && <p className="say warn">{w.own}</p>}
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
    </FormDialog>
  )
}
