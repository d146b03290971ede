import { useId, type ReactNode, type Ref } from 'react'
import { hasResidentNumber } from '../../domain/case/resident-number.ts'
import { useWords } from '../text/text.ts'

type Common = {
  label: string
  hint?: ReactNode
  /** The word for a field that may stay empty, or for one that may not. */
  optional?: string | undefined
  required?: string | undefined
  problem?: string | undefined
}
type TextProps = Common & {
  value: string
  onChange: (value: string) => void
  rows?: number
  max?: number
  placeholder?: string | undefined
  /** What was typed is not yet all of it, as the year of a date. */
  incomplete?: boolean
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text'
  /** What is counted, written behind the value. */
  unit?: string | undefined
  /** Thirteen digits belong here; anywhere else they are doubted (개인정보 보호법 제24조의2). */
  takesNumbers?: boolean
  /** The field is left; what was typed may now be put into its form. */
  onLeave?: () => void
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** A labelled place to type. What was typed stays when the act is refused. */
export function TextField(props: TextProps) {
  const { hint, required, problem, value, onChange, onLeave, rows, max = 60, placeholder } = props
  const { inputMode, unit, ref, takesNumbers = false } = props
  const { access } = useWords()
  const id = useId()
  const isDoubted = !takesNumbers && hasResidentNumber(value)
  const shared = {
    id,
    ref,
    value,
    placeholder,
    inputMode,
    maxLength: max,
    className: 'input',
    autoComplete: 'off',
    'aria-describedby': unit === undefined ? `${id}-hint` : `${id}-unit ${id}-hint`,
    onBlur: onLeave,
    'aria-invalid': problem !== undefined,
    'aria-required': required !== undefined || undefined,
  }
  return (
    <div
      className="field"
      data-optional={props.optional !== undefined || undefined}
      data-incomplete={props.incomplete || undefined}
    >
      <label htmlFor={id}>
        <Name {...props} />
      </label>
      {rows !== undefined ? (
        <textarea {...shared} rows={rows} onChange={(e) => onChange(e.target.value)} />
      ) : unit === undefined ? (
        <input {...shared} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <span className="with-unit">
          <input {...shared} onChange={(e) => onChange(e.target.value)} />
          <span id={`${id}-unit`} className="ink2">
            {unit}
          </span>
        </span>
      )}
      <Under id={`${id}-hint`} hint={hint} problem={problem ?? (isDoubted ? access.inText : undefined)} />
    </div>
  )
}

const Name = ({ label, optional, required }: Common) => (
  <>
    {label} {(required ?? optional) !== undefined && <span className="meta">{required ?? optional}</span>}
  </>
)

/** What stands under a field: what is wrong with it, else its hint. */
const Under = ({ id, hint, problem }: { id: string; hint: ReactNode; problem: string | undefined }) => (
  <span id={id} className={problem === undefined ? 'meta' : 'problem'}>
    {problem ?? hint}
  </span>
)

type Option<T extends string> = { value: T; label: string }
type ChoiceProps<T extends string> = Common & {
  value: T | undefined
  options: Option<T>[]
  onChange: (value: T) => void
}

/** A few choices, all of them in sight; arrow keys go through them. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { hint, problem, value, options, onChange } = props
  const id = useId()
  const isTold = hint !== undefined || problem !== undefined
  return (
    <fieldset
      className="field choice"
      data-optional={props.optional !== undefined || undefined}
      aria-describedby={isTold ? `${id}-hint` : undefined}
    >
      <legend>
        <Name {...props} />
      </legend>
      <div className="choices">
        {options.map((o) => (
          <label key={o.value} className={o.value === value ? 'chosen' : ''}>
            <input type="radio" name={id} checked={o.value === value} onChange={() => onChange(o.value)} />
            {o.label}
          </label>
        ))}
      </div>
      {isTold && <Under id={`${id}-hint`} hint={hint} problem={problem} />}
    </fieldset>
  )
}

/** Many choices: a list that opens. */
export function Select<T extends string>(props: ChoiceProps<T>) {
  const { hint, required, problem, value, options, onChange } = props
  const id = useId()
  const isTold = hint !== undefined || problem !== undefined
  const shared = {
    id,
    className: 'input',
    value: value ?? '',
    'aria-required': required !== undefined || undefined,
    'aria-describedby': isTold ? `${id}-hint` : undefined,
    'aria-invalid': problem !== undefined,
  }
  return (
    <div className="field" data-optional={props.optional !== undefined || undefined}>
      <label htmlFor={id}>
        <Name {...props} />
      </label>
      <select {...shared} onChange={(e) => onChange(e.target.value as T)}>
        {value === undefined && <option value="">–</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      {isTold && <Under id={`${id}-hint`} hint={hint} problem={problem} />}
    </div>
  )
}

type TickProps = Common & { value: boolean; onChange: (value: boolean) => void }

/** One thing that is so or not. */
export function Tick(props: TickProps) {
  const { hint, required, problem, value, onChange } = props
  const id = useId()
  const isTold = hint !== undefined || problem !== undefined
  const tick = (
    <label className="tick">
      <input
        type="checkbox"
        checked={value}
        aria-required={required !== undefined || undefined}
        aria-describedby={isTold ? id : undefined}
        onChange={(e) => onChange(e.target.checked)}
      />
      <span>
        <Name {...props} />
      </span>
    </label>
  )
  if (!isTold) return tick
  return (
    <div className="field">
      {tick}
      <Under id={id} hint={hint} problem={problem} />
    </div>
  )
}
