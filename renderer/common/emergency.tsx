import { useState } from 'react'
import type { BellView, EmergencyView } from '../../domain/views/view-bell.ts'
import { mayBeMisaimed, useWords } from '../text/text.ts'
import { Button } from './button.tsx'
import { FormDialog } from './dialog.tsx'
import './emergency.css'
import { TextField } from './field.tsx'
import { clock } from './format.ts'
import { WarningIcon } from './icons.tsx'
import { newId } from './new-id.ts'
import { Problem } from './problem.tsx'
import { useView } from './store.ts'
import { useAct } from './use-act.ts'
import { useAlarm } from './use-alarm.ts'
import { useKeys } from './use-keys.ts'

/** The key of the bell: no single letter, and nothing else lies near it. */
export const bellKey = 'Ctrl+F12'

/** 비상벨: loud at everybody else's screen, a small sign at the one that rang, and the key that rings it from everywhere. */
export function Bell() {
  const view = useView({ of: 'bell' })
  const act = useAct()
  useKeys({ 'Mod+F12': () => void act.run({ type: 'callEmergency', call: newId() }) }, 'always')
  const ringing = (view?.bells ?? []).filter((b) => !b.ended)
  useAlarm((view?.sounds ?? false) && ringing.some((b) => !b.mine && b.answered.length === 0))
  if (!view) return null
  return (
    <>
      <Problem>{act.problem}</Problem>
      {ringing.map((bell) =>
        bell.mine ? <Sign key={bell.call} bell={bell} view={view} /> : <Ring key={bell.call} bell={bell} />,
      )}
    </>
  )
}

/** The button that rings as the key does; not for a click that was meant for what stood there before the language changed. */
export function BellButton() {
  const { bell: w } = useWords()
  const act = useAct()
  return (
    <Button
      size="small"
      look="quiet"
      label={`${w.ring} ${bellKey}`}
      reason={w.ringHint}
      onPress={(clicks) => {
        if (!mayBeMisaimed(clicks)) void act.run({ type: 'callEmergency', call: newId() })
      }}
    >
      <span className="row">
        <WarningIcon /> {w.ring}
      </span>
    </Button>
  )
}

const placeOf = (where: Pick<EmergencyView, 'counter' | 'machine'>, counter: (n: number) => string): string =>
  where.counter.number > 0 ? counter(where.counter.number) : where.machine

/** Who has answered, in the order of their answers. */
function useAnswers(bell: EmergencyView): string {
  const { bell: w, counter } = useWords()
  if (bell.answered.length === 0) return w.nobody
  return w.answered(bell.answered.map((a) => `${a.clerk || placeOf(a, counter)} ${clock(a.at)}`).join(', '))
}

function Ring({ bell }: { bell: EmergencyView }) {
  const { bell: w, counter } = useWords()
  const act = useAct()
  const [isEnding, setEnding] = useState(false)
  const answers = useAnswers(bell)
  return (
    <section className="bell" role="alert" aria-label={w.title}>
      <WarningIcon />
      <p>
        <b className="where">
          {w.title} · {placeOf(bell, counter)}
        </b>{' '}
        {clock(bell.at)} {bell.clerk} · {answers} <Problem>{act.problem}</Problem>
      </p>
      {!bell.answeredHere && (
        <Button onPress={() => void act.run({ type: 'answerEmergency', call: bell.call })}>{w.answer}</Button>
      )}
      <Button onPress={() => setEnding(true)}>{w.end}</Button>
      {isEnding && <EndForm bell={bell} onClose={() => setEnding(false)} />}
    </section>
  )
}

function Sign({ bell, view }: { bell: EmergencyView; view: BellView }) {
  const { bell: w } = useWords()
  const [isEnding, setEnding] = useState(false)
  const answers = useAnswers(bell)
  const phones = view.phones.map((p) => `${p.name} ${p.phone}`).join(' · ')
  return (
    <output className="bell-sign">
      <p>{view.isOnline ? `${w.sent(clock(bell.at))} · ${answers}` : w.notSent(phones)}</p>
      <Button size="small" look="quiet" onPress={() => setEnding(true)}>
        {w.end}
      </Button>
      {isEnding && <EndForm bell={bell} onClose={() => setEnding(false)} />}
    </output>
  )
}

function EndForm({ bell, onClose }: { bell: EmergencyView; onClose: () => void }) {
  const { bell: w } = useWords()
  const act = useAct()
  const [done, setDone] = useState('')
  const submit = async () => {
    if (await act.run({ type: 'endEmergency', call: bell.call, done: done.trim() })) onClose()
  }
  return (
    <FormDialog
      title={w.endTitle}
      action={w.endAction}
      onClose={onClose}
      onSubmit={() => void submit()}
      closed={done.trim() === '' ? '' : undefined}
      problem={act.problem}
    >
      <TextField label={w.done} hint={w.doneHint} rows={3} max={500} value={done} onChange={setDone} />
    </FormDialog>
  )
}
