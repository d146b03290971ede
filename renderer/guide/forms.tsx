import { useState } from 'react'
import { printedLabel } from '../../domain/queue/ticket.ts'
import type { GuideDeskView, GuideRow } from '../../domain/views/view-guide.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice } from '../common/field.tsx'
import { useAct } from '../common/use-act.ts'
import { useGuideWords } from '../text/guide-desk.ts'

const any = 'any'

/** Sends a waiting ticket to one counter, or gives it back to all. */
export function SendForm({ view, row, onClose }: { view: GuideDeskView; row: GuideRow; onClose: () => void }) {
  const own = useGuideWords()
  const act = useAct()
  const [to, setTo] = useState<string>()
  const label = printedLabel(row.label)
  const open = view.tiles.filter((t) => t.state !== 'closed')
  const submit = async () => {
    const where = to === any ? {} : { to }
    if (to !== undefined && (await act.run({ type: 'sendTicket', ticket: row.ticket, ...where }))) onClose()
  }
  return (
    <FormDialog
      title={own.sendTitle(label)}
      action={own.sendAct(label)}
      onSubmit={() => void submit()}
      onClose={onClose}
      closed={to === undefined ? own.choose : undefined}
      problem={act.problem}
    >
      <p className="ink2">{own.sendText}</p>
      <Choice
        label={own.counter}
        value={to}
        options={[
          ...(row.to === undefined && row.team === undefined ? [] : [{ value: any, label: own.anyCounter }]),
          ...open.map((t) => ({ value: t.counter.id, label: own.counterOf(t.counter.number, own.states[t.state]) })),
        ]}
        onChange={setTo}
      />
    </FormDialog>
  )
}
