import { Channel } from '../../../domain/case/procedure.ts'
import type { Words } from '../../text/text.ts'
import type { ActField, FormContext, Option } from './act-form.ts'

/** The fields that many acts have. */

export const optionsOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): Option<T>[] =>
  values.map((value) => ({ value, label: labels[value] }))

export const reasonsField = ({ procedure }: Words): ActField => ({
  as: 'text',
  id: 'reasons',
  label: procedure.form.reasons,
  rows: 3,
  max: 2000,
})

/** How the citizen is told; an e-mail can be chosen once it was agreed to (행정절차법 제14조 제3항). */
export function toldField(
  { seen, words: { procedure } }: Pick<FormContext, 'seen' | 'words'>,
  channels: readonly Channel[] = Channel.options,
  electronic: readonly Channel[] = ['email'],
): ActField {
  const isAgreed = seen.procedure.electronic?.given ?? false
  const open = channels.filter((c) => isAgreed || !electronic.includes(c))
  return {
    as: 'choice',
    id: 'told',
    label: procedure.form.told,
    first: 'letter',
    options: optionsOf(open, procedure.told),
    ...(!isAgreed && { hint: procedure.form.electronic.notYet }),
  }
}

/** Days of a period that the Civil Act counts. */
export const daysField = ({ procedure }: Words, most: number, hint: string, first = ''): ActField => ({
  as: 'number',
  id: 'days',
  label: procedure.form.days,
  unit: procedure.form.daysUnit,
  least: 1,
  most,
  hint,
  first,
})

export const dayField = (id: string, label: string, { procedure }: Words): ActField => ({
  as: 'day',
  id,
  label,
  hint: procedure.form.day.hint,
})
