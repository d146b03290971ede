import type { CounterView } from '../../../domain/views/views.ts'
import { Choice } from '../../common/field.tsx'
import { clock } from '../../common/format.ts'
import { useWords } from '../../text/text.ts'

type Props = { voided: CounterView['voided']; replaces: string; onChange: (replaces: string) => void }

/** 오접수 취소한 접수를 다시 접수함: whether it takes the place of one that was voided today, and so has its time. */
export function ReceiveAgain({ voided, replaces, onChange }: Props) {
  const { again } = useWords().intake.more
  if (voided.length === 0) return null
  return (
    <Choice
      label={again.label}
      hint={again.hint}
      value={voided.some((v) => v.case === replaces) ? replaces : ''}
      options={[
        { value: '', label: again.no },
        ...voided.map((v) => ({ value: v.case, label: again.of(clock(v.at), v.receiptNo, v.title) })),
      ]}
      onChange={onChange}
    />
  )
}
