import type { Kind } from '../../../domain/manual/manual.ts'
import type { Answers } from '../../../domain/record/private.ts'
import { GuideButton } from './guide-sheet.tsx'
import { ManualCompare, RecentChange } from './manual-compare.tsx'
import { ManualProposal } from './manual-proposal.tsx'

type Props = { kind: Kind; edition?: number | undefined }

/** At the head of a page: the sheet for this citizen, and whether the kind has changed lately. */
export function ManualTools({ kind, edition, answers = {} }: Props & { answers?: Answers }) {
  return (
    <div className="manual-tools">
      <GuideButton kind={kind} edition={edition} answers={answers} />
      <RecentChange kind={kind} edition={edition} />
    </div>
  )
}

/** At the foot of a page: what it was before, and what a clerk would have it say. */
export function ManualUpkeep({ kind, edition }: Props) {
  return (
    <div>
      <ManualCompare kind={kind} edition={edition} />
      <ManualProposal kind={kind} edition={edition} />
    </div>
  )
}
