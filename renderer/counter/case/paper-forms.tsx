import { useState } from 'react'
import type { PaperName } from '../../../domain/paper/paper.ts'
import type { PapersView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { newId } from '../../common/new-id.ts'
import { PaperPreview } from '../../common/paper-preview.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'

/** A document as it will be, to be made; what it says is then frozen, and it goes to the printer. */
export function MakePaper({ id, name, onClose }: { id: string; name: PaperName; onClose: () => void }) {
  const { papers: words } = useWords()
  const act = useAct()
  const [paper] = useState(newId)
  const make = async () => {
    const isMade = await act.run({ type: 'makePaper', case: id, paper, name })
    if (isMade && (await act.run({ type: 'printPaper', case: id, paper }))) onClose()
  }
  return (
    <FormDialog
      title={words.names[name]}
      action={words.make}
      onClose={onClose}
      problem={act.problem}
      wide
      onSubmit={() => void make()}
    >
      <PaperPreview id={id} name={name} />
    </FormDialog>
  )
}

type AgainProps = { id: string; made: PapersView['made'][number]; onClose: () => void }

/** A document that came out of the printer once is printed again only with a reason. */
export function PrintAgain({ id, made, onClose }: AgainProps) {
  const { papers: words } = useWords()
  const act = useAct()
  const [reason, setReason] = useDraft(`print again ${made.paper}`, () => '')
  const submit = async () => {
    if (await act.run({ type: 'printPaper', case: id, paper: made.paper, reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`${words.names[made.name]} ${made.number}`}
      action={words.reprint}
      onClose={onClose}
      problem={act.problem}
      closed={reason.trim() === '' ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <TextField label={words.reason} hint={words.reasonHint} max={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
