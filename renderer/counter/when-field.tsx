import { Choice, TextField } from '../common/field.tsx'
import { clock, dayAt } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { useWords } from '../text/text.ts'
import { instantOfWhen, type When } from './when.ts'

/** 한 시각: an act keeps when it was done and when it was entered; it is judged by when it was done. */
export function WhenField({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const words = useWords().procedure.form.when
  const now = useNow(60_000)
  return (
    <div className="when">
      <Choice
        {...{ label: words.label, value: when ? 'earlier' : 'now', hint: words.hint }}
        options={[
          { value: 'now', label: words.now },
          { value: 'earlier', label: words.earlier },
        ]}
        onChange={(as) => onChange(as === 'now' ? undefined : { day: dayAt(now), time: clock(now) })}
      />
      {when && <DayAndTime when={when} onChange={onChange} />}
    </div>
  )
}

/** A day and a time, as they are typed. */
export function DayAndTime({
  when,
  onChange,
}: {
  when: NonNullable<When>
  onChange: (when: NonNullable<When>) => void
}) {
  const words = useWords().procedure.form.when
  const isBad = when.time.length >= 4 && instantOfWhen(when) === 'wrong'
  return (
    <div className="pairs">
      <TextField
        {...{ label: words.day, value: when.day, inputMode: 'numeric', max: 12 }}
        onChange={(day) => onChange({ ...when, day })}
      />
      <TextField
        {...{ label: words.time, value: when.time, inputMode: 'numeric', max: 5, hint: words.timeHint }}
        onChange={(time) => onChange({ ...when, time })}
        problem={isBad ? words.bad : undefined}
      />
    </div>
  )
}
