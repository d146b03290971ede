import type { CounterView } from '../../domain/views/views.ts'
import { clock } from '../common/format.ts'
import { Panel } from '../common/panel.tsx'
import { useWords } from '../text/text.ts'

const shown = 6

/** What this PC has done and the hall has not heard yet; it is safe here. */
export function Unsent({ unsent }: { unsent: CounterView['unsent'] }) {
  const { paper, happenings } = useWords()
  const names: Record<string, string> = happenings
  const rest = unsent.length - shown
  return (
    <Panel title={paper.unsentTitle} note={paper.unsentNote(unsent.length)}>
      {unsent.length === 0 && <p className="meta padded">{paper.unsentNone}</p>}
      <ul className="unsent">
        {unsent.slice(0, shown).map((u, i) => (
          <li key={`${u.at}-${i}`}>
            <span className="ink2">{clock(u.at)}</span>
            <span className="cut">{u.about === '' ? names[u.what] : u.about}</span>
            <span className="meta last">{names[u.what] ?? u.what}</span>
          </li>
        ))}
        {rest > 0 && <li className="meta">{paper.earlier(rest)}</li>}
      </ul>
    </Panel>
  )
}
