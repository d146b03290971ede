import type { FormField } from '../../../domain/manual/form.ts'
import { unitIn } from '../../../domain/manual/unit-words.ts'
import { money } from '../../common/format.ts'
import type { Language, Words } from '../../text/text.ts'

/** A kept value as people read it: the label of an option, an amount with its commas. */
export function valueText(field: FormField, value: string, { procedure }: Words, language: Language): string {
  if (field.type === 'choice') return field.options?.find((o) => o.id === value)?.[language] ?? value
  if (field.type === 'tick') return procedure.application.ticked
  if (field.type === 'money') return money(Number(value), language)
  return field.unit === undefined ? value : `${value} ${unitIn(language, field.unit)}`
}
