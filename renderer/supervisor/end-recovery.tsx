import type { OverviewView } from '../../domain/views/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { TextField } from '../common/field.tsx'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useWords } from '../text/text.ts'
import { close } from './place.ts'

/** 복구 끝냄: a restored hall goes on without the PCs that do not come, for a reason. */
export function EndRecovery({ view }: { view: OverviewView }) {
  const { tray: w } = useSupervisorWords()
  const words = useWords()
  const act = useAct()
  const [reason, setReason] = useDraft('end recovery', () => '')
  const awaited = view.line.awaited ?? []
  const who = awaited.map((id) => {
    const tile = view.tiles.find((t) => t.counter.id === id)
    return tile ? words.counter(tile.counter.number) : id
  })
  const submit = async () => {
    if (await act.run({ type: 'endRecovery', reason: reason.trim() })) close()
  }
  return (
    <FormDialog
      title={w.recoveryAct.replace('…', '')}
      action={w.recoveryDone}
      onClose={close}
      problem={act.problem}
      danger
      closed={reason.trim() === '' ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <p>{w.recoveryWarn(who.join(', '))}</p>
      <TextField label={w.recoveryReason} rows={2} max={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
