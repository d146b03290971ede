import { classes, printedLabel } from '../../domain/queue/ticket.ts'
import type { HeldLine, QueueView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { clock, duration, minutesBetween } from '../common/format.ts'
import { Panel } from '../common/panel.tsx'
import { Problem } from '../common/problem.tsx'
import { Tag } from '../common/tag.tsx'
import { UnprintedLine } from '../common/unprinted.tsx'
import { useAct } from '../common/use-act.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords, type Language } from '../text/text.ts'
import { open } from './place.ts'
import { IssueState } from './stop-issue.tsx'

/** How many wait in each class, in the order in which they are called. */
export function WaitingByClass({ queue, now, isOffline }: { queue: QueueView; now: number; isOffline: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const { queue: w, queueRules, accuracy } = useSupervisorWords()
  const ways = (
    <span className="row">
      <Button size="small" look="quiet" onPress={() => open({ of: 'accuracy' })}>
        {accuracy.open}
      </Button>
      <Button size="small" look="quiet" label={queueRules.openLabel} onPress={() => open({ of: 'queueRules' })}>
        {queueRules.open}
      </Button>
    </span>
  )
  return (
    <Panel title={w.title} end={ways}>
      <dl className="by-class">
        {classes.map((c) => (
          <div key={c}>
            <dt>{words.classes[c]}</dt>
            <dd>
              <Longest since={queue.longestByClass[c]} now={now} language={language} /> {queue.byClass[c]}
            </dd>
          </div>
        ))}
      </dl>
      <EstimateLines queue={queue} />
      <UnprintedLine queue={queue} />
      <IssueState queue={queue} isOffline={isOffline} />
    </Panel>
  )
}

/** 공평: how long the first of a class has waited already. */
function Longest({ since, now, language }: { since: number | undefined; now: number; language: Language }) {
  const { queue: w } = useWords()
  if (since === undefined) return null
  return <small className="meta">{w.longest(duration(minutesBetween(since, now), language))}</small>
}

/** What visitors of each class are told now, and how near the estimates of today were. */
function EstimateLines({ queue: { estimates, accuracy } }: { queue: QueueView }) {
  const { queue: w, classes: names } = useWords()
  const said = (['priority', 'ordinary'] as const).flatMap((c) => {
    const estimate = estimates[c]
    return estimate ? [`${names[c]} ${w.minutes(estimate)}`] : []
  })
  if (said.length === 0) return null
  return (
    <p className="meta estimates">
      {w.estimate} <b>{said.join(' · ')}</b>
      <br />
      {accuracy ? w.accuracy(accuracy) : w.noAccuracy}
    </p>
  )
}

/** The next tickets; one that should not be called is cancelled here, by the hall alone. */
export function NextTickets({ queue, now, isOffline }: { queue: QueueView; now: number; isOffline: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const { queue: w, duties } = useSupervisorWords()
  return (
    <Panel title={w.next}>
      {queue.next.length === 0 && <p className="empty">{w.none}</p>}
      <ul className="lines">
        {queue.next.map((t) => (
          <li key={t.ticket}>
            <b className="ticket">{printedLabel(t.label)}</b>
            <span className="row grow">
              <span className="meta cut">
                {words.classes[t.class]} · {duration(minutesBetween(t.since, now), language)}
              </span>
              {t.cameBack && <Tag tone="plain">{w.cameBack}</Tag>}
            </span>
            <Button
              size="small"
              label={w.cancelLabel(printedLabel(t.label))}
              closed={isOffline ? '' : undefined}
              reason={duties.needsLine}
              onPress={() => open({ of: 'cancel', ticket: t })}
            >
              {w.cancel}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type MissingProps = { queue: QueueView; held: HeldLine[]; now: number; isOffline: boolean }

/** Called and not come; a visitor who is back is put into the queue again, by the hall alone. Below them who is on hold. */
export function Missing({ queue, held, now, isOffline }: MissingProps) {
  const { queue: w, duties } = useSupervisorWords()
  const act = useAct()
  return (
    <Panel title={w.missing}>
      {queue.missing.length === 0 && <p className="empty">{w.missingNone}</p>}
      <ul className="lines">
        {queue.missing.map((t) => (
          <li key={t.ticket}>
            <b className="ticket">{printedLabel(t.label)}</b>
            <span className="meta grow">{clock(t.at)}</span>
            <Button
              size="small"
              label={w.bringBackLabel(printedLabel(t.label))}
              closed={isOffline ? '' : undefined}
              reason={duties.needsLine}
              onPress={() => void act.run({ type: 'bringBack', ticket: t.ticket })}
            >
              {w.bringBack}
            </Button>
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
      <Held held={held} now={now} />
    </Panel>
  )
}

/** Visits on hold, the longest first: no list of those who wait has them. */
function Held({ held, now }: { held: HeldLine[]; now: number }) {
  const words = useWords()
  const language = useLanguage()
  const { queue: w } = useSupervisorWords()
  if (held.length === 0) return null
  return (
    <>
      <h3 className="head in-panel" id="held">
        {w.held}
      </h3>
      <ul className="lines" aria-labelledby="held">
        {held.map(({ visit, label, counter, since }) => (
          <li key={visit}>
            <b className="ticket">{label ? printedLabel(label) : words.floor.withoutTicket}</b>
            <span className="meta grow">{words.counter(counter.number)}</span>
            <span className="no-wrap">{duration(minutesBetween(since, now), language)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
