import { useState } from 'react'
import { copiesKept, mostDestroyed } from '../../domain/record/destruction.ts'
import type { RetentionView } from '../../domain/views/view-retention.ts'
import { Button } from '../common/button.tsx'
import { FormDialog } from '../common/dialog.tsx'
import { TextField, Tick } from '../common/field.tsx'
import { counted, date } from '../common/format.ts'
import { useCaseName } from '../common/kind-name.tsx'
import { useAct, type Act } from '../common/use-act.ts'
import { useAsked } from '../common/use-asked.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { open } from './place.ts'

type Group = RetentionView['groups'][number]

/** 보존기간이 지난 민원, by year, and what was destroyed. */
export function Retention() {
  const { retention: w } = useSupervisorWords()
  const { state, view } = useAsked({ of: 'retention' })
  const years = [...new Set((view?.groups ?? []).map((g) => g.year))]
  const none = view && (!view.isSet ? w.notSet : years.length === 0 ? w.none : undefined)
  const isOffline = view?.line.state === 'offline'
  return (
    <section className="duty" aria-label={w.title}>
      <h3>{w.title}</h3>
      <p className="meta">{w.text}</p>
      {state === 'asking' && <output className="ink2">{w.asking}</output>}
      {none !== undefined && <p className="ink2">{none}</p>}
      {view && years.length > 0 && (
        <ul className="what">
          {years.map((year) => (
            <li key={year}>
              {w.line(counted(countOf(view.groups.filter((g) => g.year === year))), year)}{' '}
              <Button
                size="small"
                label={isOffline ? undefined : w.openLabel(year)}
                onPress={() => open({ of: 'destroy', groups: view.groups.filter((g) => g.year === year) })}
                closed={isOffline ? w.needsLine : undefined}
              >
                {w.open}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {view && view.done.length > 0 && <Done done={view.done} />}
    </section>
  )
}

const countOf = (groups: readonly Group[]): number => groups.reduce((sum, { cases }) => sum + cases, 0)

function Done({ done }: Pick<RetentionView, 'done'>) {
  const { retention: w } = useSupervisorWords()
  const language = useLanguage()
  return (
    <ul className="what" aria-label={w.list}>
      {done.map((d) => (
        <li key={`${d.at} ${d.year}`} className="ink2">
          {[
            w.done(d.year, counted(d.cases), d.reason),
            w.by(d.clerk, date(d.at, language)),
            w.copies(date(d.copiesUntil, language)),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  )
}

/** 파기 승인: of a year, without the kinds that are left out. */
export function Destroy({ groups }: { groups: readonly Group[] }) {
  const { retention: w } = useSupervisorWords()
  const act = useAct()
  const year = groups[0]?.year ?? 0
  const [left, setLeft] = useState<readonly string[]>([])
  const [reason, setReason] = useDraft(`destroy ${year}`, () => '')
  const [done, setDone] = useState(0)
  const chosen = groups.filter((g) => !left.includes(g.kind))
  const of = countOf(chosen)
  const back = () => open({ of: 'duties' })
  const submit = async () => {
    const said = { year, kinds: chosen.map((g) => g.kind), reason: reason.trim() }
    if (await destroyAll(act, of, said, setDone)) back()
  }
  const progress = done > 0 ? w.progress(counted(done), counted(of)) : ''
  return (
    <FormDialog
      wide
      danger
      title={w.dialog(year)}
      action={w.action(counted(of))}
      onSubmit={() => void submit()}
      onClose={back}
      closed={of === 0 ? w.needKinds : reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p className="caution">{w.warn}</p>
      <p className="ink2">{w.warnCopies(copiesKept)}</p>
      <fieldset className="field">
        <legend>{w.kinds}</legend>
        {groups.map((g) => (
          <Kind key={g.kind} of={g} isChosen={!left.includes(g.kind)} choose={(on) => setLeft(without(left, g, on))} />
        ))}
      </fieldset>
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
      <output className="ink2">{progress}</output>
    </FormDialog>
  )
}

const without = (left: readonly string[], { kind }: Group, on: boolean): string[] =>
  on ? left.filter((k) => k !== kind) : [...left, kind]

type Said = { year: number; kinds: string[]; reason: string }

/** One entry names so many cases: the hall is asked until all are destroyed, and the first refusal stops. */
async function destroyAll(act: Act, of: number, said: Said, told: (done: number) => void): Promise<boolean> {
  for (let done = 0; done < of; done += mostDestroyed) {
    // oxlint-disable-next-line no-await-in-loop -- each asks for what the one before has left
    if (!(await act.run({ type: 'destroyCases', ...said }))) return false
    told(Math.min(of, done + mostDestroyed))
  }
  return true
}

type KindProps = { of: Group; isChosen: boolean; choose: (on: boolean) => void }

function Kind({ of: { year, kind, title, retention, cases }, isChosen, choose }: KindProps) {
  const { retention: w } = useSupervisorWords()
  const name = useCaseName()(kind, title)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Tick label={w.kind(name, w.years(Number(retention)), counted(cases))} value={isChosen} onChange={choose} />
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{w.numbers(name)}</summary>
        {isOpen && <Numbers year={year} kind={kind} />}
      </details>
    </>
  )
}

function Numbers(list: { year: number; kind: string }) {
  const { retention: w } = useSupervisorWords()
  const { view } = useAsked({ of: 'retention', list: { year: list.year, kind: list.kind } })
  if (!view?.listed) return <output className="ink2">{w.asking}</output>
  const { receiptNos, more } = view.listed
  return <p className="meta">{[...receiptNos, ...(more > 0 ? [w.more(counted(more))] : [])].join(', ')}</p>
}
