import { useState } from 'react'
import type { GuidanceTopic } from '../../domain/intake.ts'
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
import { Guidance, readSiteVisit, siteVisitOf } from './guidance.tsx'
import { openCase, startSearch } from './place.ts'
import { isDay, readDay } from './typed-day.ts'

/** Whose petition it is, asked before it is received. */
export function ReceiveForm({ view, code }: { view: CounterView; code: string }) {
  const words = useWords()
  const { receive } = words
  const kind = useView({ of: 'kind', code })
  const due = useView({ of: 'receiptDue', code })
  const [person, setPerson] = useState<Person>({ name: '', birth: '', contact: '', address: '' })
  const [told, setTold] = useState<readonly GuidanceTopic[]>([])
  const [siteVisit, setSiteVisit] = useState('')
  const [id] = useState(newId)
  const act = useAct()
  const badBirth = person.birth.trim() !== '' && !isDay(readDay(person.birth))
  const isBad = badBirth || readSiteVisit(siteVisit) === 'wrong'
  const closed = person.name.trim() === '' ? receive.nameMissing : isBad ? '' : undefined
  const submit = async () => {
    if (badBirth) return act.say(receive.badBirth)
    if (isBad) return act.say(words.intake.guidance.badDay)
    if (closed !== undefined) return act.say(`${receive.nameMissing}.`)
    const visit = view.visit?.state === 'serving' ? { visit: view.visit.visit } : {}
    const guidance = told.length > 0 ? { guidance: [...told], ...siteVisitOf(siteVisit) } : {}
    const petitioner = petitionerOf(person)
    if (await act.run({ type: 'receiveCase', case: id, kind: code, petitioner, ...visit, ...guidance })) openCase(id)
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
          <PersonFields person={person} onChange={setPerson} badBirth={badBirth} />
          <fieldset className="field">
            <legend>
              {words.intake.guidance.title} <span className="meta">{words.intake.guidance.law}</span>
            </legend>
            <Guidance {...{ kind, due, told, siteVisit, onTell: setTold, onSiteVisit: setSiteVisit }} />
          </fieldset>
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

type Person = { name: string; birth: string; contact: string; address: string }
type PersonProps = { person: Person; onChange: (person: Person) => void; badBirth: boolean }

/** What is typed is taken without its spaces; what was left empty is not there. */
function petitionerOf({ name, birth, contact, address }: Person) {
  const day = readDay(birth)
  return {
    name: name.trim(),
    ...(day !== '' && { birth: day }),
    ...(contact.trim() !== '' && { contact: contact.trim() }),
    ...(address.trim() !== '' && { address: address.trim() }),
  }
}

function PersonFields({ person, onChange, badBirth }: PersonProps) {
  const { receive } = useWords()
  const { optional } = receive
  const set = (part: keyof Person) => (value: string) => onChange({ ...person, [part]: value })
  return (
    <div className="pairs">
      <TextField ref={takeFocus} label={receive.name} value={person.name} onChange={set('name')} hint={receive.why} />
      <TextField
        {...{ label: receive.birth, optional, hint: receive.birthHint, inputMode: 'numeric' }}
        {...{ value: person.birth, onChange: set('birth') }}
        problem={badBirth && person.birth.length >= 8 ? receive.badBirth : undefined}
      />
      <TextField
        {...{ label: receive.contact, optional, inputMode: 'tel', value: person.contact, onChange: set('contact') }}
      />
      <TextField {...{ label: receive.address, optional, max: 200, value: person.address, onChange: set('address') }} />
    </div>
  )
}

function onWhat(view: CounterView, { receive, floor }: ReturnType<typeof useWords>): string {
  if (view.visit?.state !== 'serving') return receive.noVisit
  return receive.onVisit(view.visit.label ? printedLabel(view.visit.label) : floor.withoutTicket)
}
