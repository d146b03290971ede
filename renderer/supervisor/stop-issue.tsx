import { useState } from 'react'
import { IssueStopReason } from '../../domain/queue/issue-settings.ts'
import type { QueueView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { FormDialog } from '../common/dialog.tsx'
import { Choice } from '../common/field.tsx'
import { WarningIcon } from '../common/icons.tsx'
import { Problem } from '../common/problem.tsx'
import { Say } from '../common/tag.tsx'
import { useAct } from '../common/use-act.ts'
import { useGuideWords } from '../text/guide-desk.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { close, open } from './place.ts'

/** 발급 멈춤: whether kiosks give tickets, and the way to change it. */
export function IssueState({ queue: { stopped }, isOffline }: { queue: QueueView; isOffline: boolean }) {
  const own = useGuideWords()
  const { duties } = useSupervisorWords()
  const line = { closed: isOffline ? '' : undefined, reason: duties.needsLine }
  const act = useAct()
  if (!stopped)
    return (
      <p className="panel-foot">
        <Button size="small" {...line} onPress={() => open({ of: 'stopIssue' })}>
          {own.stop}
        </Button>
      </p>
    )
  return (
    <div className="panel-foot">
      <Say tone="warn" icon={WarningIcon}>
        {own.stopped} · {own.reasons[stopped]}
      </Say>
      <Button size="small" {...line} onPress={() => void act.run({ type: 'resumeIssue' })}>
        {own.resume}
      </Button>
      <Problem>{act.problem}</Problem>
    </div>
  )
}

/** Stops the issue of tickets with its reason, which kiosks and boards tell. */
export function StopIssue() {
  const own = useGuideWords()
  const act = useAct()
  const [reason, setReason] = useState<IssueStopReason>()
  const submit = async () => {
    if (reason && (await act.run({ type: 'stopIssue', reason }))) close()
  }
  return (
    <FormDialog
      title={own.stopTitle}
      action={own.stopAct}
      onSubmit={() => void submit()}
      onClose={close}
      closed={reason ? undefined : own.stopChoose}
      problem={act.problem}
    >
      <p className="ink2">{own.stopText}</p>
      <Choice
        label={own.stopWhy}
        value={reason}
        options={IssueStopReason.options.map((value) => ({ value, label: own.reasons[value] }))}
        onChange={setReason}
      />
    </FormDialog>
  )
}
