import { useState } from 'react'
import type { z } from 'zod'
import { ChannelBasis } from '../../../domain/case/case.ts'
import { isFiledElectronically } from '../../../domain/case/notice-guards.ts'
import { Channel } from '../../../domain/case/procedure.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'
import { maybe } from '../procedure/act-form.ts'
import { WhenField } from '../procedure/when-field.tsx'
import { instantOfWhen, type When } from '../procedure/when.ts'

/** How the result was told; other than in person or by letter it needs a ground. */
export function NotifyForm({ seen, onClose }: { seen: CaseView; onClose: () => void }) {
  const { case: words, channels, procedure } = useWords()
  const { notify } = words
  const act = useAct()
  const [channel, setChannel] = useState<Channel>('inPerson')
  const [basis, setBasis] = useState<z.infer<typeof ChannelBasis>>()
  const [serviceNo, setServiceNo] = useDraft(`service number ${seen.case}`, () => '')
  const [when, setWhen] = useState<When>()
  const at = instantOfWhen(when)
  const isAgreed = seen.procedure.electronic?.given ?? false
  const isFiled = isFiledElectronically(seen.procedure.filing)
  const needsBasis = channel !== 'inPerson' && channel !== 'letter'
  const bases = ChannelBasis.options.filter((b) => isBasis(b, channel, seen.procedure))
  const submit = async () => {
    const ground = needsBasis && basis !== undefined ? { basis } : {}
    const number = channel === 'letter' ? maybe('serviceNo', serviceNo) : {}
    const done = typeof at === 'number' ? { doneAt: at } : {}
    if (await act.run({ type: 'notifyCase', case: seen.case, channel, ...ground, ...number, ...done })) onClose()
  }
  return (
    <FormDialog
      title={
        <>
          {notify.title} · <CaseName of={seen} />
        </>
      }
      action={notify.done}
      onClose={onClose}
      problem={act.problem}
      closed={at === 'wrong' ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <Choice
        label={notify.channel}
        value={channel}
        onChange={setChannel}
        options={Channel.options
          .filter((value) => isAgreed || isFiled || value !== 'email')
          .map((value) => ({ value, label: channels[value] }))}
        hint={isAgreed || isFiled ? undefined : procedure.form.electronic.notYet}
      />
      {channel === 'letter' && (
        <TextField
          label={notify.serviceNo}
          optional={words.optional}
          hint={notify.serviceHint}
          max={40}
          value={serviceNo}
          onChange={setServiceNo}
        />
      )}
      {needsBasis && (
        <Choice
          label={notify.basis}
          hint={notify.law}
          value={basis}
          onChange={setBasis}
          options={bases.map((value) => ({ value, label: words.bases[value] }))}
        />
      )}
      <WhenField when={when} onChange={setWhen} />
    </FormDialog>
  )
}

/** 시행령 제29조: a ground that suits the petition; 행정절차법 제24조: an e-mail only as agreed to, or as applied for. */
function isBasis(
  basis: z.infer<typeof ChannelBasis>,
  channel: Channel,
  { petition, filing, electronic }: CaseView['procedure'],
): boolean {
  if (basis === 'appliedElectronically') return channel === 'email' && isFiledElectronically(filing)
  if (channel === 'email') return basis === 'agreed' && (electronic?.given ?? false)
  return basis !== 'otherPetition' || petition === 'other'
}
