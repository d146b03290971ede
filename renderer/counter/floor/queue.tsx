import { useState } from 'react'
import { decidedBy } from '../../../domain/decided-by.ts'
import { classes, printedLabel } from '../../../domain/queue/ticket.ts'
import type { CounterView, QueueView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { clock, duration, minutesBetween } from '../../common/format.ts'
import { ClockIcon } from '../../common/icons.tsx'
import { Problem } from '../../common/problem.tsx'
import { Say, Tag } from '../../common/tag.tsx'
import { UnprintedLine } from '../../common/unprinted.tsx'
import { useAct, type Act } from '../../common/use-act.ts'
import { useMoment } from '../../common/use-moment.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { callThis } from '../place.ts'

/** How many wait, by class; without the line, only the last figure with its time. */
export function Waiting({ view }: { view: CounterView }) {
  const { floor, classes: names } = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  const { queue, line } = view
  if (line.state === 'offline') return <Stale count={queue.waiting} since={line.since} />
  return (
    <section className="block" aria-labelledby="waiting">
      <div className="row between">
        <h2 className="head" id="waiting">
          {floor.waiting}
        </h2>
        <span>
          <span className="big">{queue.waiting}</span>
          {floor.people(queue.waiting)}
        </span>
      </div>
      <ul className="lines">
        {classes.map((c) => (
          <li key={c}>
            {names[c]} <b className="last">{queue.byClass[c]}</b>
          </li>
        ))}
        {queue.longest && (
          <li className="ruled">
            {floor.longest} <span className="meta">{printedLabel(queue.longest.label)}</span>
            <b className="last">{duration(minutesBetween(queue.longest.since, now), language)}</b>
          </li>
        )}
        <EstimateLine queue={queue} />
      </ul>
      <UnprintedLine queue={queue} />
    </section>
  )
}

/** What a visitor who takes a ticket now is told, and how near that was today. */
function EstimateLine({ queue: { estimates, accuracy } }: { queue: QueueView }) {
  const { queue: w } = useWords()
  if (!estimates.ordinary) return null
  return (
    <li className="ruled wrap">
      <span>{w.estimate}</span>
      <b className="last nowrap">{w.minutes(estimates.ordinary)}</b>
      <span className="meta full">{accuracy ? w.accuracy(accuracy) : w.noAccuracy}</span>
    </li>
  )
}

function Stale({ count, since }: { count: number; since: number }) {
  const { floor } = useWords()
  const moment = useMoment()
  return (
    <section className="block" aria-labelledby="waiting">
      <div className="row between">
        <h2 className="head" id="waiting">
          {floor.waiting}
        </h2>
        <Say tone="warn" icon={ClockIcon}>
          {floor.asOf(moment(since))}
        </Say>
      </div>
      <p className="meta spaced">{floor.stale(count)}</p>
      <p className="ink2">{floor.staleNext}</p>
    </section>
  )
}

/** The next tickets in their order. */
export function Next({ view }: { view: CounterView }) {
  const { queue, callsOutOfOrder, closedActs } = view
  const { queue: w } = useWords()
  const { floor, classes: names } = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  return (
    <section className="block" aria-labelledby="next">
      <h2 className="head" id="next">
        {floor.next}
      </h2>
      {queue.next.length === 0 && <p className="meta">{floor.nobodyWaits}</p>}
      <ol className="lines next">
        {queue.next.map((t, i) => (
          <li key={t.ticket}>
            <b className="label">{printedLabel(t.label)}</b>
            <span className="meta cut">{names[t.class]}</span>
            {t.cameBack && <Tag>{floor.cameBack}</Tag>}
            <span className="last ink2">{duration(minutesBetween(t.since, now), language)}</span>
            {callsOutOfOrder && i > 0 && closedActs.callNext === undefined && (
              <Button
                size="small"
                look="quiet"
                label={`${printedLabel(t.label)} ${w.callThis}`}
                onPress={() => callThis(t.label)}
              >
                {w.callThis}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Numbers whose visitors did not come, to be put back when they do; where one then stands is said. */
export function Missing({ view }: { view: CounterView }) {
  const { floor } = useWords()
  const act = useAct()
  const needsLine = decidedBy.bringBack === 'hall' && view.line.state === 'offline'
  const [asked, setAsked] = useState<{ ticket: string; visit: string | undefined }>()
  const visit = view.visit?.visit
  // The next visitor is another matter.
  if (asked && asked.visit !== visit) setAsked(undefined)
  const returned = asked && view.queue.returned.find((t) => t.ticket === asked?.ticket)
  const bringBack = async (ticket: string) => {
    if (await act.run({ type: 'bringBack', ticket })) setAsked({ ticket, visit })
  }
  return (
    <>
      <p role="status" className={returned ? 'block' : 'unseen'}>
        {returned && floor.broughtBack(printedLabel(returned.label), returned.ahead)}
      </p>
      {view.queue.missing.length > 0 && <MissingList view={view} needsLine={needsLine} act={act} onBack={bringBack} />}
    </>
  )
}

type MissingProps = { view: CounterView; needsLine: boolean; act: Act; onBack: (ticket: string) => Promise<void> }

function MissingList({ view, needsLine, act, onBack }: MissingProps) {
  const { floor } = useWords()
  return (
    <section className="block" aria-labelledby="missing">
      <h2 className="head" id="missing">
        {floor.missing}
      </h2>
      <ul className="lines">
        {view.queue.missing.map((t) => (
          <li key={t.ticket}>
            <b className="label">{printedLabel(t.label)}</b>
            <span className="meta">{clock(t.at)}</span>
            <span className="last" />
            <Button
              size="small"
              closed={needsLine ? floor.needsLine : undefined}
              label={`${printedLabel(t.label)} ${floor.bringBack}`}
              onPress={() => void onBack(t.ticket)}
            >
              {floor.bringBack}
            </Button>
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </section>
  )
}
