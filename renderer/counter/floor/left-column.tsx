import { printedLabel } from '../../../domain/queue/ticket.ts'
import type { CounterView, VisitView } from '../../../domain/views/views.ts'
import { clock, duration, minutesBetween } from '../../common/format.ts'
import { DotIcon, PauseIcon, RingIcon, SpeakerIcon } from '../../common/icons.tsx'
import { Tag } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords, type Words } from '../../text/text.ts'
import { whyNoCall } from './call-key.ts'
import { FloorActs } from './floor-acts.tsx'
import { Held, HeldOthers } from './held.tsx'
import { InterviewLine } from './interview.tsx'
import { Missing, Next, Waiting } from './queue.tsx'

/** The visitor of this counter, what may be done with them, and who waits. */
export function LeftColumn({ view }: { view: CounterView }) {
  const words = useWords()
  const isOffline = view.line.state === 'offline'
  return (
    <aside className="left" aria-label={words.floor.mine}>
      <section className="block ticket" aria-live="polite">
        <div className="row between">
          <h2 className="head">{words.floor.mine}</h2>
          <VisitState view={view} />
        </div>
        {view.visit ? <AtCounter visit={view.visit} isOffline={isOffline} /> : <Nobody view={view} />}
      </section>
      <FloorActs view={view} />
      <Held view={view} />
      <Waiting view={view} />
      {!isOffline && <Missing view={view} />}
      {!isOffline && <Next view={view} />}
      {!isOffline && <HeldOthers view={view} />}
    </aside>
  )
}

function VisitState({ view }: { view: CounterView }) {
  const words = useWords()
  if (view.visit?.state === 'serving')
    return (
      <Tag tone="accent" icon={DotIcon}>
        {words.visitStates.serving}
      </Tag>
    )
  if (view.visit)
    return (
      <Tag tone="accent" icon={SpeakerIcon}>
        {words.visitStates[view.visit.state]}
      </Tag>
    )
  if (view.paused)
    return (
      <Tag tone="warn" icon={PauseIcon}>
        {words.pauseReasons[view.paused]}
      </Tag>
    )
  return <Tag icon={RingIcon}>{words.floor.empty}</Tag>
}

function AtCounter({ visit, isOffline }: { visit: VisitView; isOffline: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(5000)
  const { floor } = words
  const since = visit.cameAt ?? visit.begunAt
  const begun = visit.begun === 'called' ? floor.called : visit.begun === 'taken' ? floor.taken : floor.begun
  const parts = [
    begun(clock(visit.begunAt)),
    ...(visit.begun === 'takenOver' ? [words.queue.continued] : []),
    ...(visit.waitedMinutes === undefined ? [] : [floor.waited(duration(visit.waitedMinutes, language))]),
    ...(visit.recalls > 0 ? [floor.recalled(visit.recalls)] : []),
  ]
  return (
    <>
      {visit.label ? (
        <p className="number">
          <small>{visit.label.series}</small>
          {printedLabel(visit.label).slice(2)}
        </p>
      ) : (
        <p className="number none">{floor.withoutTicket}</p>
      )}
      <p className="row between">
        <span className="meta">{parts.join(' · ')}</span>
        <b className="nowrap" role="timer" aria-live="off">
          {floor.running(duration(minutesBetween(since, now), language))}
        </b>
      </p>
      <WhyFirst visit={visit} />
      {isOffline && visit.state === 'called' && <p className="say warn">{words.queue.noBoard}</p>}
      <InterviewLine visit={visit} now={now} />
    </>
  )
}

/** 왜 이 번호가 먼저인가. */
function WhyFirst({ visit }: { visit: VisitView }) {
  const { queue: w } = useWords()
  const { why } = visit
  if (!why) return null
  const said = typeof why === 'string' ? w.first[why] : w.outOfOrder(w.callReasons[why.outOfOrder])
  return <p className="meta">{w.firstBecause(said)}</p>
}

/** When the last visitor came; of one who never did, when they were called. */
function howItWent({ state, cameAt, begunAt }: VisitView, { begun, called, noShow }: Words['floor']): string {
  if (cameAt !== undefined) return begun(clock(cameAt))
  return [called(clock(begunAt)), ...(state === 'noShow' ? [noShow] : [])].join(' · ')
}

function Nobody({ view }: { view: CounterView }) {
  const { floor } = useWords()
  const last = view.lastVisit
  const label = last?.label ? printedLabel(last.label) : floor.withoutTicket
  return (
    <>
      <p>
        {floor.noVisit} {whyNoCall(view) === undefined && floor.press('F2')}
      </p>
      {last && <p className="meta">{floor.last(label, howItWent(last, floor))}</p>}
    </>
  )
}
