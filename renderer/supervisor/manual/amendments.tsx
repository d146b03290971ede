import { useState } from 'react'
import type { Command } from '../../../domain/hall.ts'
import { codeOf } from '../../../domain/manual/manual-parts.ts'
import type { AmendedPart, AmendmentLine, AmendmentView } from '../../../domain/views/view-manual.ts'
import type { DoneView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { moment } from '../../common/format.ts'
import { Loading } from '../../common/loading.tsx'
import { Problem } from '../../common/problem.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { Tag, type Tone } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { AmendmentFaults } from './amendment-faults.tsx'
import { cautionOf } from './caution.ts'
import { Changes } from './changes.tsx'
import { EmptyPane, PaneLine, Panes } from './panes.tsx'
import { PartTitle, usePartName } from './part-title.tsx'
import { go, openWindow, showAmendment, showKind, showList, usePlace } from './place.ts'

const tones: Record<AmendmentLine['state'], Tone> = {
  draft: 'accent',
  offered: 'warn',
  approved: 'ok',
  published: 'plain',
  dropped: 'outline',
}

/** 개정안: what is being changed, by whom and why, and what is to be done with it. */
export function Amendments() {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'amendments' })
  const chosen = usePlace((s) => s.amendment)
  return (
    <Panes
      name={w.amendments.list}
      head={
        <>
          <div className="manual-filters">
            <Button size="small" onPress={() => openWindow({ of: 'newAmendment', parts: [] })}>
              {w.amendments.newOne}
            </Button>
          </div>
          {view ? view.length === 0 && <p className="empty">{w.amendments.none}</p> : <Loading />}
        </>
      }
      lines={view?.map((line) => (
        <Line key={line.amendment} line={line} isChosen={line.amendment === chosen} />
      ))}
      choose={w.amendments.choose}
    >
      {chosen !== undefined && <Detail key={chosen} amendment={chosen} />}
    </Panes>
  )
}

function Line({ line, isChosen }: { line: AmendmentLine; isChosen: boolean }) {
  const { manual: w } = useSupervisorWords()
  const said = useDone()
  return (
    <PaneLine look="two" isChosen={isChosen} onChoose={() => showAmendment(line.amendment)}>
      <span className="cut">{line.title}</span>
      <span className="marks">
        <Tag tone={tones[line.state]}>{w.amendments.states[line.state]}</Tag>
      </span>
      <span className="meta cut">
        {said(line.last)} · {w.amendments.parts(line.parts.length)}
      </span>
    </PaneLine>
  )
}

/** Who did it and when, in one line. */
function useDone(): (done: DoneView) => string {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const now = useNow()
  return (done) => w.amendments.by(done.clerk, moment(done.at, now, language))
}

function Detail({ amendment }: { amendment: string }) {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'amendment', amendment })
  const hasCome = useHasCome({ of: 'amendment', amendment })
  const act = useAct()
  if (!view) return <EmptyPane>{hasCome ? w.amendments.missing : <Loading />}</EmptyPane>
  const isOver = view.state === 'published' || view.state === 'dropped'
  return (
    <section className="panel manual-pane" aria-label={view.title}>
      <Head view={view} />
      <div className="manual-body">
        <AmendmentFaults faults={view.faults} />
        <h3>
          {w.amendments.changes} <span className="meta">{w.amendments.parts(view.parts.length)}</span>
        </h3>
        {!isOver && view.changes.length === 0 && <p className="ink2">{w.amendments.noParts}</p>}
        {view.state === 'published' && <p className="ink2">{w.amendments.overContents}</p>}
        <ul className="part-changes">
          {view.changes.map((part) => (
            <Part key={part.part} part={part} isDraft={view.state === 'draft'} onAct={act.run} view={view} />
          ))}
        </ul>
      </div>
      {!isOver && <Acts view={view} run={act.run} problem={act.problem} />}
    </section>
  )
}

function Head({ view }: { view: AmendmentView }) {
  const { manual: w } = useSupervisorWords()
  const said = useDone()
  const { reviewed, offered, withdrawn, edition } = view
  return (
    <header className="manual-head">
      <div className="row">
        <h2 className="title cut">{view.title}</h2>
        <Tag tone={tones[view.state]}>{w.amendments.states[view.state]}</Tag>
      </div>
      <dl className="manual-facts">
        <Fact name={w.amendments.reason}>{view.reason}</Fact>
        <Fact name={w.amendments.openedBy}>{said(view.opened)}</Fact>
        {view.writers.length > 0 && <Fact name={w.amendments.writers}>{view.writers.join(', ')}</Fact>}
        {offered && <Fact name={w.amendments.offeredBy}>{said(offered)}</Fact>}
        {reviewed && (
          <Fact name={reviewed.verdict === 'approved' ? w.amendments.approvedBy : w.amendments.returnedBy}>
            {said(reviewed)}
            {reviewed.note !== undefined && ` · ${reviewed.note}`}
          </Fact>
        )}
        {withdrawn && (
          <Fact name={w.amendments.withdrawn(withdrawn.edition)}>
            {said(withdrawn)} · {withdrawn.reason}
          </Fact>
        )}
      </dl>
      {edition !== undefined && (
        <p className="row">
          {w.amendments.becameEdition(edition)}
          <Button size="small" onPress={() => go({ tab: 'editions', edition })}>
            {w.amendments.seeEdition}
          </Button>
        </p>
      )}
    </header>
  )
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

type Run = ReturnType<typeof useAct>['run']
type PartProps = { part: AmendedPart; isDraft: boolean; view: AmendmentView; onAct: Run }

function Part({ part, isDraft, view, onAct }: PartProps) {
  const words = useSupervisorWords()
  const { manual: w } = words
  const said = useDone()
  const name = usePartName()(part.part, part.name)
  const code = codeOf(part.part)
  const caution = cautionOf(words, part)
  const { amendment } = view
  const again: Command = {
    type: 'changeAmendment',
    amendment,
    changes: [{ part: part.part, content: part.content, base: part.again, over: part.written.at }],
    ...(part.why !== undefined && { why: part.why }),
  }
  return (
    <li>
      <div className="row">
        <h4>
          <PartTitle part={part.part} name={part.name} />
        </h4>
        <Tag>{w.amendments.what[part.what]}</Tag>
        <span className="meta cut">{said(part.written)}</span>
        <span className="grow" />
        <Button
          size="small"
          label={w.amendments.open(name)}
          onPress={() => (code === undefined ? showList(part.part) : showKind(code))}
        >
          {w.amendments.openShort}
        </Button>
        {isDraft && (
          <Button
            size="small"
            label={w.amendments.leave(name)}
            onPress={() => void onAct({ type: 'leavePart', amendment, part: part.part })}
          >
            {w.amendments.leaveShort}
          </Button>
        )}
      </div>
      {part.why !== undefined && <p className="ink2">{w.amendments.why(part.why)}</p>}
      {caution !== undefined && (
        <p className="caution row">
          {caution}
          {isDraft && (
            <Button size="small" label={w.amendments.again(name)} onPress={() => void onAct(again)}>
              {w.amendments.againShort}
            </Button>
          )}
        </p>
      )}
      <Changes change={part} />
    </li>
  )
}

/** What can be done with it as it stands; what is not this person's says why. */
function Acts({ view, run, problem }: { view: AmendmentView; run: Run; problem: string | undefined }) {
  const { manual: w } = useSupervisorWords()
  const { refusals } = useWords()
  const { amendment, state, closed } = view
  const offeredAt = view.offered?.at
  const [readAt, setReadAt] = useState(offeredAt)
  if (readAt === undefined && offeredAt !== undefined) setReadAt(offeredAt)
  // What was offered anew since this page came is refused once, so that it is read.
  const approve = async () => {
    const read = { verdict: 'approved', offeredAt: readAt ?? 0 } as const
    await run({ type: 'reviewAmendment', amendment, ...read })
    setReadAt(offeredAt)
  }
  const shut = (act: keyof typeof closed) => {
    const why = closed[act]
    return why === undefined ? {} : { closed: '', reason: refusals[why] }
  }
  const shown = state === 'draft' ? 'offer' : state === 'offered' ? 'approve' : 'publish'
  const why = closed[shown]
  return (
    <footer className="manual-acts">
      {why !== undefined && <p className="caution">{refusals[why]}</p>}
      <Problem>{problem}</Problem>
      <div className="row">
        <Button onPress={() => openWindow({ of: 'drop', amendment })} {...shut('drop')}>
          {w.amendments.drop}
        </Button>
        <span className="grow" />
        {state !== 'draft' && (
          <Button onPress={() => openWindow({ of: 'return', amendment })} {...shut('return')}>
            {w.amendments.return}
          </Button>
        )}
        {state === 'draft' && (
          <Button look="primary" onPress={() => void run({ type: 'offerAmendment', amendment })} {...shut('offer')}>
            {w.amendments.offer}
          </Button>
        )}
        {state === 'offered' && (
          <Button look="primary" onPress={() => void approve()} {...shut('approve')}>
            {w.amendments.approve}
          </Button>
        )}
        {state === 'approved' && (
          <Button look="primary" onPress={() => openWindow({ of: 'publish', amendment })} {...shut('publish')}>
            {w.amendments.publish}
          </Button>
        )}
      </div>
    </footer>
  )
}
