import { useRef, useState } from 'react'
import type { Outcome } from '../../domain/desk.ts'
import type { SetupPerson } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Problem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { PersonList, Waiting } from './person-list.tsx'
import { Renew } from './renew.tsx'
import { SecretField } from './secret-field.tsx'

/** Who signs in, and the password. A temporary password leads to choosing an own one. */
export function Enter({ people }: { people: readonly SetupPerson[] }) {
  const words = useWords()
  const [chosen, setChosen] = useState(people[0])
  const [password, setPassword] = useState('')
  const [isTemporary, setTemporary] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const act = useAct((outcome: Outcome) => {
    if (typeof outcome === 'object' && outcome.refused === 'passwordTemporary') setTemporary(true)
  })
  // The list follows the hall: who waits, who has a password by now.
  const person = people.find((p) => p.id === chosen?.id)
  const enter = async () => {
    if (!person || password === '') return field.current?.focus()
    if (await act.run({ type: 'enter', clerk: person.id, password })) return
    setPassword('')
    field.current?.focus()
  }
  if (isTemporary && person)
    return (
      <Renew
        person={person}
        onBack={() => {
          setTemporary(false)
          act.say(undefined)
        }}
      />
    )
  return (
    <>
      <PersonList
        people={people}
        chosen={person}
        onChoose={(next) => {
          setChosen(next)
          setPassword('')
          act.say(undefined)
        }}
        onDone={() => field.current?.focus()}
      />
      <SecretField
        ref={field}
        label={words.signIn.password}
        value={password}
        onChange={setPassword}
        disabled={!person}
        onEnter={() => void enter()}
      />
      <Problem>{act.problem}</Problem>
      {person && !person.hasPassword && act.problem === undefined && (
        <p className="meta">{words.signIn.noPasswordText}</p>
      )}
      {person?.waitUntil !== undefined && <Waiting until={person.waitUntil} />}
      <Button
        look="primary"
        size="large"
        keyCap="Enter"
        onPress={() => void enter()}
        closed={person && password !== '' ? undefined : ''}
      >
        {act.isSlow ? words.signIn.checking : person ? words.signIn.hello(person.name) : words.signIn.done}
      </Button>
    </>
  )
}
