import { useState } from 'react'
import type { Holiday } from '../../domain/period/calendar.ts'
import { isDay } from '../../domain/time.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice, TextField } from '../common/field.tsx'
import { date as written } from '../common/format.ts'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords, type SupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { open } from './place.ts'

/** What a supervisor enters between two calendars; the rest comes with the folder of the institution. */
const kinds = ['temporary', 'election', 'local'] as const
type Kind = (typeof kinds)[number]

const backTo = (day: string): void => open({ of: 'holidays', year: day.slice(0, 4) })

/** Makes a day a holiday, after saying how many open cases it moves. */
export function AddHoliday({ year }: { year: string }) {
  const { holidays: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const [date, setDate] = useState(`${year}-`)
  const [name, setName] = useDraft(`holiday ${year}`, () => '')
  const [kind, setKind] = useState<Kind>('temporary')
  const [basis, setBasis] = useState<string>()
  const [source, setSource] = useDraft(`holiday source ${year}`, () => '')
  const holiday: Holiday = {
    date,
    name: name.trim(),
    kind,
    provisional: false,
    basis: (basis ?? w.bases[kind]).trim(),
    source: source.trim(),
  }
  const submit = async () => {
    if (await act.run({ type: 'designateHoliday', holidays: [holiday] })) backTo(date)
  }
  return (
    <FormDialog
      title={w.addTitle}
      action={w.addAction(isDay(date) ? written(date, language) : '')}
      onSubmit={() => void submit()}
      onClose={() => backTo(year)}
      closed={missing(w, holiday)}
      problem={act.problem}
    >
      <TextField
        label={w.date}
        hint={isDay(date) ? written(date, language) : w.dateHint}
        value={date}
        onChange={setDate}
        max={10}
        incomplete={!isDay(date)}
      />
      <TextField label={w.name} value={name} onChange={setName} />
      <Choice
        label={w.kind}
        value={kind}
        options={kinds.map((k) => ({ value: k, label: w.kinds[k] }))}
        onChange={setKind}
      />
      <TextField label={w.basis} value={basis ?? w.bases[kind]} onChange={setBasis} max={200} />
      <TextField label={w.sourceLabel} hint={w.sourceHint} value={source} onChange={setSource} max={200} />
      {isDay(date) && <Moves date={date} adds />}
    </FormDialog>
  )
}

/** Makes a holiday a working day again, with a reason that stays on record. */
export function WithdrawHoliday({ holiday }: { holiday: Holiday }) {
  const { holidays: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const [reason, setReason] = useDraft(`holiday ${holiday.date}`, () => '')
  const day = written(holiday.date, language)
  const submit = async () => {
    const command = { type: 'withdrawHoliday', date: holiday.date, reason: reason.trim() } as const
    if (await act.run(command)) backTo(holiday.date)
  }
  return (
    <FormDialog
      danger
      title={w.withdrawTitle(day, holiday.name)}
      action={w.withdrawAction(day)}
      onSubmit={() => void submit()}
      onClose={() => backTo(holiday.date)}
      closed={reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p className="ink2">{w.withdrawText}</p>
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={200} />
      <Moves date={holiday.date} adds={false} />
    </FormDialog>
  )
}

/** How many open cases the change moves; of a day that is a holiday already, that it is. */
function Moves({ date, adds }: { date: string; adds: boolean }) {
  const { holidays: w } = useSupervisorWords()
  const { refusals } = useWords()
  const view = useView({ of: 'holidays', date })
  const there = adds ? view?.holidays.find((h) => h.date === date && h.withdrawable) : undefined
  const said = view?.moves === undefined ? w.counting : w.moves(view.moves)
  return (
    <output className="ink2">
      {there ? `${refusals.holidayKnown} (${there.name} · ${w.kinds[there.kind]})` : said}
    </output>
  )
}

function missing(w: SupervisorWords['holidays'], { date, name, basis, source }: Holiday): string | undefined {
  if (!isDay(date)) return w.needDate
  if (name === '') return w.needName
  if (basis === '') return w.needBasis
  return source === '' ? w.needSource : undefined
}
