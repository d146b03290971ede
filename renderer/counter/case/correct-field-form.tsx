import { useState } from 'react'
import type { z } from 'zod'
import { Consent } from '../../../domain/case/intake.ts'
import { isPetitionerPart, petitionerFields, type PetitionerPart } from '../../../domain/case/petitioner.ts'
import { checkField, normalField, type FormField } from '../../../domain/manual/form.ts'
import type { FormValues } from '../../../domain/record/private.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, Select } from '../../common/field.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft, useKept } from '../../common/use-draft.ts'
import { useLanguage, useWords, wordsIn } from '../../text/text.ts'
import { optionsOf } from '../procedure/act-form-parts.ts'
import { WhenField } from '../procedure/when-field.tsx'
import { instantOfWhen, type When } from '../procedure/when.ts'
import { valueText } from './application-value.ts'
import { FormFields } from './form-fields.tsx'

const labels = (part: PetitionerPart): FormField['label'] => ({
  ko: wordsIn('ko').receive[part],
  en: wordsIn('en').receive[part],
})

/** 직권 보정 (시행령 제6조 제5항): one obvious mistake of the form or of who filed it, old and new, with the petitioner's consent. */
export function CorrectFieldForm({ seen, onClose }: { seen: CaseView; onClose: () => void }) {
  const words = useWords()
  const { application, form, consents } = words.procedure
  const language = useLanguage()
  const act = useAct()
  const { fields, values: formValues } = seen.procedure.form
  const people = petitionerFields({
    name: labels('name'),
    birth: labels('birth'),
    contact: labels('contact'),
    address: labels('address'),
  })
  const said = people.flatMap((p): [string, string][] => {
    const value = seen.petitioner?.[p.id]
    return value === undefined ? [] : [[p.id, value]]
  })
  const values: FormValues = { ...formValues, ...Object.fromEntries(said) }
  const filled: FormField[] = [...fields, ...people].filter((f) => values[f.id] !== undefined)
  const [kept, setId] = useKept(
    `corrected field ${seen.case}`,
    () => fields.find((f) => values[f.id] !== undefined)?.id,
  )
  // What is masked of the petitioner is shown only once it was asked for here: a form that comes back asks again.
  const [shown, setShown] = useState<string>()
  const id = kept !== undefined && isPetitionerPart(kept) && shown !== kept ? undefined : kept
  const [typed, setTyped] = useDraft<string | undefined>(`corrected ${seen.case}`, () => undefined)
  const [consent, setConsent] = useKept<z.infer<typeof Consent> | undefined>(`consent ${seen.case}`, () => undefined)
  const [when, setWhen] = useKept<When | undefined>(`corrected when ${seen.case}`, () => undefined)
  const field = filled.find((f) => f.id === id)
  const before = values[id ?? ''] ?? ''
  const value = field ? normalField(field, typed ?? before) : ''
  const problem = field && checkField(field, value)
  const at = instantOfWhen(when)
  const isOpen = field && !problem && value !== '' && value !== before && consent && at !== 'wrong'
  const choose = async (chosen: string) => {
    if (isPetitionerPart(chosen) && !(await act.run({ type: 'showCase', about: seen.case, part: 'person' }))) return
    setId(chosen)
    setShown(chosen)
    if (chosen !== kept) setTyped(undefined)
  }
  const submit = async () => {
    if (!field || !consent) return
    const done = typeof at === 'number' ? { doneAt: at } : {}
    if (await act.run({ type: 'correctField', case: seen.case, field: field.id, value, consent, ...done })) onClose()
  }
  return (
    <FormDialog
      title={
        <>
          {application.correctTitle} · <CaseName of={seen} />
        </>
      }
      action={application.corrected}
      onClose={onClose}
      problem={act.problem}
      closed={isOpen ? undefined : ''}
      onSubmit={() => void submit()}
    >
      <p>{application.correctText}</p>
      <Select
        label={application.field}
        value={id}
        options={filled.map((f) => ({ value: f.id, label: f.label[language] }))}
        onChange={(chosen) => void choose(chosen)}
      />
      {field && (
        <>
          <p className="meta">
            {form.correction.before}: <b className="ink2">{valueText(field, before, words, language)}</b>
          </p>
          <FormFields
            fields={[field]}
            values={{ [field.id]: typed ?? before }}
            onChange={(_, text) => setTyped(text)}
            problems={problem ? { [field.id]: problem } : {}}
          />
        </>
      )}
      <Choice
        label={form.extension.consent}
        value={consent}
        onChange={setConsent}
        options={optionsOf(Consent.options, consents)}
      />
      <WhenField when={when} onChange={setWhen} />
    </FormDialog>
  )
}
