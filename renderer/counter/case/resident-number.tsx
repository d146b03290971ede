import { useEffect, useState } from 'react'
import { NumberNeed } from '../../../domain/people/access.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice } from '../../common/field.tsx'
import { EyeIcon } from '../../common/icons.tsx'
import { useDesk } from '../../common/store.ts'
import { broken, useAct } from '../../common/use-act.ts'
import { useWords } from '../../text/text.ts'

/** For so long a whole number stands on the screen. */
const shownFor = 60_000

/** 주민등록번호: its mask, and the whole for a minute after the reason is on record. */
export function ResidentNumber({ seen, field, masked }: { seen: CaseView; field: string; masked: string }) {
  const { access, case: words } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return
    const timer = window.setTimeout(() => setWhole(undefined), shownFor)
    return () => window.clearTimeout(timer)
  }, [whole])
  return (
    <span className="row">
      <span>{whole ?? masked}</span>
      <Button
        look="quiet"
        size="small"
        pressed={whole !== undefined}
        onPress={() => (whole === undefined ? setAsking(true) : setWhole(undefined))}
      >
        <span className="row">
          <EyeIcon /> {whole === undefined ? access.number.show : words.hide}
        </span>
      </Button>
      {isAsking && <Ask seen={seen} field={field} onShow={setWhole} onClose={() => setAsking(false)} />}
    </span>
  )
}

type AskProps = { seen: CaseView; field: string; onShow: (whole: string) => void; onClose: () => void }

function Ask({ seen, field, onShow, onClose }: AskProps) {
  const { number: words } = useWords().access
  const { desk } = useDesk()
  const act = useAct()
  const [need, setNeed] = useState<NumberNeed>('identity')
  const submit = async () => {
    if (!(await act.run({ type: 'showNumber', about: seen.case, field, need }))) return
    // A PC that is locked meanwhile answers nothing.
    const whole = await desk.view({ of: 'number', case: seen.case, field }).catch(() => undefined)
    if (whole === undefined) return act.say(broken)
    onShow(whole)
    onClose()
  }
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      onClose={onClose}
      problem={act.problem}
      onSubmit={() => void submit()}
    >
      <p>{words.text}</p>
      <Choice
        label={words.need}
        value={need}
        options={NumberNeed.options.map((value) => ({ value, label: words.needs[value] }))}
        onChange={setNeed}
      />
    </FormDialog>
  )
}
