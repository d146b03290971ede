/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the list under the name box, which has the keys */
import { useState } from 'react'
import type { PersonView, SetupView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { LineState } from '../common/line-state.tsx'
import { Problem } from '../common/problem.tsx'
import { takeFocus } from '../common/take-focus.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'

/** Who sits at this counter today: chosen from the hall's list. A real proof of identity takes its place here later. */
export function SignIn({ setup }: { setup: SetupView }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <div className="sign-in">
      <header className="top">
        <span className="where">{setup.counter ? words.counter(setup.counter.number) : words.product}</span>
        <span className="meta">{setup.hallName}</span>
        <span className="grow" />
        <LineState line={setup.line} />
        <Button size="small" onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}>
          {words.language}
        </Button>
      </header>
      <main className="sign-in-middle">
        <div className="panel sign-in-panel">
          <Chooser setup={setup} />
        </div>
      </main>
    </div>
  )
}

function Chooser({ setup }: { setup: SetupView }) {
  const words = useWords()
  if (!setup.ready)
    return <Empty title={words.signIn.notReady} text={words.signIn.notReadyText} machine={setup.machine} />
  if (!setup.counter)
    return <Empty title={words.signIn.noCounter} text={words.signIn.noCounterText} machine={setup.machine} />
  return <StaffList staff={setup.staff} place={`${words.counter(setup.counter.number)} ${setup.counter.team}`} />
}

function Empty({ title, text, machine }: { title: string; text: string; machine: string }) {
  const words = useWords()
  return (
    <div className="sign-in-empty" aria-live="polite">
      <h1 className="title">{title}</h1>
      <p>{text}</p>
      <p className="meta">{words.signIn.machine(machine)}</p>
    </div>
  )
}

const matches = (person: PersonView, typed: string): boolean =>
  typed.trim() === '' ||
  person.name.includes(typed.trim()) ||
  person.id.toLowerCase().includes(typed.trim().toLowerCase())

function StaffList({ staff, place }: { staff: PersonView[]; place: string }) {
  const words = useWords()
  const act = useAct()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const shown = staff.filter((p) => matches(p, typed))
  const index = Math.min(chosen, shown.length - 1)
  const person = shown[index]
  const start = (who = person) => who && void act.run({ type: 'signIn', clerk: who.id })
  const move = (by: number) => setChosen(Math.max(0, Math.min(shown.length - 1, index + by)))
  useKeys({ 'Mod+Enter': () => start() })
  return (
    <>
      <div className="sign-in-head">
        <h1 className="title">{words.signIn.title}</h1>
        <p className="ink2">{place}</p>
      </div>
      <input
        ref={takeFocus}
        className="input"
        role="combobox"
        aria-label={words.signIn.who}
        aria-expanded="true"
        aria-controls="staff"
        aria-activedescendant={person && `staff-${person.id}`}
        autoComplete="off"
        placeholder={words.signIn.find}
        value={typed}
        onChange={(e) => {
          setTyped(e.target.value)
          setChosen(0)
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing || e.keyCode === 229) return
          if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
            e.preventDefault()
            move(e.key === 'ArrowDown' ? 1 : -1)
          }
          if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) start()
        }}
      />
      <div id="staff" role="listbox" aria-label={words.signIn.who} className="staff">
        {shown.map((p, i) => (
          <div
            key={p.id}
            id={`staff-${p.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === index}
            ref={(row) => (i === index ? row?.scrollIntoView({ block: 'nearest' }) : undefined)}
            onClick={() => setChosen(i)}
            onDoubleClick={() => start(p)}
          >
            <b>{p.name}</b> <span className="meta">{words.roles[p.role]}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="meta">{words.signIn.none}</p>}
      <Problem>{act.problem}</Problem>
      <Button look="primary" size="large" keyCap="Enter" onPress={() => start()} closed={person ? undefined : ''}>
        {person ? words.signIn.hello(person.name) : words.signIn.done}
      </Button>
    </>
  )
}
