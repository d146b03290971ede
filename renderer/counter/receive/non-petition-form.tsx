import { useState } from 'react'
import { NonPetitionGround } from '../../../domain/case/non-petition.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice } from '../../common/field.tsx'
import { newId } from '../../common/new-id.ts'
import { useAct } from '../../common/use-act.ts'
import { useWords } from '../../text/text.ts'

/** 민원이 아닌 신청 (법 제2조 제2호, 시행령 제2조 제1항): no case begins, and why not stays on record. */
export function NonPetitionForm({ kind, onClose, onDone }: { kind: string; onClose: () => void; onDone: () => void }) {
  const { nonPetition: words } = useWords().intake
  const act = useAct()
  const [record] = useState(newId)
  const [ground, setGround] = useState<NonPetitionGround>()
  const submit = async () => {
    if (ground !== undefined && (await act.run({ type: 'recordNonPetition', record, ground, kind }))) onDone()
  }
  return (
    <FormDialog
      title={words.title}
      action={words.done}
      onClose={onClose}
      problem={act.problem}
      closed={ground === undefined ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <p>{words.text}</p>
      <Choice
        label={words.ground}
        value={ground}
        onChange={setGround}
        hint={words.hint}
        options={NonPetitionGround.options.map((value) => ({ value, label: words.grounds[value] }))}
      />
    </FormDialog>
  )
}
