import { useState } from 'react'
import type { CaseLine, OverviewView } from '../../domain/views/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Select, TextField, Tick } from '../common/field.tsx'
import { useCaseName } from '../common/kind-name.tsx'
import { useAct, type Act } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useNow } from '../common/use-now.ts'
import { useSupervisorWords, type SupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { dueMark } from './due-mark.ts'
import { byDue, casesOf, isAbsent, nameOf } from './facts.ts'
import { close } from './place.ts'

type Props = { view: OverviewView; holder: string; chosen: string[] | undefined }

/** Gives the cases of a counter that nobody can reach to another, with a reason that stays on record. */
export function Seize({ view, holder, chosen }: Props) {
  const words = useWords()
  const language = useLanguage()
  const own = useSupervisorWords()
  const { seize: w } = own
  const nameOfCase = useCaseName()
  const now = useNow(30_000)
  const act = useAct()
  const cases = casesOf(view, holder).toSorted(byDue)
  const [picked, setPicked] = useState<readonly string[]>(() => chosen ?? cases.map((c) => c.case))
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useDraft(`seize ${holder}`, () => '')
  const [done, setDone] = useState(0)
  const left = cases.filter((c) => picked.includes(c.case))
  const submit = async () => {
    if (to === undefined || left.length === 0 || reason.trim() === '') return
    const given = await seizeAll(act, left, { to, reason: reason.trim() })
    setDone((n) => n + given)
    if (given === left.length) close()
  }
  const problem = act.problem && done > 0 ? `${w.done(done)} ${act.problem}` : act.problem
  return (
    <FormDialog
      wide
      title={w.title(nameOf(view, holder, words.counter))}
      action={w.action(left.length)}
      onSubmit={() => void submit()}
      onClose={close}
      closed={missing(w, { cases: left.length, to, reason })}
      problem={problem}
    >
      <p className="ink2">{w.text}</p>
      <fieldset className="field">
        <legend>{w.cases}</legend>
        <div className="picks">
          {cases.map((c) => (
            <Tick
              key={c.case}
              label={[nameOfCase(c.kind, c.title), c.receiptNo, dueMark(c, now, { words, own, language }).text].join(
                ' · ',
              )}
              value={picked.includes(c.case)}
              onChange={(on) => setPicked(on ? [...picked, c.case] : picked.filter((id) => id !== c.case))}
            />
          ))}
        </div>
      </fieldset>
      <Select label={w.to} value={to} options={takers(view, holder, w)} onChange={setTo} />
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
    </FormDialog>
  )
}

async function seizeAll(act: Act, cases: CaseLine[], how: { to: string; reason: string }): Promise<number> {
  let done = 0
  for (const c of cases) {
    // One after the other: the first refusal stops, so that its sentence is about the case in hand.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await act.run({ type: 'seizeCase', case: c.case, ...how }))) return done
    done += 1
  }
  return done
}

function missing(w: SupervisorWords['seize'], form: { cases: number; to: string | undefined; reason: string }) {
  if (form.cases === 0) return w.needCase
  if (form.to === undefined) return w.needTo
  return form.reason.trim() === '' ? w.needReason : undefined
}

/** Counters with somebody there who can take a case. */
const takers = (view: OverviewView, holder: string, w: SupervisorWords['seize']) =>
  view.tiles
    .filter((t) => t.counter.id !== holder && !isAbsent(t))
    .toSorted((a, b) => a.counter.number - b.counter.number)
    .map((t) => ({ value: t.counter.id, label: w.option(t.counter.number, t.clerk ?? t.counter.team) }))
