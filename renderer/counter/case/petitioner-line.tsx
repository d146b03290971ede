import { useState } from 'react'
import { maskAddress, maskBirth, maskContact, maskName } from '../../../domain/mask.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { EyeIcon } from '../../common/icons.tsx'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'

/** Whose petition it is: masked until somebody wants to see it, and asked of the hall where another counter holds it. */
export function PetitionerLine({ seen }: { seen: CaseView }) {
  return seen.petitioner ? <Masked seen={seen} petitioner={seen.petitioner} /> : <Hidden seen={seen} />
}

/** What is masked is shown once it is on record that somebody wanted to see it (개인정보의 안전성 확보조치 기준 제8조). */
function Masked({ seen, petitioner }: { seen: CaseView; petitioner: NonNullable<CaseView['petitioner']> }) {
  const words = useWords()
  const act = useAct()
  const [isShown, setShown] = useState(false)
  const { name, birth, contact, address } = petitioner
  const show = async () => {
    if (await act.run({ type: 'showCase', about: seen.case, part: 'person' })) setShown(true)
  }
  const details = [
    ...(birth === undefined ? [] : [isShown ? birth : maskBirth(birth)]),
    ...(contact === undefined ? [] : [isShown ? contact : maskContact(contact)]),
    ...(address === undefined ? [] : [isShown ? address : maskAddress(address)]),
  ]
  return (
    <div className="row wrap">
      <span>
        {isShown ? name : maskName(name)} <span className="meta">{details.join(' · ')}</span>
      </span>
      <Button look="quiet" size="small" pressed={isShown} onPress={() => (isShown ? setShown(false) : void show())}>
        <span className="row">
          <EyeIcon /> {isShown ? words.case.hide : words.case.show}
        </span>
      </Button>
      <Problem>{act.problem}</Problem>
    </div>
  )
}

function Hidden({ seen }: { seen: CaseView }) {
  const { case: words, access } = useWords()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="row wrap">
      <span className="meta">{words.hidden}</span>
      {!seen.mine && (
        <Button look="quiet" size="small" onPress={() => setAsking(true)}>
          <span className="row">
            <EyeIcon /> {access.lookUp}
          </span>
        </Button>
      )}
      {isAsking && <LookUp seen={seen} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** 다른 창구 민원 조회: why it has to be seen here; the hall sends it for as long as it stands on the screen. */
function LookUp({ seen, onClose }: { seen: CaseView; onClose: () => void }) {
  const { access } = useWords()
  const act = useAct()
  const [reason, setReason] = useDraft(`look up ${seen.case}`, () => '')
  const submit = async () => {
    if (await act.run({ type: 'lookUpCase', about: seen.case, reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={access.title(seen.receiptNo)}
      action={access.action}
      onClose={onClose}
      problem={act.problem}
      closed={reason.trim() === '' ? access.needReason : undefined}
      onSubmit={() => void submit()}
    >
      <p>{access.text}</p>
      <TextField label={access.reason} hint={access.hint} value={reason} onChange={setReason} rows={2} max={500} />
    </FormDialog>
  )
}
