import { useState } from 'react'
import { accessKinds, type AccessKind } from '../../../domain/people/access-kinds.ts'
import { countedActs } from '../../../domain/people/access-stretches.ts'
import { addDays, dayOf } from '../../../domain/time.ts'
import type { AccessesAsked, AccessesView } from '../../../domain/views/view-accesses.ts'
import { Button } from '../../common/button.tsx'
import { Select, TextField, Tick } from '../../common/field.tsx'
import { moment, monthName } from '../../common/format.ts'
import { CheckIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { AccessTable } from './access-table.tsx'
import { openWindow, useAdmin } from './place.ts'
import { useAccesses } from './use-accesses.ts'
import { useMachineNames } from './use-machine-name.ts'

/** How many months back can be chosen: two years and the one that runs. */
const months = 25

/** How often the list is asked for again: a month of a large hall is too much to follow every change of. */
const rhythm = 30_000

/** 접속기록: who read or did what, whose, when and where, month by month, with what is to be looked at. */
export function Accesses() {
  const { access: w } = useSupervisorWords()
  const now = useNow(rhythm)
  const [asked, ask] = useState<AccessesAsked>(() => ({ month: dayOf(now).slice(0, 7) }))
  const times = useAdmin((s) => s.times)
  // A month that is over is looked through once, and so are the acts of whom or what is chosen.
  const follows = asked.month === dayOf(now).slice(0, 7) && !isChosen(asked)
  const { state, view: shown, isLooking } = useAccesses(asked, times + (follows ? Math.floor(now / rhythm) : 0))
  if (!shown) return <p className="opening">{state === 'asking' ? w.asking : w.notHere}</p>
  return (
    <Panel
      title={w.title(asked.month)}
      note={<Reviewed view={shown} />}
      className="admin-panel"
      end={<Acts asked={asked} />}
    >
      <Filters asked={asked} onAsk={ask} view={shown} now={now} />
      <p className="meta admin-note" role="status">
        {isLooking ? w.looking : <Count view={shown} />}
      </p>
      <AccessTable view={shown} />
      <p className="meta admin-note">{w.kept}</p>
    </Panel>
  )
}

const isChosen = ({ kind, person, machine, receipt }: AccessesAsked): boolean =>
  kind === 'acted' && (person ?? machine ?? receipt) !== undefined

function Count({ view: { total, orMore = false, unusual, lines } }: { view: AccessesView }) {
  const { access: w } = useSupervisorWords()
  const isLess = orMore || total > lines.length
  return `${w.count(total, orMore, unusual, unusual >= countedActs)} ${isLess ? w.more(lines.length) : ''}`
}

function Acts({ asked }: { asked: AccessesAsked }) {
  const { access: w } = useSupervisorWords()
  const now = useNow(60_000)
  const { month } = asked
  return (
    <span className="row">
      <Button
        size="small"
        onPress={() => openWindow({ of: 'reviewAccesses', month })}
        closed={month >= dayOf(now).slice(0, 7) ? w.stillRuns : undefined}
      >
        {w.review}
      </Button>
      <Button size="small" onPress={() => openWindow({ of: 'exportAccesses', month })}>
        {w.export}
      </Button>
    </span>
  )
}

function Reviewed({ view: { reviewed } }: { view: AccessesView }) {
  const { access: w } = useSupervisorWords()
  const language = useLanguage()
  const now = useNow(60_000)
  if (!reviewed) return <span>{w.notReviewed}</span>
  return (
    <span>
      <Say tone="ok" icon={CheckIcon}>
        {w.reviewed(reviewed.clerk, moment(reviewed.at, now, language))}
      </Say>{' '}
      {reviewed.finding}
    </span>
  )
}

type FilterProps = { asked: AccessesAsked; onAsk: (asked: AccessesAsked) => void; view: AccessesView; now: number }

function Filters({ asked, onAsk, view, now }: FilterProps) {
  const { access: w } = useSupervisorWords()
  const language = useLanguage()
  const nameOf = useMachineNames()
  const change = (more: Partial<AccessesAsked>) => {
    const { month, ...rest } = { ...asked, ...more }
    onAsk({ month, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)) })
  }
  const all = { value: '', label: w.all }
  return (
    <form className="span" aria-label={w.filters} onSubmit={(e) => e.preventDefault()}>
      <Select
        label={w.month}
        value={asked.month}
        options={monthsUntil(now).map((value) => ({ value, label: monthName(value, language) }))}
        onChange={(month) => change({ month })}
      />
      <Select
        label={w.person}
        value={asked.person ?? ''}
        options={[all, ...view.people.map((p) => ({ value: p.id, label: p.name }))]}
        onChange={(person) => change({ person })}
      />
      <Select
        label={w.machine}
        value={asked.machine ?? ''}
        options={[all, ...view.machines.map((value) => ({ value, label: nameOf(value) }))]}
        onChange={(machine) => change({ machine })}
      />
      <Select<AccessKind | ''>
        label={w.kind}
        value={asked.kind ?? ''}
        options={[{ value: '', label: w.allKinds }, ...accessKinds.map((value) => ({ value, label: w.kinds[value] }))]}
        onChange={(kind) => change({ kind: kind === '' ? undefined : kind })}
      />
      <TextField
        label={w.receipt}
        placeholder={w.receiptHint}
        value={asked.receipt ?? ''}
        onChange={(receipt) => change({ receipt: receipt.trim() })}
        max={20}
      />
      <Tick label={w.unusualOnly} value={asked.unusual ?? false} onChange={(unusual) => change({ unusual })} />
    </form>
  )
}

/** The month that runs and those before it. */
function monthsUntil(now: number): string[] {
  const list: string[] = []
  for (let day = dayOf(now); list.length < months; day = addDays(`${day.slice(0, 7)}-01`, -1))
    list.push(day.slice(0, 7))
  return list
}
