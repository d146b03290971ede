import type { ReactNode } from 'react'
import { normalField, type FieldProblem, type FormField } from '../../../domain/manual/form.ts'
import { unitIn } from '../../../domain/manual/unit-words.ts'
import { Choice, Select, TextField, Tick } from '../../common/field.tsx'
import { money } from '../../common/format.ts'
import { QuestionIcon } from '../../common/icons.tsx'
import { WithKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { lookOf, remarkOf } from './field-look.ts'

type Values = Readonly<Record<string, string>>
type Props = {
  fields: readonly FormField[]
  values: Values
  onChange: (id: string, value: string) => void
  /** What is wrong, by the id of the field (`problemsOf`); shown beside it. */
  problems?: Readonly<Record<string, FieldProblem>>
}

/** 신청서 항목: the fields of a kind's application form, each with its own control (민원처리법 제8조). */
export const FormFields = ({ fields, values, onChange, problems = {} }: Props) =>
  fields.map((field) => (
    <Field
      key={field.id}
      field={field}
      value={values[field.id] ?? ''}
      onChange={(value) => onChange(field.id, value)}
      problem={problems[field.id]}
    />
  ))

type FieldProps = {
  field: FormField
  value: string
  onChange: (value: string) => void
  problem: FieldProblem | undefined
}

function Field(props: FieldProps) {
  const { field, value, onChange, problem } = props
  const { form } = useWords()
  const language = useLanguage()
  const label = field.label[language]
  const shared = {
    label,
    hint: field.hint === undefined ? undefined : <WithKorean>{field.hint}</WithKorean>,
    problem: problem && form.problems[problem],
    ...(field.required ? { required: form.required } : { optional: form.optional }),
  }
  if (field.type === 'tick')
    return <Tick {...shared} value={value === 'yes'} onChange={(isSo) => onChange(isSo ? 'yes' : '')} />
  if (field.type !== 'choice') return <Typed {...props} shared={shared} />
  const options = (field.options ?? []).map((o) => ({ value: o.id, label: o[language] }))
  const all = field.required ? options : [...options, { value: '', label: form.unchosen }]
  const Control = options.length > 5 ? Select : Choice
  return (
    <Control
      {...shared}
      value={value === '' && field.required ? undefined : value}
      options={all}
      onChange={(chosen) => onChange(chosen)}
    />
  )
}

type Shared = { label: string; problem?: string | undefined; hint?: ReactNode }

function Typed({ field, value, onChange, shared }: FieldProps & { shared: Shared }) {
  const { form } = useWords()
  const language = useLanguage()
  return (
    <TextField
      {...shared}
      {...lookOf(field)}
      takesNumbers={field.type === 'residentNo' || field.type === 'corporateNo'}
      hint={<Hint field={field} value={value} />}
      value={value}
      onChange={onChange}
      // Only on leaving: a value that changes under the fingers breaks the composing of Hangul.
      onLeave={() => {
        const kept = normalField(field, value)
        if (kept !== value) onChange(kept)
      }}
      placeholder={form.examples[field.type]}
      unit={field.unit && unitIn(language, field.unit)}
    />
  )
}

function Hint({ field, value }: { field: FormField; value: string }): ReactNode {
  const { form } = useWords()
  const language = useLanguage()
  const remark = remarkOf(field, value)
  if (remark !== 'doubtful') {
    const said = [remark && money(remark.won, language), field.hint].filter((part) => part !== undefined)
    return <WithKorean>{said.join(' · ')}</WithKorean>
  }
  return (
    <Say tone="warn" icon={QuestionIcon}>
      {form.doubtful}
    </Say>
  )
}
