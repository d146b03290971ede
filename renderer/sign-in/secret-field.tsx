import { useId, useState, type Ref } from 'react'
import { useWords } from '../text/text.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Shown as typed, where one is alone and chooses a new one. */
  shown?: boolean
  hint?: string
  problem?: string | undefined
  disabled?: boolean
  /** Six digits, no letters. */
  digits?: boolean
  fresh?: boolean
  onEnter?: () => void
  ref?: Ref<HTMLInputElement>
}

/** A place for a password: says when Caps Lock is on or Hangul came in, for nobody sees what is typed. */
export function SecretField(props: Props) {
  const { label, value, onChange, shown = false, hint, problem, disabled, digits = false, onEnter, ref } = props
  const words = useWords()
  const id = useId()
  const [isCaps, setCaps] = useState(false)
  const isHangul = !shown && /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(value)
  const warning = isCaps ? words.signIn.capsLock : isHangul ? words.signIn.hangul : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={ref}
        value={value}
        disabled={disabled}
        className="input"
        type={shown ? 'text' : 'password'}
        inputMode={digits ? 'numeric' : undefined}
        maxLength={digits ? 6 : 400}
        autoComplete={props.fresh ? 'new-password' : 'off'}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== undefined}
        onChange={(e) => onChange(digits ? e.target.value.replaceAll(/\D/g, '') : e.target.value)}
        onBlur={() => setCaps(false)}
        onKeyUp={(e) => setCaps(e.getModifierState('CapsLock'))}
        onKeyDown={(e) => {
          setCaps(e.getModifierState('CapsLock'))
          if (e.nativeEvent.isComposing || e.keyCode === 229) return
          if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) {
            e.preventDefault()
            onEnter?.()
          }
        }}
      />
      <span id={`${id}-hint`} className={(problem ?? warning) === undefined ? 'meta' : 'problem'} aria-live="polite">
        {problem ?? warning ?? hint}
      </span>
    </div>
  )
}

type Fresh = { own: string; again: string }
export const noFresh: Fresh = { own: '', again: '' }
/** Whether a new password was typed twice and the same. */
export const isTwice = ({ own, again }: Fresh): boolean => own !== '' && own === again

/** A new password, typed twice. */
export function FreshFields({
  value,
  onChange,
  onEnter,
}: {
  value: Fresh
  onChange: (value: Fresh) => void
  onEnter: () => void
}) {
  const { fresh: w } = useWords().signIn
  const [shown, setShown] = useState(false)
  const differs = value.again !== '' && !value.own.startsWith(value.again) ? w.differs : undefined
  return (
    <>
      <SecretField
        label={w.own}
        hint={w.hint}
        value={value.own}
        shown={shown}
        fresh
        onChange={(own) => onChange({ ...value, own })}
      />
      <SecretField
        label={w.again}
        value={value.again}
        shown={shown}
        problem={differs}
        onEnter={onEnter}
        fresh
        onChange={(again) => onChange({ ...value, again })}
      />
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={(e) => setShown(e.target.checked)} />
        <span>{w.show}</span>
      </label>
    </>
  )
}
