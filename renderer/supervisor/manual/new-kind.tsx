import { useState } from 'react'
import { partOfKind } from '../../../domain/manual/manual-parts.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { useView } from '../../common/store.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { setDraft } from './drafts.ts'
import { begunKind } from './form-fields.ts'
import { closeWindow, showKind } from './place.ts'

/**
 * Begins a kind that the manual does not have: its code, its names and its category; the rest is typed in its form. One that it
 * had before begins as it was.
 */
export function NewKind({ clerk }: { clerk: PersonView }) {
  const { manual } = useSupervisorWords()
  const w = manual.newKind
  const language = useLanguage()
  const view = useView({ of: 'manualKinds' })
  const [code, setCode] = useDraft('new kind code', () => '')
  const [typedKo, setKo] = useDraft<string | undefined>('new kind ko', () => undefined)
  const [typedEn, setEn] = useDraft<string | undefined>('new kind en', () => undefined)
  const [category, setCategory] = useState<string>()
  const categories = view?.categories ?? []
  const isWhole = /^[A-Z]{3}-[0-9]{2,3}$/.test(code)
  const isKnown = view?.kinds.some((k) => k.code === code) ?? false
  const former = useView(isWhole ? { of: 'formerKind', code } : undefined)
  // It is in force until an edition takes effect that has it no more.
  const leaving = useView(isWhole ? { of: 'kind', code } : undefined)
  const before = isKnown ? undefined : (leaving ?? former?.kind)
  const ko = typedKo ?? before?.name.ko ?? ''
  const en = typedEn ?? before?.name.en ?? ''
  const chosen =
    category ?? before?.category ?? categories.find((c) => code.startsWith(c.code))?.code ?? categories[0]?.code
  const submit = () => {
    setDraft(clerk.id, partOfKind(code), { data: begunKind(before, code, chosen ?? '', ko.trim(), en.trim()) })
    closeWindow()
    showKind(code)
  }
  const closed = () => {
    if (!isWhole) return w.badCode
    if (isKnown) return w.known
    return ko.trim() === '' || en.trim() === '' ? w.needName : undefined
  }
  return (
    <FormDialog title={w.title} action={w.action} onSubmit={submit} onClose={closeWindow} closed={closed()}>
      <TextField label={w.code} hint={w.codeHint} value={code} onChange={(t) => setCode(t.toUpperCase())} max={7} />
      {before && <p className="ink2">{manual.takeOut.before}</p>}
      <TextField label={w.ko} value={ko} onChange={setKo} max={200} />
      <TextField label={w.en} value={en} onChange={setEn} max={200} />
      <Select
        label={w.category}
        value={chosen}
        options={categories.map((c) => ({ value: c.code, label: `${c.code} ${c[language]}` }))}
        onChange={setCategory}
      />
    </FormDialog>
  )
}
