import type { Kind } from '../../domain/manual.ts'
import type { Answers } from '../../domain/private.ts'
import { GuideButton } from './guide-sheet.tsx'

type Props = { kind: Kind; edition?: number | undefined; answers?: Answers }

/** What one does with a page of the manual beside reading it. */
export function ManualTools({ kind, edition, answers = {} }: Props) {
  return (
    <div className="manual-tools">
      <GuideButton {...{ kind, edition, answers }} />
    </div>
  )
}
