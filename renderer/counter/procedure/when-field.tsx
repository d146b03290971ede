import { useId } from 'react'
import { dayOf, isDay } from '../../../domain/time.ts'
import { TextField } from '../../common/field.tsx'
import { clock } from '../../common/format.ts'
import { readDay } from '../../common/typed-day.ts'
import { useNow } from '../../common/use-now.ts'
import { useWords } from '../../text/text.ts'
import { instantOfWhen, type When } from './when.ts'

/** 한 시각: an act keeps when it was done and when it was entered; it is judged by when it was done. */
export function WhenField({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const words = useWords().procedure.form.when
  const now = useNow(60_000)
  const id = useId()
  const choices = [
    ['now', words.now],
    ['earlier', words.earlier],
  ] as const
  return (
    <fieldset className="when" aria-describedby={`${id}-hint`}>
      <legend className="unseen">{words.label}</legend>
      <div className="row wrap">
        <span className="head" aria-hidden="true">
          {words.label}
        </span>
        {choices.map(([as, label]) => (
          <label key={as} className="tick">
            <input
              type="radio"
              name={id}
              checked={(as === 'earlier') === (when !== undefined)}
              onChange={() => onChange(as === 'now' ? undefined : { day: dayOf(now), time: clock(now) })}
            />
            {label}
          </label>
        ))}
        <span id={`${id}-hint`} className="meta">
          {words.hint}
        </span>
      </div>
      {when && <DayAndTime when={when} onChange={onChange} />}
    </fieldset>
  )
}

type Props = { when: NonNullable<When>; isTried?: boolean; onChange: (when: NonNullable<When>) => void }

/** A day and a time, as they are typed; once it was tried to go on, what cannot be read is marked, however short. */
export function DayAndTime({ when, isTried = false, onChange }: Props) {
  const words = useWords().procedure.form.when
  const isBad = (isTried || when.time.length >= 4) && instantOfWhen(when) === 'wrong'
  const isBadDay = isBad && !isDay(readDay(when.day))
  return (
    <div className="pairs">
      <TextField
        label={words.day}
        value={when.day}
        inputMode="numeric"
        max={12}
        onChange={(day) => onChange({ ...when, day })}
        problem={isBadDay ? words.bad : undefined}
      />
      <TextField
        label={words.time}
        value={when.time}
        inputMode="numeric"
        max={5}
        hint={words.timeHint}
        onChange={(time) => onChange({ ...when, time })}
        problem={isBad && !isBadDay ? words.bad : undefined}
      />
    </div>
  )
}
