import { useState } from 'react'
import { classes, printedLabel } from '../../domain/queue/ticket.ts'
import { dayOf } from '../../domain/time.ts'
import type { LiveTicket } from '../../domain/views/view-queue.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { TextField } from '../common/field.tsx'
import { date, shortDay } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { useAct } from '../common/use-act.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { close } from './place.ts'

/** Closes a day, after saying what becomes of whom still waits; without the line that can be read, and no more. */
export function CloseDay({ view, day, now }: { view: OverviewView; day: string; now: number }) {
  const { closeDay: w, queueRules: rules, duties } = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const act = useAct()
  const isToday = day === dayOf(now)
  const [reason, setReason] = useState('')
  const { unheard } = view.closing
  const live = view.closing.live.filter((t) => t.day <= day)
  const keeping = view.closing.stillOpen.filter((c) => live.some((t) => isVisit(t) && t.counter?.id === c.id))
  const name = date(day, language)
  const submit = async () => {
    const without = unheard.length > 0 ? { without: unheard.map((c) => c.id), reason: reason.trim() } : {}
    if (await act.run({ type: 'closeDay', day, ...without })) close()
  }
  const isBusy = keeping.length > 0
  const isOffline = view.line.state === 'offline'
  const isUnnamed = unheard.length > 0 && reason.trim() === ''
  const waiting = live.filter((t) => t.state === 'waiting').length
  const { byClass } = view.queue
  const isAllOfToday = isToday && waiting === view.queue.waiting
  const waits = classes.filter((c) => isAllOfToday && byClass[c] > 0).map((c) => `${words.classes[c]} ${byClass[c]}`)
  return (
    <FormDialog
      danger
      title={w.title(name)}
      action={w.action(name)}
      onSubmit={() => void submit()}
      onClose={close}
      closed={isOffline ? duties.needsLine : isBusy ? w.busyShort : isUnnamed ? '' : undefined}
      problem={act.problem}
    >
      {isBusy && (
        <p className="caution">
          <WarningIcon />
          {w.busy(keeping.map((c) => words.counter(c.number)).join(', '))}
        </p>
      )}
      <ul className="what">
        <li>
          <b>{waiting > 0 ? w.waiting(waiting) : w.waitingNone}</b>
          {waits.length > 0 && <span className="meta"> {waits.join(' · ')}</span>}
        </li>
        {isToday && <li>{w.stops}</li>}
        <li>{w.keeps}</li>
        <li>{w.noUndo}</li>
      </ul>
      <LiveTickets live={live} today={dayOf(now)} />
      {unheard.length > 0 && (
        <>
          <p className="caution">
            <WarningIcon />
            <span>
              <b>{rules.unheard(unheard.map((c) => words.counter(c.number)).join(', '))}</b> {rules.unheardText}
            </span>
          </p>
          <TextField label={rules.unheardReason} value={reason} onChange={setReason} max={200} />
        </>
      )}
    </FormDialog>
  )
}

const isVisit = ({ state }: LiveTicket): boolean => state !== 'waiting' && state !== 'noShow'

const shownLive = 12

/** Every ticket that is still alive, and what becomes of it. */
function LiveTickets({ live, today }: { live: LiveTicket[]; today: string }) {
  const language = useLanguage()
  const { queueRules: w } = useSupervisorWords()
  const words = useWords()
  const becomes = (state: LiveTicket['state']): string =>
    state in w.becomes ? w.becomes[state as keyof typeof w.becomes] : ''
  return (
    <section>
      <h3 className="head">
        {w.live} {live.length > 0 && live.length}
      </h3>
      {live.length === 0 && <p className="meta">{w.liveNone}</p>}
      <ul className="live">
        {live.slice(0, shownLive).map((t) => (
          <li key={`${t.label ? printedLabel(t.label) : ''} ${t.since}`}>
            {t.day !== today && <span className="meta">{shortDay(t.day, language)} </span>}
            <b>{t.label ? printedLabel(t.label) : words.floor.withoutTicket}</b>{' '}
            {t.state === 'waiting' ? words.floor.waiting : words.visitStates[t.state]}
            {t.counter && ` · ${words.counter(t.counter.number)}`} <span className="meta">{becomes(t.state)}</span>
          </li>
        ))}
      </ul>
      {live.length > shownLive && <p className="meta">{w.more(live.length - shownLive)}</p>}
    </section>
  )
}
