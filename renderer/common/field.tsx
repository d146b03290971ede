import { useId, type ReactNode, type Ref } from 'react'

type Common = { label: string; hint?: ReactNode; optional?: string | undefined; problem?: string | undefined }
type TextProps = Common & {
  value: string
  onChange: (value: string) => void
  rows?: number
  max?: number
  placeholder?: string
  inputMode?: 'numeric' | 'tel' | 'text'
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** A labelled place to type. What was typed stays when the act is refused. */
export function TextField(props: TextProps) {
  const { label, hint, optional, problem, value, onChange, rows, max = 60, placeholder, inputMode, ref } = props
  const id = useId()
  const shared = {
    ...{ id, ref, value, placeholder, inputMode, maxLength: max, className: 'input', autoComplete: 'off' },
    ...{ 'aria-describedby': `${id}-hint`, 'aria-invalid': problem !== undefined },
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional !== undefined && <span className="meta">{optional}</span>}
      </label>
      {rows === undefined ? (
        <input {...shared} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(e) => onChange(e.target.value)} />
      )}
      <span id={`${id}-hint`} className={problem === undefined ? 'meta' : 'problem'}>
        {problem ?? hint}
      </span>
    </div>
  )
}

type Option<T extends string> = { value: T; label: string }
type ChoiceProps<T extends string> = Common & {
  value: T | undefined
  options: Option<T>[]
  onChange: (value: T) => void
}

/** A few choices, all of them in sight; arrow keys go through them. */
export function Choice<T extends string>({ label, hint, optional, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <fieldset className="field choice">
      <legend>
        {label} {optional !== undefined && <span className="meta">{optional}</span>}
      </legend>
      <div className="choices">
        {options.map((o) => (
          <label key={o.value} className={o.value === value ? 'chosen' : ''}>
            <input type="radio" name={id} checked={o.value === value} onChange={() => onChange(o.value)} />
            {o.label}
          </label>
        ))}
      </div>
      {hint !== undefined && <span className="meta">{hint}</span>}
    </fieldset>
  )
}

/** Many choices: a list that opens. */
export function Select<T extends string>({ label, hint, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(e) => onChange(e.target.value as T)}>
        {value === undefined && <option value="">–</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      {hint !== undefined && <span className="meta">{hint}</span>}
    </div>
  )
}

/** One thing that is so or not. */
export function Tick({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={value} onChange={(e) => onChange(e.target.checked)} />
      {label}
    </label>
  )
}
