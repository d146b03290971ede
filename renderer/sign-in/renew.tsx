import { useState } from 'react'
import type { SetupPerson } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { Problem } from '../common/problem.tsx'
import { takeFocus } from '../common/take-focus.ts'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { FreshFields, isTwice, noFresh, SecretField } from './secret-field.tsx'

/** The first sign-in with a temporary password: it is typed once more, and replaced. */
export function Renew({ person, onBack }: { person: SetupPerson; onBack: () => void }) {
  const words = useWords()
  const { renew: w } = words.signIn
  const [password, setPassword] = useState('')
  const [fresh, setFresh] = useState(noFresh)
  const act = useAct()
  const isWhole = password !== '' && isTwice(fresh)
  const renew = () => {
    if (isWhole) void act.run({ type: 'renew', clerk: person.id, password, fresh: fresh.own })
  }
  return (
    <>
      <h2 className="title">{w.title}</h2>
      <p>{w.text(person.name)}</p>
      <SecretField ref={takeFocus} label={words.signIn.password} value={password} onChange={setPassword} />
      <FreshFields value={fresh} onChange={setFresh} onEnter={renew} />
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={onBack}>{w.back}</Button>
        <Button look="primary" keyCap="Enter" onPress={renew} closed={isWhole ? undefined : ''}>
          {act.isSlow ? words.signIn.checking : w.done}
        </Button>
      </div>
    </>
  )
}
