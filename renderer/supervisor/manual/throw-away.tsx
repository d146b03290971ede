import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { dropDrafts, useDrafts } from './drafts.ts'
import type { OpenPart } from './use-part.ts'

/** That something is typed and where it is kept, and the way to be rid of it. */
export function ThrowAway({ part, clerk }: { part: OpenPart; clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const isKept = useDrafts((s) => s.isKept)
  if (!part.draft) return null
  return (
    <>
      <span className={isKept ? 'meta cut' : 'say bad'}>{isKept ? w.kind.unsaved : w.kind.notKept}</span>
      <Button size="small" onPress={() => dropDrafts(clerk.id, [part.part])}>
        {w.kind.throwAway}
      </Button>
    </>
  )
}
