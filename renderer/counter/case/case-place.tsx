import type { HolderView } from '../../../domain/views/views-holder.ts'
import type { CaseView, CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Tag } from '../../common/tag.tsx'
import { useWords, type Words } from '../../text/text.ts'
import { sendNumberTo } from '../place.ts'

/** Where a case is that is not the one in hand: at another counter, or here but not of this visitor. */
export function CasePlace({ seen, view }: { seen: CaseView; view: CounterView }) {
  const words = useWords()
  if (!seen.mine) return <Tag tone="warn">{sayHolder(seen.heldBy, words)}</Tag>
  if (!view.visit || view.visit.cases.some((c) => c.case === seen.case)) return null
  return <Tag tone="warn">{words.case.notOfVisit}</Tag>
}

/** Who has a case of another counter: its number, and who sits there now. */
export const sayHolder = (held: HolderView | undefined, words: Words): string =>
  held ? words.case.heldBy(held.counter.number, held.clerk) : words.case.notMine

/** The visitor goes on where the case is: their number is sent there, where that is possible now. */
export function SendThere({ seen, view }: { seen: CaseView; view: CounterView }) {
  const words = useWords()
  const to = seen.heldBy
  if (!to || to.state === 'closed' || !view.visit || view.closedActs.transferVisit !== undefined) return null
  return (
    <Button size="small" onPress={() => sendNumberTo(to.counter.id)}>
      {words.case.sendThere(to.counter.number)}
    </Button>
  )
}
