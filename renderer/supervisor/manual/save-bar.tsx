import type { KindLine } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { partsTyped, useDrafts } from './drafts.ts'
import { go, isRawView, openWindow, usePlace } from './place.ts'
import type { OpenPart } from './use-part.ts'
import { useSave } from './use-save.ts'

const fresh = 'new'
type Props = { clerk: PersonView; part: OpenPart; inDraft: KindLine['amendments'][number] | undefined }

/** What was typed goes into an amendment, with its source; into the one in which the kind is already, if there is one. */
export function SaveBar({ clerk, part, inDraft }: Props) {
  const { manual: w } = useSupervisorWords()
  const all = useView({ of: 'amendments' }) ?? []
  const typed = partsTyped(
    useDrafts((s) => s.drafts),
    clerk.id,
  )
  const target = usePlace((s) => s.target)
  const isFilling = usePlace((s) => s.view === 'unknown' && !isRawView(s))
  const [why, setWhy] = useDraft(`why ${part.part}`, () => '')
  const save = useSave(clerk)
  const drafts = all.filter((a) => a.state === 'draft')
  const into = inDraft?.amendment ?? drafts.find((a) => a.amendment === target)?.amendment ?? fresh
  const title = all.find((a) => a.amendment === into)?.title
  const run = async (parts: readonly string[]) => {
    if (into === fresh) return openWindow({ of: 'newAmendment', parts })
    if (await save.run(into, parts, why)) setWhy('')
  }
  const faults = part.reading?.faults.length ?? 0
  // What is not read yet is read before it is saved.
  const closed = !part.draft
    ? w.save.same
    : part.moved
      ? w.save.movedHere
      : faults > 0 && part.isFresh
        ? w.save.closed
        : undefined
  useKeys({
    'Mod+Enter': !isFilling && closed === undefined ? () => void run([part.part]) : undefined,
    'Mod+KeyS': typed.length > 1 ? () => void run(typed) : undefined,
  })
  if (typed.length === 0 && save.done === undefined) return null
  return (
    <section className="manual-save" aria-label={w.save.bar}>
      <Select
        label={w.save.into}
        value={into}
        options={[
          ...drafts.map((a) => ({ value: a.amendment, label: a.title })),
          { value: fresh, label: w.save.newOne },
        ]}
        onChange={(value) => go({ target: value })}
      />
      <TextField label={w.save.why} hint={w.save.whyHint} value={why} onChange={setWhy} max={500} />
      <div className="row manual-save-acts">
        {typed.length > 1 && (
          <Button keyCap="Ctrl+S" onPress={() => void run(typed)}>
            {w.save.all(typed.length)}
          </Button>
        )}
        <Button look="primary" closed={closed} keyCap="Ctrl+Enter" onPress={() => void run([part.part])}>
          {w.save.one}
        </Button>
      </div>
      <Problem>{save.problem}</Problem>
      {save.done !== undefined && save.problem === undefined && (
        <output className="say ok">{w.save.done(save.done, title ?? '')}</output>
      )}
    </section>
  )
}
