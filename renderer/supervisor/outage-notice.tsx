import { useState } from 'react'
import { FormDialog } from '../common/dialog.tsx'
import { TextField } from '../common/field.tsx'
import { PaperPage, useViewOfTyped } from '../common/paper-preview.tsx'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useWords } from '../text/text.ts'
import { dayAndTime, momentIn } from './day-field.ts'
import { open } from './place.ts'

const back = (): void => open({ of: 'duties' })

/** 장애 안내문 (시행령 제6조의2 제1항): printed while the outage lasts, also without the hall's server; nothing of it is recorded. */
export function OutageNotice({ now }: { now: number }) {
  const { duties: w } = useSupervisorWords()
  const { guide, papers } = useWords()
  const act = useAct()
  const [since, setSince] = useDraft('outage notice since', () => dayAndTime(now))
  const [substitute, setSubstitute] = useDraft('outage notice substitute', () => w.noticeSubstitute)
  const [guidance, setGuidance] = useDraft('outage notice guidance', () => '')
  const [said, setSaid] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const at = momentIn(since)
  const lines = guidance.split('\n').flatMap((line) => line.trim() || [])
  const notice = { since: at ?? now, substitute: substitute.trim(), guidance: lines.slice(0, mostLines) }
  const missing = at === undefined || at > now ? w.needSince : notice.substitute === '' ? w.needSubstitute : undefined
  const print = async () => {
    setSaid(undefined)
    if (await act.run({ type: 'printOutage', ...notice })) setSaid(guide.printed)
  }
  return (
    <FormDialog
      wide
      title={papers.names.outageNotice}
      action={guide.print}
      onSubmit={() => void print()}
      onClose={back}
      closed={missing}
      problem={act.problem}
    >
      <p className="ink2">{w.noticeNote}</p>
      <TextField
        label={w.since}
        hint={w.timeHint}
        value={since}
        onChange={setSince}
        max={16}
        incomplete={at === undefined || at > now}
      />
      <TextField label={w.substitute} value={substitute} onChange={setSubstitute} rows={2} max={500} />
      <TextField label={w.guidance} hint={w.guidanceHint} value={guidance} onChange={setGuidance} rows={2} max={800} />
      <p className="meta" role="status">
        {said ?? ''}
      </p>
      <details className="paper-live" onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{papers.preview(papers.names.outageNotice)}</summary>
        {isOpen && missing === undefined && <Preview notice={notice} />}
      </details>
    </FormDialog>
  )
}

const mostLines = 8

function Preview({ notice }: { notice: { since: number; substitute: string; guidance: string[] } }) {
  const { papers } = useWords()
  const seen = useViewOfTyped({ of: 'outageSheet', ...notice })
  if (seen?.token !== undefined)
    return <PaperPage title={papers.preview(papers.names.outageNotice)} token={seen.token} />
  return (
    <p className="paper-page padded" role="status">
      {seen === undefined ? papers.opening : papers.notLaidOut}
    </p>
  )
}
