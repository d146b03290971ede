import { useSupervisorWords } from '../../text/supervisor.ts'
import type { OpenPart } from './use-part.ts'

/** A part as text; of a kind the form shows the same. What is typed here stays as it was typed. */
export function Raw({ part, hint }: { part: OpenPart; hint?: string }) {
  const { manual: w } = useSupervisorWords()
  const { draft, reading, isFresh } = part
  const typed = draft && 'typed' in draft ? draft.typed : undefined
  // A template is its text; it has no other form.
  const written = reading?.yaml ?? reading?.text
  // What was typed in the form a moment ago must be in the text before it is typed on.
  const text = typed ?? (isFresh ? written : undefined)
  return (
    <div className="manual-raw">
      <label className="head" htmlFor="raw-text">
        {w.kind.raw}
      </label>{' '}
      <span className="meta" id="raw-hint">
        {hint ?? w.kind.rawHint}
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
        value={text ?? written ?? ''}
        onChange={(e) => part.typeText(e.target.value)}
        onBlur={part.letGo}
      />
    </div>
  )
}
