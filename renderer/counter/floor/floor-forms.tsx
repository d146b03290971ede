import { useState } from 'react'
import { PauseReason, type PauseReason as Pause } from '../../../domain/queue/counter.ts'
import { HoldReason, type HoldReason as Hold } from '../../../domain/queue/visit.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, Select } from '../../common/field.tsx'
import { useAct } from '../../common/use-act.ts'
import { useWords } from '../../text/text.ts'
import { Help } from '../help.tsx'
import { openForm, usePlace } from '../place.ts'
import { MissingForm, NotComeForm } from './called-forms.tsx'
import { InterviewForm } from './interview.tsx'
import { OwedForm } from './owed-form.tsx'
import { BusyForm, OutOfOrderForm, TransferForm } from './queue-forms.tsx'

const close = () => openForm(undefined)

/** The small forms that an act of the floor asks for. */
export function FloorForms({ view }: { view: CounterView }) {
  const form = usePlace((s) => s.form)
  switch (form) {
    case 'hold':
      return view.visit ? <HoldForm visit={view.visit.visit} usual={view.usualHold} /> : null
    case 'pause':
      return <PauseForm />
    case 'transfer':
      return view.visit ? <TransferForm view={view} visit={view.visit.visit} /> : null
    case 'interview':
      return view.visit?.interview ? <InterviewForm visit={view.visit.visit} told={view.visit.interview} /> : null
    case 'busy':
      if (!view.visit) return null
      if (view.visit.state === 'called') return <NotComeForm view={view} visit={view.visit} />
      return <BusyForm view={view} visit={view.visit} />
    case 'owed':
    case 'owedThenCall':
      return view.visit ? <OwedForm view={view} visit={view.visit.visit} thenCall={form === 'owedThenCall'} /> : null
    case 'missing':
      return view.visit ? <MissingForm visit={view.visit} /> : null
    case 'outOfOrder':
      return <OutOfOrderForm />
    case 'help':
      return <Help onClose={close} />
    case undefined:
      return null
  }
}

function HoldForm({ visit, usual }: { visit: string; usual: number }) {
  const { floor, holdReasons, queue } = useWords()
  const act = useAct()
  const [reason, setReason] = useState<Hold>('fillingForm')
  const [after, setAfter] = useState('')
  const submit = async () => {
    if (await act.run({ type: 'holdVisit', visit, reason, ...(after !== '' && { minutes: Number(after) }) })) close()
  }
  const reminders = [5, 10, 15, 20, 30, 60].map((m) => ({ value: String(m), label: queue.after(m) }))
  return (
    <FormDialog
      title={floor.holdTitle}
      action={floor.holdDone}
      onClose={close}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <Choice
        label={floor.holdWhy}
        value={reason}
        onChange={setReason}
        options={HoldReason.options.map((value) => ({ value, label: holdReasons[value] }))}
      />
      <Select
        label={queue.remind}
        value={after}
        onChange={setAfter}
        options={[{ value: '', label: queue.usualReminder(usual) }, ...reminders]}
      />
    </FormDialog>
  )
}

function PauseForm() {
  const { floor, pauseReasons } = useWords()
  const act = useAct()
  const [reason, setReason] = useState<Pause>('meal')
  const submit = async () => {
    if (await act.run({ type: 'pauseCounter', reason })) close()
  }
  return (
    <FormDialog
      title={floor.pauseTitle}
      action={floor.pauseDone}
      onClose={close}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <Choice
        label={floor.pauseWhy}
        value={reason}
        onChange={setReason}
        options={PauseReason.options.map((value) => ({ value, label: pauseReasons[value] }))}
      />
    </FormDialog>
  )
}
