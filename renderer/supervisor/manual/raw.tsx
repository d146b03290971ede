import { useSupervisorWords } from '../../text/supervisor.ts'
import type { OpenPart } from './use-part.ts'

/** The kind as text; the form shows the same. What is typed here stays as it was typed. */
export function Raw({ part }: { part: OpenPart }) {
  const { manual: w } = useSupervisorWords()
  const { draft, reading, isFresh } = part
  const typed = draft && 'typed' in draft ? draft.typed : undefined
  // What was typed in the form a moment ago must be in the text before it is typed on.
  const text = typed ?? (isFresh ? reading?.yaml : undefined)
  return (
    <div className="manual-raw">
      <label className="head" htmlFor="raw-text">
        {w.kind.raw}
      </label>{' '}
      <span className="meta" id="raw-hint">
        {w.kind.rawHint}
      </span>
      <textarea
        id="raw-text"
        className="input"
        aria-describedby="raw-hint"
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        readOnly={text === undefined}
        aria-invalid={(reading?.faults.length ?? 0) > 0}
        value={text ?? reading?.yaml ?? ''}
        onChange={(e) => part.typeText(e.target.value)}
      />
    </div>
  )
}
