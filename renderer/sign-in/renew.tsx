import { useState } from 'react'
import type { SetupPerson } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Problem } from '../common/problem.tsx'
import { takeFocus } from '../common/take-focus.ts'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { FreshFields, isTwice, noFresh, SecretField } from './secret-field.tsx'

type Props = { person: Pick<SetupPerson, 'name' | 'id'>; atLock?: boolean; onBack: () => void }

/** The first sign-in with a temporary password, or the first unlocking: it is typed once more, and replaced. */
export function Renew({ person, atLock = false, onBack }: Props) {
  const words = useWords()
  const { renew } = words.signIn
  const w = atLock ? { ...renew, ...renew.atLock } : renew
  const [password, setPassword] = useState('')
  const [fresh, setFresh] = useState(noFresh)
  const act = useAct()
  const isWhole = password !== '' && isTwice(fresh)
  const replace = () => {
    if (isWhole) void act.run({ type: 'renew', clerk: person.id, password, fresh: fresh.own })
  }
  return (
    <>
      <h2 className="title">{w.title}</h2>
      <p>{w.text(person.name)}</p>
      <SecretField ref={takeFocus} label={renew.old} value={password} onChange={setPassword} />
      <FreshFields value={fresh} onChange={setFresh} onEnter={replace} />
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={onBack}>{w.back}</Button>
        <Button look="primary" keyCap="Enter" onPress={replace} closed={isWhole ? undefined : ''}>
          {act.isSlow ? words.signIn.checking : w.done}
        </Button>
      </div>
    </>
  )
}
