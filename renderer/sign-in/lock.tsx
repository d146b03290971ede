import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../domain/desk.ts'
import type { SetupView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { FormDialog } from '../common/dialog.tsx'
import { LockIcon } from '../common/icons.tsx'
import { Problem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { Enter } from './enter.tsx'
import { Frame } from './frame.tsx'
import { Waiting } from './person-list.tsx'
import { Renew } from './renew.tsx'
import { SecretField } from './secret-field.tsx'

type Session = NonNullable<SetupView['session']>

/** A locked PC: whose session it is, and the ways out of it. Nothing of the work is behind it. */
export function Lock({ setup, session, where }: { setup: SetupView; session: Session; where: string }) {
  const words = useWords()
  const { lock: w } = words.signIn
  const [isOther, setOther] = useState(false)
  const others = setup.staff.filter((p) => p.sitsHere && p.id !== session.clerk.id)
  return (
    <Frame setup={setup} where={where}>
      <div>
        <h1 className="title row">
          <LockIcon /> {w.title}
        </h1>
        <p className="ink2">{isOther ? w.otherText(session.clerk.name) : w.text(session.clerk.name)}</p>
      </div>
      {isOther ? <Enter people={others} /> : <Unlock setup={setup} session={session} />}
      <div className="sign-in-ways">
        <Button onPress={() => setOther(!isOther)}>{isOther ? w.back : w.other}</Button>
        <EndLocked />
      </div>
    </Frame>
  )
}

function Unlock({ setup, session }: { setup: SetupView; session: Session }) {
  const words = useWords()
  const { lock: w } = words.signIn
  const [isPassword, setPassword] = useState(false)
  const [typed, setTyped] = useState('')
  const byPin = session.hasPin && !isPassword
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [byPin])
  const [isTemporary, setTemporary] = useState(false)
  const act = useAct((outcome: Outcome) => {
    if (outcome !== 'done') setTyped('')
    if (typeof outcome === 'object' && outcome.refused === 'passwordTemporary') setTemporary(true)
  })
  const isWhole = byPin ? typed.length === 6 : typed !== ''
  const unlock = () => {
    if (isWhole) void act.run({ type: 'unlock', ...(byPin ? { pin: typed } : { password: typed }) })
  }
  const me = setup.staff.find((p) => p.id === session.clerk.id)
  const back = () => {
    setTemporary(false)
    act.say(undefined)
  }
  if (isTemporary) return <Renew atLock person={session.clerk} onBack={back} />
  return (
    <>
      <SecretField
        ref={field}
        label={byPin ? words.signIn.pin : words.signIn.password}
        value={typed}
        digits={byPin}
        onChange={setTyped}
        onEnter={unlock}
      />
      <Problem>{act.problem}</Problem>
      {me?.waitUntil !== undefined && <Waiting until={me.waitUntil} />}
      <Button look="primary" size="large" keyCap="Enter" onPress={unlock} closed={isWhole ? undefined : ''}>
        {act.isSlow ? words.signIn.checking : w.unlock}
      </Button>
      {session.hasPin && (
        <Button
          size="small"
          onPress={() => {
            setPassword(!isPassword)
            setTyped('')
          }}
        >
          {byPin ? w.byPassword : w.byPin}
        </Button>
      )}
    </>
  )
}

function EndLocked() {
  const { lock: w } = useWords().signIn
  const act = useAct()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button onPress={() => setAsking(true)}>{w.end}…</Button>
      {isAsking && (
        <FormDialog
          title={w.end}
          action={w.end}
          danger
          problem={act.problem}
          onClose={() => setAsking(false)}
          onSubmit={() => void act.run({ type: 'endLocked' })}
        >
          <p>{w.endText}</p>
        </FormDialog>
      )}
    </>
  )
}
