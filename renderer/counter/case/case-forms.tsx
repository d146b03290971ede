import { useState } from 'react'
import type { Command } from '../../../domain/hall.ts'
import type { CaseView, CounterView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { SecondPassword } from '../../sign-in/second-password.tsx'
import { useWords } from '../../text/text.ts'
import type { ProcedureAct } from '../procedure/act-form.ts'
import { ProcedureForm } from '../procedure/procedure-form.tsx'
import { CorrectFieldForm } from './correct-field-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { NotifyForm } from './notify-form.tsx'
import { PassForm } from './pass-form.tsx'

type OwnForm = 'decide' | 'refuse' | 'notify' | 'handOver' | 'void' | 'pass' | 'close' | 'correctField'
export type CaseForm = OwnForm | ProcedureAct
type Props = { form: CaseForm; seen: CaseView; view: CounterView; onClose: () => void }

/** The forms that an act on a case asks for. */
export function CaseForms({ form, seen, view, onClose }: Props) {
  const words = useWords().case
  switch (form) {
    case 'decide':
      return <DecideForm seen={seen} first="granted" onClose={onClose} />
    case 'refuse':
      return <DecideForm seen={seen} first="refused" onClose={onClose} />
    case 'notify':
      return <NotifyForm seen={seen} onClose={onClose} />
    case 'handOver':
      return <HandOverForm seen={seen} onClose={onClose} />
    case 'close':
      return <Confirm words={words.close} command={{ type: 'closeCase', case: seen.case }} onClose={onClose} />
    case 'void':
      return <VoidForm seen={seen} view={view} onClose={onClose} />
    case 'pass':
      return <PassForm seen={seen} view={view} onClose={onClose} />
    case 'correctField':
      return <CorrectFieldForm seen={seen} onClose={onClose} />
    default:
      return <ProcedureForm type={form} seen={seen} view={view} onClose={onClose} />
  }
}

type ConfirmProps = {
  words: { title: string; text: string; done: string }
  command: Command
  onClose: () => void
}

function Confirm({ words, command, onClose }: ConfirmProps) {
  const act = useAct()
  const submit = async () => {
    if (await act.run(command)) onClose()
  }
  return (
    <FormDialog
      title={words.title}
      action={words.done}
      onClose={onClose}
      problem={act.problem}
      onSubmit={() => void submit()}
    >
      <p>{words.text}</p>
    </FormDialog>
  )
}

type OneProps = Omit<Props, 'form'>

function VoidForm({ seen, view, onClose }: OneProps) {
  const words = useWords().case.void
  const act = useAct()
  const [reason, setReason] = useDraft(`void ${seen.case}`, () => '')
  const [password, setPassword] = useState('')
  const [approvedBy, setApprover] = useState(view.supervisors.find((s) => s.id !== view.clerk?.id)?.id)
  const supervisor = view.supervisors.find((s) => s.id === approvedBy)
  const closed = reason.trim() === '' || !supervisor || password === '' ? '' : undefined
  const submit = async () => {
    if (approvedBy === undefined) return
    const command = { type: 'voidCase', case: seen.case, reason: reason.trim(), approvedBy } as const
    if (await act.run({ type: 'withSecond', command, password })) onClose()
    else setPassword('')
  }
  return (
    <FormDialog
      title={words.title}
      action={words.done}
      onClose={onClose}
      danger
      problem={act.problem}
      closed={closed}
      onSubmit={() => void submit()}
    >
      <p>{words.text}</p>
      <TextField label={words.reason} rows={2} max={2000} value={reason} onChange={setReason} />
      <Select
        label={words.approver}
        value={approvedBy}
        onChange={setApprover}
        options={view.supervisors.filter((s) => s.id !== view.clerk?.id).map((s) => ({ value: s.id, label: s.name }))}
      />
      <SecondPassword name={supervisor?.name ?? ''} value={password} onChange={setPassword} />
    </FormDialog>
  )
}
