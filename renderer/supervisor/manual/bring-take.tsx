import { useEffect, useRef, useState } from 'react'
import type { BroughtView } from '../../../domain/manual/brought.ts'
import type { OfferLine } from '../../../domain/manual/offer.ts'
import { Button } from '../../common/button.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { Problem } from '../../common/problem.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { sourceOf } from './bring-head.tsx'
import { keyOf, useBring } from './bring-state.ts'
import { go, showAmendment } from './place.ts'
import { useInto } from './use-into.ts'
import { useTake, type Taking } from './use-take.ts'

type Laid = Exclude<BroughtView, { is: 'wrong' }>
const fresh = 'new'

/** What is chosen goes into an amendment, which is reviewed and published like every other. */
export function BringTake({ view, isReading }: { view: Laid; isReading: boolean }) {
  const { bring: w } = useSupervisorWords()
  const { chosen, isSenderKnown } = useBring()
  const { drafts, into = fresh } = useInto()
  const [title, setTitle] = useState(() => sourceOf(view, w).slice(0, 100))
  const take = useTake()
  const bar = useRef<HTMLElement>(null)
  const isOver = take.state !== undefined && take.state.is !== 'going'
  // The stop button is gone then, and must not take the focus with it.
  useEffect(() => {
    if (isOver && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>('output button')?.focus()
  }, [isOver])
  const lines = linesFor(view, chosen)
  const isGoing = take.state?.is === 'going'
  const closed = closedFor()
  function closedFor(): string | undefined {
    if (isReading || isGoing) return ''
    if (lines.length === 0) return w.take.needChosen
    if (view.is === 'pack' && !view.pack.isOwn && !isSenderKnown) return w.pack.needChecked
    return into === fresh && title.trim() === '' ? w.take.needName : undefined
  }
  const run = () =>
    void take.run(
      into === fresh ? { title: title.trim() } : { amendment: into },
      lines,
      sourceOf(view, w).slice(0, 500),
    )
  useKeys({ 'Mod+Enter': closed === undefined ? run : undefined })
  return (
    <section ref={bar} className="manual-save" aria-label={w.take.bar}>
      <Select
        label={w.take.into}
        value={into}
        options={[
          ...drafts.map((a) => ({ value: a.amendment, label: a.title })),
          { value: fresh, label: w.take.fresh },
        ]}
        onChange={(value) => go({ target: value })}
      />
      {into === fresh ? <TextField label={w.take.name} value={title} onChange={setTitle} max={100} /> : <span />}
      <div className="row manual-save-acts">
        {isGoing && <Button onPress={take.stop}>{w.take.stop}</Button>}
        <Button look="primary" closed={closed} keyCap="Ctrl+Enter" onPress={run}>
          {w.take.action(lines.length)}
        </Button>
      </div>
      <Problem>{take.problem}</Problem>
      {take.state && <Progress state={take.state} />}
    </section>
  )
}

/** What is chosen in the order of the offer, with what must come along. */
function linesFor({ lines }: Laid, chosen: ReadonlySet<string>): OfferLine[] {
  const needed = new Set(lines.filter((l) => chosen.has(keyOf(l))).flatMap((l) => l.needs ?? []))
  return lines.filter((l) => chosen.has(keyOf(l)) || needed.has(l.part))
}

function Progress({ state }: { state: Taking }) {
  const { bring: w } = useSupervisorWords()
  if (state.is === 'going')
    return (
      <output className="row">
        <progress aria-label={w.take.bar} value={state.done} max={state.all} /> {w.take.going(state.done, state.all)}
      </output>
    )
  const { is, done, amendment } = state
  return (
    <output className="row">
      <span className={is === 'done' ? 'say ok' : 'say warn'}>
        {is === 'done' ? w.take.done(done) : w.take.stopped(done)}
      </span>
      <Button size="small" onPress={() => showAmendment(amendment)}>
        {w.take.show}
      </Button>
    </output>
  )
}
