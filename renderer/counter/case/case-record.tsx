import type { ReactNode } from 'react'
import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { moment } from '../../common/format.ts'
import { CheckIcon, TrayIcon, WarningIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { Problem } from '../../common/problem.tsx'
import { Say } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { outcomeOf } from './case-list.tsx'

/** What was decided, told and handed over. */
export function Ending({ seen }: { seen: CaseView }) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const { decision, notice, handedOver, withdrawn } = seen
  if (!decision && !notice && !handedOver && seen.outcome === undefined) return null
  const when = (done: { at: number; clerk: string }) => `${moment(done.at, now, language)} · ${done.clerk}`
  const { ending, collectors, seenIds, authorities } = words.case
  const outcome = decision?.outcome ?? seen.outcome
  return (
    <Panel
      title={ending.decision}
      note={outcome && outcomeOf(outcome, words.outcomes)}
      end={decision && <span className="meta">{when(decision)}</span>}
    >
      <dl className="ending">
        {decision?.reasons !== undefined && <Line name={ending.reasons}>{decision.reasons}</Line>}
        {decision && decision.provisions.length > 0 && (
          <Line name={ending.provisions}>{decision.provisions.join(' · ')}</Line>
        )}
        {decision && decision.remedies.length > 0 && (
          <Line name={ending.remedies}>{decision.remedies.join(' · ')}</Line>
        )}
        {notice && (
          <Line name={ending.notice}>
            {words.channels[notice.channel]} <span className="meta">{when(notice)}</span>
          </Line>
        )}
        {handedOver && (
          <Line name={ending.handedOver}>
            {collectors[handedOver.collector]} {handedOver.name} ·{' '}
            {handedOver.idOther ?? (handedOver.idSeen ? seenIds[handedOver.idSeen] : ending.idKept)}
            {handedOver.authority && ` · ${authorities[handedOver.authority]}`}{' '}
            <span className="meta">{when(handedOver)}</span>
          </Line>
        )}
        {withdrawn && (
          <Line name={ending.withdrawn}>
            {collectors[withdrawn.who]} {withdrawn.name} <span className="meta">{when(withdrawn)}</span>
          </Line>
        )}
      </dl>
    </Panel>
  )
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="head">{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Acts of a former holder that came after the case had moved on: each is taken over or set aside. */
export function LateActs({ seen }: { seen: CaseView }) {
  const { case: words, happenings } = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const act = useAct()
  if (seen.lateActs.length === 0) return null
  const settle = ({ tenure, act: number }: { tenure: number; act: number }, how: 'takenOver' | 'setAside') =>
    void act.run({ type: 'settleLate', case: seen.case, tenure, act: number, how })
  return (
    <Panel className="late" title={words.late.title} note={words.late.text}>
      <ul className="record">
        {seen.lateActs.map((l) => (
          <li key={`${l.event.tenure}-${l.event.act}`}>
            <WarningIcon />
            <span className="grow">
              {happenings[l.event.type]} {l.about !== undefined && <span className="ink2">{l.about}</span>}
            </span>
            <span className="meta">
              {moment(l.event.at, now, language)} · {l.clerk}
            </span>
            {l.settled && <Say tone="ok">{words.late[l.settled]}</Say>}
            {l.settleable && (
              <>
                <Button size="small" onPress={() => settle(l.event, 'takenOver')}>
                  {words.late.take}
                </Button>
                <Button size="small" onPress={() => settle(l.event, 'setAside')}>
                  {words.late.aside}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </Panel>
  )
}

/** Everything that was done, newest first, and what the hall has not heard yet. */
export function History({ seen }: { seen: CaseView }) {
  const { case: words, happenings } = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const names: Record<string, string> = happenings
  return (
    <details className="panel history">
      <summary className="panel-head">
        <span className="head">{words.history.title}</span>
        <span className="meta">{words.history.count(seen.history.length)}</span>
      </summary>
      <ul className="record">
        {seen.history.toReversed().map((h, i) => (
          <li key={`${h.at}-${i}`}>
            {h.confirmed ? <CheckIcon /> : <TrayIcon />}
            <span className="grow">
              {names[h.type] ?? h.type} {h.about !== undefined && <span className="ink2">{h.about}</span>}{' '}
              {h.reason !== undefined && <span className="meta">{h.reason}</span>}
            </span>
            {!h.confirmed && <Say tone="warn">{words.history.pending}</Say>}
            <span className="meta nowrap">
              {moment(h.at, now, language)} · {h.clerk}
              {h.enteredAt !== undefined && ` · ${words.entered(moment(h.enteredAt, now, language))}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
