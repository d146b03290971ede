import { printedLabel } from '../../domain/ticket.ts'
import type { QueueView } from '../../domain/views.ts'
import { useGuideWords } from '../text/guide-desk.ts'
import { clock } from './format.ts'
import { WarningIcon } from './icons.tsx'
import { Say } from './tag.tsx'

/** Numbers whose slips did not come out: they count, and whoever has one knows it from the screen alone. */
export function UnprintedLine({ queue: { unprinted } }: { queue: QueueView }) {
  const own = useGuideWords()
  if (unprinted.length === 0) return null
  const said = unprinted.map((t) => `${printedLabel(t.label)} (${own.faults[t.why]}, ${clock(t.at)})`)
  return (
    <p role="status" className="panel-foot">
      <Say tone="warn" icon={WarningIcon}>
        {own.unprinted}: {said.join(', ')}
      </Say>
    </p>
  )
}
