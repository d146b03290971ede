import { useId } from 'react'
import type { BroughtView } from '../../../domain/manual/brought.ts'
import type { OfferLine } from '../../../domain/manual/offer.ts'
import { Button } from '../../common/button.tsx'
import { Tag } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { choose, keyOf, useBring } from './bring-state.ts'
import { Changes } from './changes.tsx'
import { PartTitle, usePartName } from './part-title.tsx'
import { UnderMarks } from './under-marks.tsx'

type Laid = Exclude<BroughtView, { is: 'wrong' }>

/** What is offered, each with what it would change; nothing is taken that is not chosen. */
export function BringLines({ view }: { view: Laid }) {
  const { bring: w } = useSupervisorWords()
  const { lines, same } = view
  const free = lines.filter((l) => l.under === undefined)
  const under = lines.filter((l) => l.under !== undefined)
  return (
    <section aria-label={w.lines(lines.length)}>
      <div className="row between">
        <h3>{lines.length === 0 ? w.noLines : w.lines(lines.length)}</h3>
        {lines.length > 0 && (
          <span className="row">
            {free.length > 0 && (
              <Button size="small" onPress={() => choose(free, true)}>
                {under.length === 0 ? w.all : w.allFree(free.length)}
              </Button>
            )}
            {under.length > 0 && (
              <Button size="small" onPress={() => choose(under, true)}>
                {w.allUnder(under.length)}
              </Button>
            )}
            <Button size="small" onPress={() => choose(lines, false)}>
              {w.none}
            </Button>
          </span>
        )}
      </div>
      {same > 0 && <p className="meta">{w.same(same)}</p>}
      <ul className="bring-lines">
        {lines.map((line) => (
          <Line key={line.part} line={line} />
        ))}
      </ul>
      {view.is === 'pack' && view.onlyHere.length > 0 && (
        <details>
          <summary>{w.pack.onlyHere(view.onlyHere.length)}</summary>
          <ul className="what">
            {view.onlyHere.map(({ part, name }) => (
              <li key={part}>
                <PartTitle part={part} name={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Line({ line }: { line: OfferLine }) {
  const { bring: w, manual } = useSupervisorWords()
  const isChosen = useBring((s) => s.chosen.has(keyOf(line)))
  const name = usePartName()(line.part, line.name)
  const id = useId()
  const facts = (
    <>
      <PartTitle part={line.part} name={line.name} />
      <Tag tone={line.what === 'added' ? 'ok' : 'plain'}>{manual.amendments.what[line.what]}</Tag>
      {line.row !== undefined && <span className="meta">{w.row(line.row)}</span>}
      {line.changes.length > 0 && <span className="meta">{w.fieldsChanged(line.changes.length)}</span>}
      {line.needs !== undefined && <span className="meta">{w.needs}</span>}
    </>
  )
  return (
    <li>
      <input
        type="checkbox"
        aria-label={w.pick(name)}
        aria-describedby={line.under && id}
        checked={isChosen}
        onChange={(e) => choose([line], e.target.checked)}
      />
      <div>
        {line.what === 'added' ? (
          <span className="row">{facts}</span>
        ) : (
          <details>
            <summary>
              <span className="row">{facts}</span>
            </summary>
            <Changes change={line} />
          </details>
        )}
        <UnderMarks id={id} under={line.under ?? []} />
      </div>
    </li>
  )
}
