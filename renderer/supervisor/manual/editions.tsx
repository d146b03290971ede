import type { EditionLine } from '../../../domain/views/view-editions.ts'
import type { DoneView, PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { date, moment } from '../../common/format.ts'
import { Loading } from '../../common/loading.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useAsked } from '../../common/use-asked.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { PartChanges } from './changes.tsx'
import { sayOrigin } from './history.tsx'
import { PaneLine, Panes } from './panes.tsx'
import { go, openWindow, usePlace } from './place.ts'
import { Spread } from './spread.tsx'

/** 판: every edition with its day, who published it and why, and how it differs from the one before. */
export function Editions({ clerk }: { clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'editions' })
  const chosen = usePlace((s) => s.edition)
  const line = view?.find((l) => l.edition === chosen)
  const before = view?.find((l) => chosen !== undefined && l.edition < chosen && !l.withdrawn)
  return (
    <Panes
      name={w.editions.list}
      head={view ? view.length === 0 && <p className="empty">{w.editions.none}</p> : <Loading />}
      lines={view?.map((one) => (
        <Line key={one.edition} line={one} isChosen={one.edition === chosen} />
      ))}
      choose={w.editions.choose}
    >
      {line && <Detail key={line.edition} line={line} before={before} isSupervisor={clerk.role === 'supervisor'} />}
    </Panes>
  )
}

const countOf = ({ changes }: EditionLine): number | undefined =>
  changes && changes.added.length + changes.changed.length + changes.removed.length

function Line({ line, isChosen }: { line: EditionLine; isChosen: boolean }) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const language = useLanguage()
  const now = useNow()
  const count = countOf(line)
  return (
    <PaneLine look="two" isChosen={isChosen} onChoose={() => go({ edition: line.edition })}>
      <span className="cut">
        <b>{w.number(line.edition)}</b> {w.effective(date(line.effectiveDate, language))}
      </span>
      <span className="marks">
        {line.isInForce && <Tag tone="ok">{w.inForce}</Tag>}
        {line.receipt && <span className="meta">{w.got(line.receipt.has, line.receipt.all)}</span>}
        {line.withdrawn && <Tag tone="outline">{w.withdrawn}</Tag>}
        {line.isNewest && !line.isInForce && <Tag tone="warn">{w.ahead}</Tag>}
      </span>
      <span className="meta cut">
        {manual.amendments.by(line.published.clerk, moment(line.published.at, now, language))} ·{' '}
        {count === undefined ? w.unknownChanges : w.changed(count)}
      </span>
    </PaneLine>
  )
}

type DetailProps = { line: EditionLine; before: EditionLine | undefined; isSupervisor: boolean }

function Detail({ line, before, isSupervisor }: DetailProps) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const language = useLanguage()
  const now = useNow()
  const { edition, isNewest } = line
  const by = (done: DoneView) => manual.amendments.by(done.clerk, moment(done.at, now, language))
  const why = isNewest ? w.isNewest : isSupervisor ? undefined : w.supervisorOnly
  return (
    <section className="panel manual-pane" aria-label={w.number(edition)}>
      <header className="manual-head">
        <div className="row">
          <h2 className="title">{w.number(edition)}</h2>
          <span className="ink2">{w.effective(date(line.effectiveDate, language))}</span>
          {line.isInForce && <Tag tone="ok">{w.inForce}</Tag>}
          {line.withdrawn && <Tag tone="outline">{w.withdrawn}</Tag>}
          <span className="grow" />
          {isNewest && !line.isInForce && (
            <Button
              onPress={() => openWindow({ of: 'withdraw', edition })}
              closed={isSupervisor ? undefined : w.withdrawSupervisor}
            >
              {w.withdraw}
            </Button>
          )}
          <Button onPress={() => openWindow({ of: 'bringBack', edition })} closed={why}>
            {w.bringBack}
          </Button>
        </div>
        <p>{sayOrigin(manual, line.origin)}</p>
        <p className="meta">{by(line.published)}</p>
        {line.withdrawn && <p className="caution">{w.withdrawnBy(by(line.withdrawn), line.withdrawn.reason)}</p>}
        <Spread edition={edition} receipt={line.receipt} />
      </header>
      <div className="manual-body">
        {before ? (
          <>
            <h3>{w.against(edition, before.edition)}</h3>
            <EditionDiff from={before.edition} to={edition} />
          </>
        ) : (
          <p className="ink2">{w.first}</p>
        )}
      </div>
    </section>
  )
}

/** What changes from one edition to another, part by part and field by field. */
export function EditionDiff({ from, to }: { from: number; to: number }) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const { view } = useAsked({ of: 'editionDiff', from, to })
  if (!view) return <output className="ink2">{w.comparing}</output>
  if ('missing' in view) return <p className="caution">{w.notHere(view.missing)}</p>
  return view.parts.length === 0 ? <p className="ink2">{w.same}</p> : <PartChanges parts={view.parts} />
}
