import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { moment } from '../../common/format.ts'
import { Panel } from '../../common/panel.tsx'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { isComposing } from '../../common/use-keys.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'

type Props = {
  seen: CaseView
  /** What is typed of a new note; it stays while another screen of the case is looked at. */
  note: string
  onNote: (note: string) => void
}

/** What the holder wrote down. */
export function CaseNotes({ seen, note, onNote }: Props) {
  const { notes: words } = useWords().case
  const language = useLanguage()
  const now = useNow(60_000)
  return (
    <Panel title={words.title}>
      <div className="notes">
        {seen.notes.map((said, i) => (
          <p key={`${said.at}-${i}`} className="row between">
            <span className="grow">{said.text}</span>
            <span className="meta nowrap">
              {moment(said.at, now, language)} · {said.clerk}
            </span>
          </p>
        ))}
        {seen.mine && seen.state !== 'closed' ? (
          <NewNote id={seen.case} text={note} onText={onNote} />
        ) : (
          seen.notes.length === 0 && <p className="meta">{words.none}</p>
        )}
      </div>
    </Panel>
  )
}

function NewNote({ id, text, onText }: { id: string; text: string; onText: (text: string) => void }) {
  const { notes: words } = useWords().case
  const act = useAct()
  const save = async () => {
    if (text.trim() === '') return
    if (await act.run({ type: 'addNote', case: id, text: text.trim() })) onText('')
  }
  return (
    <>
      <div className="row new-note">
        <input
          className="input"
          aria-label={words.title}
          placeholder={words.placeholder}
          maxLength={2000}
          value={text}
          onChange={(e) => onText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !isComposing(e.nativeEvent) && !e.ctrlKey && !e.metaKey) void save()
          }}
        />
        {text.trim() !== '' && (
          <Button keyCap="Enter" onPress={() => void save()}>
            {words.save}
          </Button>
        )}
      </div>
      <Problem>{act.problem}</Problem>
    </>
  )
}
