import { printedLabel } from '../../../domain/queue/ticket.ts'
import type { HeldElsewhere } from '../../../domain/views/view-queue.ts'
import type { CounterView, VisitView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { clock, duration, minutesBetween } from '../../common/format.ts'
import { ClockIcon } from '../../common/icons.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { Tag } from '../../common/tag.tsx'
import { useAct, type Act } from '../../common/use-act.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'

const isOver = (visit: VisitView, now: number): boolean => visit.heldUntil !== undefined && visit.heldUntil <= now

/** Visits on hold at this counter, each to be taken up again; one whose time is up says so. */
export function Held({ view }: { view: CounterView }) {
  const { floor } = useWords()
  const now = useNow(5000)
  const act = useAct()
  if (view.held.length === 0) return null
  return (
    <section className="block" aria-labelledby="held">
      <h2 className="head" id="held">
        {floor.held}
      </h2>
      <Over visits={view.held.filter((v) => isOver(v, now))} />
      <ul className="lines">
        {view.held.map((v) => (
          <HeldLine key={v.visit} visit={v} now={now}>
            <Button
              size="small"
              closed={view.visit ? '' : undefined}
              onPress={() => void act.run({ type: 'resumeVisit', visit: v.visit })}
            >
              {floor.resume}
            </Button>
          </HeldLine>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </section>
  )
}

/** Said aloud as well when it becomes so, whatever the clerk is doing. */
function Over({ visits }: { visits: VisitView[] }) {
  const { queue: w, floor } = useWords()
  return (
    <p role="status" className={visits.length > 0 ? 'over-hold' : 'unseen'}>
      {visits.length > 0 && (
        <>
          <ClockIcon /> <b>{w.overTitle}</b>{' '}
          {visits
            .map((v) => w.overText(v.label ? printedLabel(v.label) : floor.withoutTicket, clock(v.heldUntil ?? 0)))
            .join(', ')}
        </>
      )}
    </p>
  )
}

/** Visits on hold at other counters: whoever is free goes on with them. */
export function HeldOthers({ view }: { view: CounterView }) {
  const { queue: w } = useWords()
  const now = useNow(15_000)
  const act = useAct()
  if (view.heldElsewhere.length === 0) return null
  return (
    <section className="block" aria-labelledby="held-elsewhere">
      <h2 className="head" id="held-elsewhere">
        {w.elsewhere}
      </h2>
      <ul className="lines">
        {view.heldElsewhere.map((v) => (
          <HeldLine key={v.visit} visit={v} at={v.at} now={now}>
            <TakeOver view={view} visit={v} act={act} />
          </HeldLine>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </section>
  )
}

function TakeOver({ view, visit, act }: { view: CounterView; visit: HeldElsewhere; act: Act }) {
  const { queue: w, floor } = useWords()
  const label = visit.label ? printedLabel(visit.label) : floor.withoutTicket
  return (
    <Button
      size="small"
      label={`${label} ${w.takeOver}`}
      closed={view.visit || view.paused ? '' : undefined}
      onPress={() => void act.run({ type: 'takeOverVisit', visit: newId(), held: visit.visit })}
    >
      {w.takeOver}
    </Button>
  )
}

type LineProps = {
  visit: VisitView
  at?: HeldElsewhere['at']
  now: number
  children: React.ReactNode
}

function HeldLine({ visit, at, now, children }: LineProps) {
  const words = useWords()
  const language = useLanguage()
  const why = visit.holdReason && words.holdReasons[visit.holdReason]
  return (
    <li className="wrap">
      <b className="label">{visit.label ? printedLabel(visit.label) : words.floor.withoutTicket}</b>
      {isOver(visit, now) && <Tag tone="warn">{words.queue.over}</Tag>}
      <span className="last ink2">{visit.heldAt && duration(minutesBetween(visit.heldAt, now), language)}</span>
      {children}
      <span className="meta full">{[at && words.counter(at.number), why].filter(Boolean).join(' · ')}</span>
    </li>
  )
}
