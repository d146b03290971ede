import { useState } from 'react'
import { dayOf } from '../../domain/time.ts'
import { spanRefusal, type Which } from '../../domain/register-export.ts'
import type { RegisterView } from '../../domain/view-register.ts'
import { Button } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { Select, TextField } from '../common/field.tsx'
import { useAsked, type Asked } from '../common/use-asked.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { CloseButton } from './close-button.tsx'
import { isDay } from './day-field.ts'
import { close, open, type RegisterSpan } from './place.ts'
import { Exports } from './register-exports.tsx'
import { RegisterTable } from './register-table.tsx'

/** From the first of this month until today. */
const thisMonth = (now: number): RegisterSpan => ({
  ...{ first: `${dayOf(now).slice(0, 7)}-01`, last: dayOf(now), which: 'petitions' },
})

/** 민원 처리부: what was received between two days, in order of receipt, and the way to a file of it. */
export function Register({ span, now }: { span: RegisterSpan | undefined; now: number }) {
  const { register: w } = useSupervisorWords()
  const [asked, ask] = useState<RegisterSpan>(() => span ?? thisMonth(now))
  const [times, setTimes] = useState(0)
  const answer = useAsked({ of: 'register', ...asked }, times)
  const show = (next: RegisterSpan) => {
    ask(next)
    setTimes(times + 1)
  }
  return (
    <Dialog wide="whole" title={w.title} onClose={close}>
      <Choose asked={asked} onShow={show} />
      <Answer answer={answer} />
      <Exports />
      <CloseButton />
    </Dialog>
  )
}

function Choose({ asked, onShow }: { asked: RegisterSpan; onShow: (span: RegisterSpan) => void }) {
  const { register: w } = useSupervisorWords()
  const [first, setFirst] = useState(asked.first)
  const [last, setLast] = useState(asked.last)
  const [which, setWhich] = useState<Which>(asked.which)
  const isSound = isDay(first) && isDay(last) && spanRefusal(first, last) === undefined
  const span = { first, last, which }
  const options = (['petitions', 'objections'] as const).map((value) => ({ value, label: w.whiches[value] }))
  return (
    <form
      className="span"
      onSubmit={(e) => {
        e.preventDefault()
        if (isSound) onShow(span)
      }}
    >
      <TextField label={w.first} value={first} onChange={setFirst} max={10} />
      <TextField label={w.last} value={last} onChange={setLast} max={10} />
      <Select label={w.which} value={which} options={options} onChange={setWhich} />
      <Button type="submit" onPress={() => {}} closed={isSound ? undefined : ''}>
        {w.show}
      </Button>
      <span className="grow" />
      <Button onPress={() => open({ of: 'exportRegister', span })} closed={isSound ? undefined : ''}>
        {w.export}
      </Button>
      {!isSound && (
        <p role="alert" className="problem span-problem">
          {w.badSpan}
        </p>
      )}
    </form>
  )
}

function Answer({ answer }: { answer: Asked<RegisterView | undefined> }) {
  const { register: w } = useSupervisorWords()
  const { state, view } = answer
  if (state === 'asking') return <output className="ink2">{w.asking}</output>
  if (!view) return <p className="caution">{w.failed}</p>
  if (view.total === 0) return <p className="ink2">{w.none}</p>
  return (
    <>
      <p className="meta" role="status">
        {w.count(view.total)} · {w.masked}
        {view.total > view.rows.length && ` ${w.more(view.rows.length, view.total)}`}
      </p>
      <RegisterTable view={view} />
    </>
  )
}
