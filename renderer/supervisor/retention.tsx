import { useEffect, useRef, useState } from 'react'
import { copiesKept } from '../../domain/record/destruction.ts'
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
import { destroyAll } from './destroy-all.ts'
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

/** 파기 승인: of a year, without the kinds that are left out. While it goes on, Escape stops it. */
export function Destroy({ groups }: { groups: readonly Group[] }) {
  const { retention: w } = useSupervisorWords()
  const act = useAct()
  const year = groups[0]?.year ?? 0
  const [left, setLeft] = useState<readonly string[]>([])
  const [reason, setReason] = useDraft(`destroy ${year}`, () => '')
  const chosen = groups.filter((g) => !left.includes(g.kind))
  const of = countOf(chosen)
  const back = () => open({ of: 'duties' })
  const { is, done, approved, start, stop } = useDestruction(act, back)
  const progress = is === 'idle' && done === 0 ? '' : w.progress(counted(done), counted(approved))
  // What was begun is ended as it was approved; another choice begins with the window.
  const isBegun = is !== 'idle' || done > 0
  return (
    <FormDialog
      wide
      danger
      title={w.dialog(year)}
      action={w.action(counted(of - done))}
      onSubmit={() => start({ year, kinds: chosen.map((g) => g.kind), reason: reason.trim(), of })}
      onClose={is === 'idle' ? back : stop}
      dismiss={is === 'idle' ? undefined : w.stop}
      closed={is !== 'idle' ? w.running : of === 0 ? w.needKinds : reason.trim() === '' ? w.needReason : undefined}
      problem={act.problem}
    >
      <p className="caution">{w.warn}</p>
      <p className="ink2">{w.warnCopies(copiesKept)}</p>
      <fieldset className="field" disabled={isBegun}>
        <legend>{w.kinds}</legend>
        {groups.map((g) => (
          <Kind key={g.kind} of={g} isChosen={!left.includes(g.kind)} choose={(on) => setLeft(without(left, g, on))} />
        ))}
      </fieldset>
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
      <output className="ink2">
        {[progress, is === 'running' ? w.mayStop : is === 'stopping' ? w.stopping : ''].filter(Boolean).join(' ')}
      </output>
    </FormDialog>
  )
}

/** A destruction under way; it ends with its window too. */
function useDestruction(act: Act, ended: () => void) {
  const [is, setIs] = useState<'idle' | 'running' | 'stopping'>('idle')
  const [done, setDone] = useState(0)
  const [approved, setApproved] = useState(0)
  const isStopped = useRef(false)
  useEffect(() => {
    isStopped.current = false
    return () => void (isStopped.current = true)
  }, [])
  async function run(said: { year: number; kinds: string[]; reason: string; of: number }): Promise<void> {
    setIs('running')
    setApproved(said.of)
    const how = await destroyAll(act.run, { ...said, done }, { told: setDone, isStopped: () => isStopped.current })
    setIs('idle')
    if (how !== 'refused') ended()
  }
  return {
    is,
    done,
    approved,
    start: (said: Parameters<typeof run>[0]) => void run(said),
    stop() {
      isStopped.current = true
      setIs('stopping')
    },
  }
}

const without = (left: readonly string[], { kind }: Group, on: boolean): string[] =>
  on ? left.filter((k) => k !== kind) : [...left, kind]

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
