import { useState } from 'react'
import { printedLabel } from '../../domain/ticket.ts'
import type { CounterView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { TextField } from '../common/field.tsx'
import { newId } from '../common/new-id.ts'
import { Problem } from '../common/problem.tsx'
import { useView } from '../common/store.ts'
import { takeFocus } from '../common/take-focus.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { openCase, startSearch } from './place.ts'

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** '19840302' and '1984.3.2' are read as the same day. */
function readBirth(typed: string): string {
  const parts = /^(\d{4})[.\-/\s]?(\d{1,2})[.\-/\s]?(\d{1,2})\.?$/.exec(typed.trim())
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : typed.trim()
}

/** Whose petition it is, asked before it is received. */
export function ReceiveForm({ view, code }: { view: CounterView; code: string }) {
  const words = useWords()
  const { receive } = words
  const kind = useView({ of: 'kind', code })
  const [name, setName] = useState('')
  const [birth, setBirth] = useState('')
  const [contact, setContact] = useState('')
  const [id] = useState(newId)
  const act = useAct()
  const day = readBirth(birth)
  const badBirth = birth.trim() !== '' && !isDay(day)
  const closed = name.trim() === '' ? receive.nameMissing : badBirth ? '' : undefined
  const submit = async () => {
    if (closed !== undefined) return act.say(badBirth ? receive.badBirth : `${receive.nameMissing}.`)
    const petitioner = {
      name: name.trim(),
      ...(day !== '' && { birth: day }),
      ...(contact.trim() !== '' && { contact: contact.trim() }),
    }
    const visit = view.visit?.state === 'serving' ? { visit: view.visit.visit } : {}
    if (await act.run({ type: 'receiveCase', case: id, kind: code, petitioner, ...visit })) openCase(id)
  }
  useKeys({ 'Mod+Enter': () => void submit(), Escape: startSearch })
  return (
    <main className="middle">
      <div className="body">
        <form className="panel receive" onSubmit={(e) => e.preventDefault()}>
          <p className="meta">
            {code} · {onWhat(view, words)}
          </p>
          <h1 className="title">{kind?.name.ko ?? code}</h1>
          <TextField ref={takeFocus} label={receive.name} value={name} onChange={setName} />
          <TextField
            label={receive.birth}
            optional={receive.optional}
            hint={receive.birthHint}
            inputMode="numeric"
            value={birth}
            onChange={setBirth}
            problem={badBirth && birth.length >= 8 ? receive.badBirth : undefined}
          />
          <TextField
            label={receive.contact}
            optional={receive.optional}
            inputMode="tel"
            hint={receive.why}
            value={contact}
            onChange={setContact}
          />
          <Problem>{act.problem}</Problem>
        </form>
      </div>
      <footer className="bar">
        <Button keyCap="Esc" onPress={startSearch}>
          {receive.cancel}
        </Button>
        <span className="grow" />
        <Button look="primary" size="large" keyCap="Ctrl+Enter" closed={closed} onPress={() => void submit()}>
          {receive.done}
        </Button>
      </footer>
    </main>
  )
}

function onWhat(view: CounterView, { receive, floor }: ReturnType<typeof useWords>): string {
  if (view.visit?.state !== 'serving') return receive.noVisit
  return receive.onVisit(view.visit.label ? printedLabel(view.visit.label) : floor.withoutTicket)
}
