/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- rows of the list under the search box, which has the keys */
import type { LookupLine } from '../../../domain/views/lookup.ts'
import { date } from '../../common/format.ts'
import { CaseName } from '../../common/kind-name.tsx'
import { Tag } from '../../common/tag.tsx'
import { useAct, type Act } from '../../common/use-act.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { sayHolder } from '../case/case-place.tsx'
import { openCase } from '../place.ts'

/** Opens a found case; one that was put away is first taken out of the archive, which the hall decides. */
export function useOpening(): { open: (line: LookupLine) => void; act: Act } {
  const act = useAct()
  const takeOut = async (id: string) => {
    if (await act.run({ type: 'takeOutCase', case: id })) openCase(id)
  }
  return {
    act,
    open: (line) => {
      if (line.archived) void takeOut(line.case)
      else openCase(line.case)
    },
  }
}

type Props = { lines: LookupLine[]; index: number; onChoose: (i: number) => void; open: (line: LookupLine) => void }

/** The cases that were found, below the kinds; nothing in them names a person. */
export function CaseHits({ lines, index, onChoose, open }: Props) {
  const { search } = useWords()
  if (lines.length === 0) return null
  return (
    <div role="group" aria-label={search.cases}>
      <div className="hit hit-head" aria-hidden="true">
        {search.cases}
      </div>
      {lines.map((line, i) => (
        <CaseHit
          key={line.case}
          line={line}
          isChosen={i === index}
          onPress={() => (i === index ? open(line) : onChoose(i))}
        />
      ))}
    </div>
  )
}

function CaseHit({ line, isChosen, onPress }: { line: LookupLine; isChosen: boolean; onPress: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const { search, outcomes, caseStates } = words
  const result = (outcomes as { [outcome: string]: string })[line.outcome ?? ''] ?? caseStates[line.state]
  const ended = line.closedAt === undefined ? '' : ` · ${search.closedOn(date(line.closedAt, language))}`
  return (
    <div
      id={`case-${line.case}`}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className="hit case-hit"
      onClick={onPress}
    >
      <span className="meta">{line.receiptNo}</span>
      <span className="cut">
        <b className="hit-name">
          <CaseName of={line} />
        </b>{' '}
        <span className="meta">
          {search.receivedOn(date(line.receivedAt, language))}
          {ended}
        </span>
      </span>
      <span className="row">
        <span>{result}</span>
        {line.destroyedAt !== undefined ? (
          <Tag>{search.destroyedOn(date(line.destroyedAt, language))}</Tag>
        ) : line.archived ? (
          <Tag tone="accent">{search.takeOut}</Tag>
        ) : (
          !line.mine && <Tag>{sayHolder(line.heldBy, words)}</Tag>
        )}
      </span>
    </div>
  )
}
