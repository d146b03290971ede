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
import { freshKind } from './form-fields.ts'
import { closeWindow, showKind } from './place.ts'

/** Begins a kind that the manual does not have: its code, its names and its category; the rest is typed in its form. */
export function NewKind({ clerk }: { clerk: PersonView }) {
  const { manual } = useSupervisorWords()
  const w = manual.newKind
  const language = useLanguage()
  const view = useView({ of: 'manualKinds' })
  const [code, setCode] = useDraft('new kind code', () => '')
  const [ko, setKo] = useDraft('new kind ko', () => '')
  const [en, setEn] = useDraft('new kind en', () => '')
  const [category, setCategory] = useState<string>()
  const categories = view?.categories ?? []
  const chosen = category ?? categories.find((c) => code.startsWith(c.code))?.code ?? categories[0]?.code
  const submit = () => {
    setDraft(clerk.id, partOfKind(code), { data: freshKind(code, chosen ?? '', ko.trim(), en.trim()) })
    closeWindow()
    showKind(code)
  }
  const closed = () => {
    if (!/^[A-Z]{3}-[0-9]{2,3}$/.test(code)) return w.badCode
    if (view?.kinds.some((k) => k.code === code)) return w.known
    return ko.trim() === '' || en.trim() === '' ? w.needName : undefined
  }
  return (
    <FormDialog title={w.title} action={w.action} onSubmit={submit} onClose={closeWindow} closed={closed()}>
      <TextField label={w.code} hint={w.codeHint} value={code} onChange={(t) => setCode(t.toUpperCase())} max={7} />
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
