import { useId } from 'react'
import { Choice, Select, TextField, Tick } from '../../common/field.tsx'
import { BarredIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useWords } from '../../text/text.ts'
import { lineProblem, linesOf, wrongFields, type ActField as Field } from './act-form.ts'

type Props = { field: Field; value: string; onChange: (value: string) => void }

/** One field of an act's form. */
export function ActField({ field, value, onChange }: Props) {
  const { form } = useWords().procedure
  const shared = {
    label: field.label,
    hint: field.hint,
    value,
    onChange,
    ...(field.isOptional && { optional: form.optional }),
  }
  const isWrong = wrongFields([{ ...field, shown: () => true }], { [field.id]: value }).some((w) => !w.isEmpty)
  switch (field.as) {
    case 'text':
      return (
        <TextField
          {...shared}
          {...(field.rows !== undefined && { rows: field.rows })}
          max={field.max ?? 60}
          problem={field.lines && form.lines.bad(lineProblem(value, field.lines))}
        />
      )
    case 'day':
      return (
        <TextField
          {...shared}
          inputMode="numeric"
          max={12}
          placeholder="2026-03-10"
          problem={isWrong && value.length >= 8 ? form.day.bad : undefined}
        />
      )
    case 'number':
      return (
        <TextField
          {...shared}
          inputMode="numeric"
          max={12}
          unit={field.unit}
          problem={isWrong ? form.number.bad(field.least, field.most) : undefined}
        />
      )
    case 'choice': {
      const Control = field.isList ? Select : Choice
      return (
        <Control {...shared} value={value === '' && !field.isOptional ? undefined : value} options={field.options} />
      )
    }
    case 'tick':
      return <Tick label={field.label} value={value === 'yes'} onChange={(isSo) => onChange(isSo ? 'yes' : '')} />
    case 'ticks':
      return <Ticks field={field} value={value} onChange={onChange} />
  }
}

type TicksProps = Props & { field: Extract<Field, { as: 'ticks' }> }

/** Several of a list; what cannot be chosen stands there with its reason. */
function Ticks({ field, value, onChange }: TicksProps) {
  const chosen = linesOf(value)
  const id = useId()
  const toggle = (one: string) =>
    onChange((chosen.includes(one) ? chosen.filter((c) => c !== one) : [...chosen, one]).join('\n'))
  return (
    <fieldset className="field" data-optional={field.isOptional || undefined} aria-describedby={`${id}-hint`}>
      <legend>{field.label}</legend>
      <ul className="tick-list">
        {field.options.map((o) => (
          <li key={o.value} className="row">
            {o.closed === undefined ? (
              <Tick label={o.label} value={chosen.includes(o.value)} onChange={() => toggle(o.value)} />
            ) : (
              <>
                <span className="tick closed">
                  <BarredIcon /> {o.label}
                </span>
                <Say>{o.closed}</Say>
              </>
            )}
          </li>
        ))}
      </ul>
      <span id={`${id}-hint`} className="meta">
        {field.hint}
      </span>
    </fieldset>
  )
}
