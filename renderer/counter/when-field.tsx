import { instantOf } from '../../domain/time.ts'
import { Choice, TextField } from '../common/field.tsx'
import { clock, dayAt } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { useWords } from '../text/text.ts'
import { isDay, readDay } from './typed-day.ts'

/** When something was done: now, or at a day and a time of Seoul as they were typed. */
export type When = { day: string; time: string } | undefined

/** The instant; undefined is now, and what cannot be read is 'wrong'. */
export function instantOfWhen(when: When): number | undefined | 'wrong' {
  if (!when) return undefined
  const day = readDay(when.day)
  const parts = /^(\d{1,2})[:.]?(\d\d)$/.exec(when.time.trim())
  if (!isDay(day) || !parts) return 'wrong'
  const [hour, minute] = [Number(parts[1]), Number(parts[2])]
  if (hour > 23 || minute > 59) return 'wrong'
  return instantOf(day, `${String(hour).padStart(2, '0')}:${parts[2]}`)
}

/** 한 시각: an act keeps when it was done and when it was entered; it is judged by when it was done. */
export function WhenField({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const words = useWords().procedure.form.when
  const now = useNow(60_000)
  const isBad = when !== undefined && when.time.length >= 4 && instantOfWhen(when) === 'wrong'
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
      {when && (
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
      )}
    </div>
  )
}
