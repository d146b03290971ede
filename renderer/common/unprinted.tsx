import { printedLabel } from '../../domain/queue/ticket.ts'
import type { QueueView, UnprintedSlip } from '../../domain/views/views.ts'
import { useGuideWords, type GuideDeskWords } from '../text/guide-desk.ts'
import { clock } from './format.ts'
import { WarningIcon } from './icons.tsx'
import { Say } from './tag.tsx'

/** Why there is no slip with the number, in words. */
export const faultOf = (own: GuideDeskWords, { why, says }: UnprintedSlip): string =>
  why === 'numberTaken' ? own.saysOther(says ? printedLabel(says) : '') : own.faults[why]

/** Numbers whose slips did not come out: they count, and whoever has one knows it from the screen alone. */
export function UnprintedLine({ queue: { unprinted } }: { queue: QueueView }) {
  const own = useGuideWords()
  if (unprinted.length === 0) return null
  const said = unprinted.map((t) => `${printedLabel(t.label)} (${faultOf(own, t)}, ${clock(t.at)})`)
  return (
    <p role="status" className="panel-foot">
      <Say tone="warn" icon={WarningIcon}>
        {own.unprinted}: {said.join(', ')}
      </Say>
    </p>
  )
}
