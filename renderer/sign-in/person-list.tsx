/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the list under the name box, which has the keys */
import { useState } from 'react'
import type { SetupPerson } from '../../domain/views/views.ts'
import { takeFocus } from '../common/take-focus.ts'
import { useNow } from '../common/use-now.ts'
import { useWords } from '../text/text.ts'

type Props = {
  people: readonly SetupPerson[]
  chosen: SetupPerson | undefined
  onChoose: (person: SetupPerson | undefined) => void
  /** The choice is made; the password comes next. */
  onDone: () => void
}

const matches = (person: SetupPerson, typed: string): boolean =>
  typed.trim() === '' ||
  person.name.includes(typed.trim()) ||
  person.id.toLowerCase().includes(typed.trim().toLowerCase())

/** Who may sit at this PC: found by typing, chosen by arrow keys. */
export function PersonList({ people, chosen, onChoose, onDone }: Props) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const shown = people.filter((p) => matches(p, typed))
  const index = Math.max(
    0,
    shown.findIndex((p) => p.id === chosen?.id),
  )
  const current = shown[index]
  const move = (by: number) => onChoose(shown[Math.max(0, Math.min(shown.length - 1, index + by))])
  return (
    <>
      <input
        ref={takeFocus}
        className="input"
        role="combobox"
        aria-label={words.signIn.who}
        aria-expanded="true"
        aria-controls="staff"
        aria-activedescendant={current && `staff-${current.id}`}
        autoComplete="off"
        placeholder={words.signIn.find}
        value={typed}
        onFocus={(e) => e.target.select()}
        onChange={(e) => {
          setTyped(e.target.value)
          onChoose(people.find((p) => matches(p, e.target.value)))
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing || e.keyCode === 229) return
          if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
            e.preventDefault()
            move(e.key === 'ArrowDown' ? 1 : -1)
          }
          if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) {
            e.preventDefault()
            onDone()
          }
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
            onClick={() => {
              onChoose(p)
              onDone()
            }}
          >
            <b>{p.name}</b> <span className="meta">{words.roles[p.role]}</span>
            <span className="grow" />
            {!p.hasPassword && <span className="meta">{words.signIn.noPassword}</span>}
            {p.waitUntil !== undefined && <Waiting until={p.waitUntil} />}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="meta">{words.signIn.none}</p>}
    </>
  )
}

/** How long somebody still waits after too many wrong passwords. */
export function Waiting({ until }: { until: number }) {
  const words = useWords()
  const seconds = Math.ceil((until - useNow()) / 1000)
  if (seconds <= 0) return null
  return (
    <span className="problem">{words.signIn.wait(words.signIn.minutes(Math.floor(seconds / 60), seconds % 60))}</span>
  )
}
