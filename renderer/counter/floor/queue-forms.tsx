import { useState } from 'react'
import { printedLabel, ticketKey } from '../../../domain/queue/ticket.ts'
import { CallReason } from '../../../domain/queue/visit.ts'
import type { CounterView, VisitView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Dialog, FormDialog } from '../../common/dialog.tsx'
import { Choice, Select, Tick } from '../../common/field.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useAct, whyNot } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { callAfterForm, openForm, usePlace } from '../place.ts'

const close = () => openForm(undefined)

/** F2 with somebody at the counter: keep, or finish and call the next. Nothing happens by itself. */
export function BusyForm({ view, visit }: { view: CounterView; visit: VisitView }) {
  const { queue: w, floor, refusals } = useWords()
  const act = useAct()
  const refused = view.closedActs.completeVisit
  const label = visit.label ? printedLabel(visit.label) : floor.withoutTicket
  const finish = async () => {
    if (refused) return act.say(whyNot({ refused }))
    if (view.owed.length > 0) return openForm('owedThenCall')
    if (await act.run({ type: 'completeVisit', visit: visit.visit })) callAfterForm()
  }
  useKeys({ 'Mod+Enter': () => void finish() }, 'modal')
  return (
    <Dialog title={w.busyTitle} onClose={close}>
      <p>{w.busyText(label)}</p>
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={close} keyCap="Esc">
          {w.keep}
        </Button>
        <Button
          look="primary"
          keyCap="Ctrl+Enter"
          onPress={() => void finish()}
          closed={refused && ''}
          reason={refused && refusals[refused]}
          onClosed={() => void finish()}
        >
          {w.finishAndCall}
        </Button>
      </div>
    </Dialog>
  )
}

/** 순서 외 호출, with its reason. */
export function OutOfOrderForm() {
  const { queue: w } = useWords()
  const act = useAct()
  const ticket = usePlace((s) => s.ticket)
  const [reason, setReason] = useState<CallReason>()
  if (!ticket) return null
  const submit = async () => {
    if (reason && (await act.run({ type: 'callTicket', visit: newId(), ticket: ticketKey(ticket), reason }))) close()
  }
  return (
    <FormDialog
      title={w.outOfOrderTitle(printedLabel(ticket))}
      action={w.outOfOrderDone}
      onClose={close}
      onSubmit={() => void submit()}
      closed={reason ? undefined : ''}
      problem={act.problem}
    >
      <p>{w.outOfOrderText}</p>
      <Choice
        label={w.why}
        value={reason}
        onChange={setReason}
        options={CallReason.options.map((value) => ({ value, label: w.callReasons[value] }))}
      />
    </FormDialog>
  )
}

/** 창구 이동: to a counter, to a team, or to whoever is next, with the promise to come back or without. */
export function TransferForm({ view, visit }: { view: CounterView; visit: string }) {
  const words = useWords()
  const { floor, queue: w } = words
  const act = useAct()
  const sendTo = usePlace((s) => s.sendTo)
  const [to, setTo] = useState(sendTo === undefined ? '' : `counter ${sendTo}`)
  const [returns, setReturns] = useState(false)
  const [sort = '', id = ''] = to.split(' ')
  const target = sort === 'counter' ? { to: id } : sort === 'team' ? { team: id } : {}
  const submit = async () => {
    const command = { type: 'transferVisit', visit, ...target, ...(returns && { returns: true as const }) } as const
    if (await act.run(command)) close()
  }
  const others = view.tiles.filter((t) => t.counter.id !== view.counter.id && t.state !== 'closed')
  const options = [
    { value: '', label: w.anyone },
    ...view.teams.map((t) => ({ value: `team ${t.id}`, label: w.team(t.name) })),
    ...others.map((t) => ({
      value: `counter ${t.counter.id}`,
      label: `${words.counter(t.counter.number)} ${t.clerk ?? ''}`,
    })),
  ]
  return (
    <FormDialog
      title={floor.transferTitle}
      action={floor.transferDone}
      onClose={close}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <Select label={floor.transferTo} value={to} onChange={setTo} options={options} />
      <Tick label={w.returns} hint={w.returnsHint} value={returns} onChange={setReturns} />
    </FormDialog>
  )
}
