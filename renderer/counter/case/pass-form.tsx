import { useState } from 'react'
import type { CaseView, CounterView, TileView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Select } from '../../common/field.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useMoment } from '../../common/use-moment.ts'
import { useWords, type Words } from '../../text/text.ts'
import { byPresence, isThere } from './pass-targets.ts'

type Props = { seen: CaseView; view: CounterView; onClose: () => void }

/** 인계: the case is the other counter's for good, so that none is chosen beforehand. */
export function PassForm({ seen, view, onClose }: Props) {
  const words = useWords()
  const { pass } = words.case
  const act = useAct()
  const [to, setTo] = useState<string>()
  const others = view.tiles.filter((t) => t.counter.id !== view.counter.id).toSorted(byPresence)
  const target = others.find((t) => t.counter.id === to)
  const submit = async () => {
    if (to !== undefined && (await act.run({ type: 'passCase', case: seen.case, to }))) onClose()
  }
  return (
    <FormDialog
      title={pass.title}
      onClose={onClose}
      problem={act.problem}
      closed={to === undefined ? '' : undefined}
      action={target ? pass.done(words.counter(target.counter.number)) : pass.doneNone}
      onSubmit={() => void submit()}
    >
      <p>{pass.text}</p>
      <Select
        label={pass.to}
        hint={<Hint view={view} target={target} />}
        value={to}
        onChange={setTo}
        options={others.map((t) => ({ value: t.counter.id, label: nameOf(t, words) }))}
      />
    </FormDialog>
  )
}

/** A counter with its team, and who is there or why nobody is. */
function nameOf(tile: TileView, words: Words): string {
  const { counter, clerk, paused, state } = tile
  const there = state === 'closed' ? words.tileStates.closed : (clerk ?? '')
  const why = tile.connected === false ? words.case.pass.cutOff : paused && words.pauseReasons[paused]
  return [words.counter(counter.number), counter.team, there, ...(why === undefined ? [] : [why])].join(' · ')
}

/** That nobody is at the chosen counter, and that this PC knows it no better than before its line was cut. */
function Hint({ view: { line }, target }: { view: CounterView; target: TileView | undefined }) {
  const { pass } = useWords().case
  const moment = useMoment()
  const nobody = target && !isThere(target) && (
    <Say tone="warn" icon={WarningIcon}>
      {pass.nobody}
    </Say>
  )
  return (
    <>
      {nobody} {line.state === 'offline' && pass.asOf(moment(line.since))}
    </>
  )
}
