import { useState } from 'react'
import { printedLabel, type Ticket, type TicketCommand } from '../../domain/queue/ticket.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { FormDialog } from './dialog.tsx'
import { Choice } from './field.tsx'
import { useAct } from './use-act.ts'

type Reason = Extract<TicketCommand, { type: 'cancelTicket' }>['reason']
const reasons: readonly Reason[] = ['visitorLeft', 'issuedTwice', 'issuedByMistake']

type Props = { ticket: Pick<Ticket, 'ticket' | 'label'>; onClose: () => void }

/** Takes one ticket out of the queue, with its reason. */
export function CancelTicket({ ticket, onClose }: Props) {
  const { cancel: w } = useSupervisorWords()
  const act = useAct()
  const [reason, setReason] = useState<Reason>()
  const label = printedLabel(ticket.label)
  const submit = async () => {
    if (reason && (await act.run({ type: 'cancelTicket', ticket: ticket.ticket, reason }))) onClose()
  }
  return (
    <FormDialog
      title={w.title(label)}
      action={w.action(label)}
      onSubmit={() => void submit()}
      onClose={onClose}
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
