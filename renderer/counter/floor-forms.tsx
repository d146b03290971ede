import { useState } from 'react'
import { PauseReason, type PauseReason as Pause } from '../../domain/counter.ts'
import type { CounterView } from '../../domain/views.ts'
import { HoldReason, type HoldReason as Hold } from '../../domain/visit.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice, Select } from '../common/field.tsx'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { Help } from './help.tsx'
import { InterviewForm } from './interview.tsx'
import { openForm, usePlace } from './place.ts'

const close = () => openForm(undefined)

/** The small forms that an act of the floor asks for. */
export function FloorForms({ view }: { view: CounterView }) {
  const form = usePlace((s) => s.form)
  switch (form) {
    case 'hold':
      return view.visit ? <HoldForm visit={view.visit.visit} /> : null
    case 'pause':
      return <PauseForm />
    case 'transfer':
      return view.visit ? <TransferForm view={view} visit={view.visit.visit} /> : null
    case 'interview':
      return view.visit?.interview ? <InterviewForm visit={view.visit.visit} told={view.visit.interview} /> : null
    case 'help':
      return <Help onClose={close} />
    case undefined:
      return null
  }
}

function HoldForm({ visit }: { visit: string }) {
  const { floor, holdReasons } = useWords()
  const act = useAct()
  const [reason, setReason] = useState<Hold>('fillingForm')
  const submit = async () => {
    if (await act.run({ type: 'holdVisit', visit, reason })) close()
  }
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

function TransferForm({ view, visit }: { view: CounterView; visit: string }) {
  const words = useWords()
  const { floor } = words
  const act = useAct()
  const [to, setTo] = useState('')
  const submit = async () => {
    if (await act.run({ type: 'transferVisit', visit, ...(to !== '' && { to }) })) close()
  }
  const others = view.tiles.filter((t) => t.counter.id !== view.counter.id)
  const options = others.map((t) => ({
    value: t.counter.id,
    label: `${words.counter(t.counter.number)} ${t.clerk ?? ''}`,
  }))
  return (
    <FormDialog
      title={floor.transferTitle}
      action={floor.transferDone}
      onClose={close}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <Select
        label={floor.transferTo}
        value={to}
        onChange={setTo}
        options={[{ value: '', label: floor.anyCounter }, ...options]}
      />
    </FormDialog>
  )
}
