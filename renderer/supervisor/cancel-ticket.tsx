import { useState } from 'react'
import { printedLabel, type TicketCommand } from '../../domain/ticket.ts'
import type { OverviewView } from '../../domain/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice } from '../common/field.tsx'
import { useAct } from '../common/use-act.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { close } from './place.ts'

type Reason = Extract<TicketCommand, { type: 'cancelTicket' }>['reason']
const reasons: readonly Reason[] = ['visitorLeft', 'issuedTwice', 'issuedByMistake']

/** Takes one ticket out of the queue, with its reason. */
export function CancelTicket({ ticket }: { ticket: OverviewView['queue']['next'][number] }) {
  const { cancel: w } = useSupervisorWords()
  const act = useAct()
  const [reason, setReason] = useState<Reason>()
  const label = printedLabel(ticket.label)
  const submit = async () => {
    if (reason && (await act.run({ type: 'cancelTicket', ticket: ticket.ticket, reason }))) close()
  }
  return (
    <FormDialog
      title={w.title(label)}
      action={w.action(label)}
      onSubmit={() => void submit()}
      onClose={close}
      closed={reason ? undefined : w.choose}
      problem={act.problem}
    >
      <p className="ink2">{w.text}</p>
      <Choice
        label={w.why}
        value={reason}
        options={reasons.map((value) => ({ value, label: w.reasons[value] }))}
        onChange={setReason}
      />
    </FormDialog>
  )
}
