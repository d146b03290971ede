import { checkField, isDoubtful, maxOf, normalField, type FormField } from '../../../domain/manual/form.ts'

/** How a place to type looks: its keyboard, its length, and the rows of a long text. */
type FieldLook = { inputMode: InputMode; max: number; rows?: number }
type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email'

const modes: Partial<Record<FormField['type'], InputMode>> = {
  date: 'numeric',
  number: 'decimal',
  money: 'numeric',
  phone: 'tel',
  email: 'email',
  businessNo: 'numeric',
  corporateNo: 'numeric',
  residentNo: 'numeric',
}

/** The look of a field that is typed. */
export const lookOf = (field: FormField): FieldLook => ({
  inputMode: modes[field.type] ?? 'text',
  max: maxOf(field),
  ...(field.type === 'longText' && { rows: 3 }),
})

/** What a typed value says of itself before anything is submitted: an amount to be read again, or a doubt. */
export function remarkOf(field: FormField, typed: string): { won: number } | 'doubtful' | undefined {
  const value = normalField(field, typed)
  if (value === '' || checkField(field, value) !== undefined) return undefined
  if (field.type === 'money') return { won: Number(value) }
  return isDoubtful(field, value) ? 'doubtful' : undefined
}
