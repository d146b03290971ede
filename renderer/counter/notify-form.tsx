import { useState } from 'react'
import type { z } from 'zod'
import { ChannelBasis } from '../../domain/case.ts'
import { Channel } from '../../domain/procedure.ts'
import type { CaseView } from '../../domain/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice } from '../common/field.tsx'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'

/** How the result was told; other than in person or by letter it needs a ground. */
export function NotifyForm({ seen, onClose }: { seen: CaseView; onClose: () => void }) {
  const { case: words, channels } = useWords()
  const { notify } = words
  const act = useAct()
  const [channel, setChannel] = useState<Channel>('inPerson')
  const [basis, setBasis] = useState<z.infer<typeof ChannelBasis>>()
  const needsBasis = channel !== 'inPerson' && channel !== 'letter'
  const submit = async () => {
    const ground = needsBasis && basis !== undefined ? { basis } : {}
    if (await act.run({ type: 'notifyCase', case: seen.case, channel, ...ground })) onClose()
  }
  return (
    <FormDialog
      {...{ title: `${notify.title} · ${seen.title}`, action: notify.done, onClose, problem: act.problem }}
      onSubmit={() => void submit()}
    >
      <Choice
        label={notify.channel}
        value={channel}
        onChange={setChannel}
        options={Channel.options.map((value) => ({ value, label: channels[value] }))}
      />
      {needsBasis && (
        <Choice
          {...{ label: notify.basis, hint: notify.law, value: basis, onChange: setBasis }}
          options={ChannelBasis.options.map((value) => ({ value, label: words.bases[value] }))}
        />
      )}
    </FormDialog>
  )
}
