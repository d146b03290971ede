import type { CaseView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { moment } from '../common/format.ts'
import { Panel } from '../common/panel.tsx'
import { Problem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { isComposing } from '../common/use-keys.ts'
import { useNow } from '../common/use-now.ts'
import { useLanguage, useWords } from '../text/text.ts'

/** What the holder wrote down. */
export function CaseNotes({ seen }: { seen: CaseView }) {
  const { notes: words } = useWords().case
  const language = useLanguage()
  const now = useNow(60_000)
  return (
    <Panel title={words.title}>
      <div className="notes">
        {seen.notes.map((note, i) => (
          <p key={`${note.at}-${i}`} className="row between">
            <span className="grow">{note.text}</span>
            <span className="meta nowrap">
              {moment(note.at, now, language)} · {note.clerk}
            </span>
          </p>
        ))}
        {seen.mine && seen.state !== 'closed' ? (
          <NewNote id={seen.case} />
        ) : (
          seen.notes.length === 0 && <p className="meta">{words.none}</p>
        )}
      </div>
    </Panel>
  )
}

function NewNote({ id }: { id: string }) {
  const { notes: words } = useWords().case
  const act = useAct()
  const [text, setText] = useDraft(`note ${id}`, () => '')
  const save = async () => {
    if (text.trim() === '') return
    if (await act.run({ type: 'addNote', case: id, text: text.trim() })) setText('')
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
          onChange={(e) => setText(e.target.value)}
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
