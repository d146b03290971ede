import { useState } from 'react'
import { mostLines, shownLines, spanRefusal, type Which } from '../../domain/register/register-export.ts'
import { dayOf, isDay } from '../../domain/time.ts'
import type { RegisterView } from '../../domain/views/view-register.ts'
import { Button } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { Select, TextField } from '../common/field.tsx'
import { useAsked } from '../common/use-asked.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { CloseButton } from './close-button.tsx'
import { close, open, type RegisterSpan } from './place.ts'
import { Exports } from './register-exports.tsx'
import { RegisterTable } from './register-table.tsx'

/** From the first of this month until today. */
const thisMonth = (now: number): RegisterSpan => ({
  first: `${dayOf(now).slice(0, 7)}-01`,
  last: dayOf(now),
  which: 'petitions',
})

/** 민원 처리부: what was received between two days, in order of receipt, and the way to a file of it. */
export function Register({ span, now }: { span: RegisterSpan | undefined; now: number }) {
  const { register: w } = useSupervisorWords()
  const [asked, ask] = useState<Choice>(() => ({ span: span ?? thisMonth(now), receipt: '' }))
  const [times, setTimes] = useState(0)
  const show = (next: Choice) => {
    ask(next)
    setTimes(times + 1)
  }
  return (
    <Dialog wide="whole" title={w.title} onClose={close}>
      <Choose asked={asked.span} onShow={show} />
      <Lines key={times} asked={asked} />
      <Exports />
      <CloseButton />
    </Dialog>
  )
}

/** The span, and the end of a receipt number or nothing. */
type Choice = { span: RegisterSpan; receipt: string }

function Choose({ asked, onShow }: { asked: RegisterSpan; onShow: (choice: Choice) => void }) {
  const { register: w } = useSupervisorWords()
  const [first, setFirst] = useState(asked.first)
  const [last, setLast] = useState(asked.last)
  const [which, setWhich] = useState<Which>(asked.which)
  const [receipt, setReceipt] = useState('')
  const isSound = isDay(first) && isDay(last) && spanRefusal(first, last) === undefined
  const span = { first, last, which }
  const options = (['petitions', 'objections'] as const).map((value) => ({ value, label: w.whiches[value] }))
  return (
    <form
      className="span"
      onSubmit={(e) => {
        e.preventDefault()
        if (isSound) onShow({ span, receipt: receipt.trim() })
      }}
    >
      <TextField label={w.first} value={first} onChange={setFirst} max={10} />
      <TextField label={w.last} value={last} onChange={setLast} max={10} />
      <Select label={w.which} value={which} options={options} onChange={setWhich} />
      <TextField label={w.receipt} placeholder={w.receiptHint} value={receipt} onChange={setReceipt} max={20} />
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

/** The first lines, and more of them by a press; those that are shown stay while more are asked for. */
function Lines({ asked: { span, receipt } }: { asked: Choice }) {
  const { register: w } = useSupervisorWords()
  const [limit, setLimit] = useState(shownLines)
  const { state, view } = useAsked({ of: 'register', ...span, ...(receipt === '' ? { limit } : { receipt }) })
  const [last, setLast] = useState<RegisterView>()
  if (view && view !== last) setLast(view)
  const shown = view ?? (state === 'asking' ? last : undefined)
  if (!shown)
    return state === 'asking' ? <output className="ink2">{w.asking}</output> : <p className="caution">{w.failed}</p>
  if (shown.total === 0) return <p className="ink2">{receipt === '' ? w.none : w.noneNumbered}</p>
  const { rows, total } = shown
  const isLess = total > rows.length
  return (
    <>
      <p className="meta" role="status">
        {w.count(total)} · {w.masked}
        {isLess && ` ${w.more(rows.length, total)}`}
      </p>
      <RegisterTable view={shown} />
      {(isLess || limit > shownLines) && (
        <p>
          <Button
            size="small"
            onPress={() => setLimit(limit + shownLines)}
            closed={isLess && limit < mostLines ? undefined : ''}
          >
            {isLess ? w.showMore(Math.min(shownLines, total - rows.length)) : w.allShown}
          </Button>
        </p>
      )}
    </>
  )
}
