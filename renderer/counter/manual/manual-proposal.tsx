import { useState } from 'react'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { ProposalView } from '../../../domain/views/view-use.ts'
import { Button } from '../../common/button.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { Fold } from '../../common/fold.tsx'
import { KeepTyped } from '../../common/keep-typed.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'
import { proposalName } from '../typing-places.ts'

const places = ['documents', 'conditions', 'fee', 'period', 'steps', 'law', 'form', 'questions', 'synonyms'] as const
type Place = (typeof places)[number] | ''

/** 수정 제안: one line to the editor from the page of a kind, and what became of those sent before. */
export function ManualProposal({ kind, edition }: { kind: Kind; edition: number | undefined }) {
  const { proposals: words } = useWords()
  const mine = useView({ of: 'proposals', code: kind.code }) ?? []
  const newest = useView({ of: 'counter' })?.edition?.edition
  return (
    <Fold title={words.title} note={mine.length > 0 ? `${words.mine} ${mine.length}` : ''}>
      <KeepTyped key={kind.code} name={proposalName(kind.code)}>
        <ProposalForm code={kind.code} edition={edition ?? newest ?? 1} />
      </KeepTyped>
      {mine.length > 0 && (
        <ul aria-label={words.mine}>
          {mine.map((one) => (
            <Mine key={one.proposal} one={one} />
          ))}
        </ul>
      )}
    </Fold>
  )
}

function ProposalForm({ code, edition }: { code: string; edition: number }) {
  const { proposals: words, changes } = useWords()
  const act = useAct()
  const [text, setText] = useDraft(`proposal ${code}`, () => '')
  const [place, setPlace] = useState<Place>('')
  const [isSent, setSent] = useState(false)
  const send = async () => {
    const about = place === '' ? {} : { place }
    const said = { proposal: newId(), kind: code, edition, ...about, text: text.trim() }
    const isDone = await act.run({ type: 'proposeCorrection', ...said })
    setSent(isDone)
    if (isDone) setText('')
  }
  return (
    <form
      className="proposal"
      onSubmit={(e) => {
        e.preventDefault()
        if (text.trim() !== '') void send()
      }}
    >
      <TextField label={words.text} hint={words.hint} value={text} max={200} onChange={setText} />
      <Select
        label={words.place}
        value={place}
        options={[
          { value: '', label: words.anywhere },
          ...places.map((name) => ({ value: name, label: changes.fields[name] })),
        ]}
        onChange={setPlace}
      />
      <Problem>{act.problem}</Problem>
      <p className="row">
        <Button size="small" type="submit" closed={text.trim() === '' ? '' : undefined} onPress={() => undefined}>
          {words.send}
        </Button>
        <span role="status">{isSent && text === '' ? words.sent : ''}</span>
      </p>
    </form>
  )
}

function Mine({ one }: { one: ProposalView }) {
  const { proposals: words } = useWords()
  return (
    <li>
      {one.text} <span className="meta">{one.settled ? words[one.settled.verdict] : words.waiting}</span>
      {one.settled?.note !== undefined && <p className="ink2">{one.settled.note}</p>}
    </li>
  )
}
