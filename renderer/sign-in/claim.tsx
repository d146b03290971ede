import { useState } from 'react'
import type { SetupPerson } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Select, TextField } from '../common/field.tsx'
import { Problem } from '../common/problem.tsx'
import { takeFocus } from '../common/take-focus.ts'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { FreshFields, isTwice, noFresh } from './secret-field.tsx'

type Props = { people: readonly SetupPerson[]; isFirst: boolean; onBack: () => void }

/** The first administrator of a hall, or one whose password is lost: by a one-time code of its server. */
export function Claim({ people, isFirst, onBack }: Props) {
  const words = useWords()
  const { claim: w } = words.signIn
  const { title, text, codeHint } = isFirst ? w : w.again
  const administrators = people.filter((p) => p.role === 'administrator' || p.also?.includes('administrator'))
  const [staff, setStaff] = useState(administrators[0]?.id)
  const [code, setCode] = useState('')
  const [fresh, setFresh] = useState(noFresh)
  const act = useAct()
  const isWhole = staff !== undefined && code.trim() !== '' && isTwice(fresh)
  const claim = () => {
    if (isWhole) void act.run({ type: 'claim', staff, code: code.trim(), password: fresh.own })
  }
  return (
    <>
      <h1 className="title">{title}</h1>
      <p>{administrators.length > 0 ? text : w.none}</p>
      <Select
        label={w.who}
        value={staff}
        options={administrators.map((p) => ({ value: p.id, label: p.name }))}
        onChange={setStaff}
      />
      <TextField ref={takeFocus} label={words.signIn.code} hint={codeHint} value={code} onChange={setCode} max={40} />
      <FreshFields value={fresh} onChange={setFresh} onEnter={claim} />
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={onBack}>{words.signIn.lock.back}</Button>
        <Button look="primary" keyCap="Enter" onPress={claim} closed={isWhole ? undefined : ''}>
          {act.isSlow ? words.signIn.checking : w.done}
        </Button>
      </div>
    </>
  )
}
