import { useState } from 'react'
import { partOfKind } from '../../../domain/manual/manual-parts.ts'
import type { KindLine } from '../../../domain/views/view-manual.ts'
import { Button } from '../../common/button.tsx'
import { FormDialog } from '../../common/dialog.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { newId } from '../../common/new-id.ts'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { isLeftEmpty } from './left-empty.ts'
import { closeWindow, go, openWindow, showAmendment, usePlace } from './place.ts'
import type { OpenPart } from './use-part.ts'

const fresh = 'new'

/** The way out of the manual for a kind that it has; what somebody wrote of it is not passed over. */
export function TakeOutButton({ part, line }: { part: OpenPart; line: KindLine | undefined }) {
  const { manual } = useSupervisorWords()
  const w = manual.takeOut
  const { reading } = part
  if (!line || !reading || reading.change?.what === 'added' || reading.isTakenOut) return null
  const draft = line.amendments.find((a) => a.state === 'draft')
  const why = part.draft ? w.typed : draft && w.drafted(draft.title)
  return (
    <Button
      size="small"
      onPress={() => openWindow({ of: 'takeOut', code: line.code, rests: reading.rests })}
      {...(why !== undefined && { closed: '', reason: why })}
    >
      {w.button}
    </Button>
  )
}

/** That an amendment takes the kind out, and the way back. */
export function TakenOut({ part, line }: { part: OpenPart; line: KindLine | undefined }) {
  const { manual } = useSupervisorWords()
  const w = manual.takeOut
  const act = useAct()
  const draft = line?.amendments.find((a) => a.state === 'draft')
  if (!part.reading?.isTakenOut || !draft) return null
  const { amendment, title } = draft
  return (
    <p className="caution row">
      {w.leaves(title)}
      <Button size="small" onPress={() => void act.run({ type: 'leavePart', amendment, part: part.part })}>
        {w.stay}
      </Button>
      {act.problem}
    </p>
  )
}

/** Puts into an amendment that the manual has a kind no more. */
export function TakeOut({ code, rests }: { code: string; rests: number | undefined }) {
  const { manual } = useSupervisorWords()
  const w = manual.takeOut
  const language = useLanguage()
  const name = useView({ of: 'manualKinds' })?.kinds.find((k) => k.code === code)?.[language] ?? ''
  const amendments = useView({ of: 'amendments' }) ?? []
  const target = usePlace((s) => s.target)
  const act = useAct()
  const [reason, setReason] = useDraft(`take out ${code}`, () => '')
  const [id] = useState(newId)
  const drafts = amendments.filter((a) => a.state === 'draft' && a.amendment !== id)
  // Also where the line dropped before it was answered.
  const isOpened = amendments.some((a) => a.amendment === id)
  const into = drafts.some((a) => a.amendment === target) ? (target ?? fresh) : fresh
  const submit = async () => {
    const why = reason.trim()
    const amendment = into === fresh ? id : into
    const title = w.newTitle(code, name)
    if (into === fresh && !isOpened && !(await act.run({ type: 'openAmendment', amendment, title, reason: why })))
      return
    const change = { part: partOfKind(code), content: null, over: 0, ...(rests !== undefined && { base: rests }) }
    if (!(await act.run({ type: 'changeAmendment', amendment, changes: [change], why }))) return
    closeWindow()
    showAmendment(amendment)
  }
  const close = async () => {
    // What cannot be dropped now is shown, where it can be later.
    if (isLeftEmpty(amendments, id) && !(await act.run({ type: 'dropAmendment', amendment: id }))) showAmendment(id)
    closeWindow()
  }
  return (
    <FormDialog
      title={w.title(code, name)}
      action={w.action}
      onSubmit={() => void submit()}
      onClose={() => void close()}
      closed={reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p>{w.text}</p>
      <p className="ink2">{w.again}</p>
      <Select
        label={w.into}
        value={into}
        options={[...drafts.map((a) => ({ value: a.amendment, label: a.title })), { value: fresh, label: w.newOne }]}
        onChange={(value) => go({ target: value })}
      />
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
    </FormDialog>
  )
}
