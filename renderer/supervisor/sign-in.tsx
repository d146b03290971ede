import { useState } from 'react'
import type { SetupView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Claim } from '../sign-in/claim.tsx'
import { Enter } from '../sign-in/enter.tsx'
import { Empty, Frame, NotReady } from '../sign-in/frame.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useWords } from '../text/text.ts'

/** Who looks after the hall, its manual or its machines now: the few people whose role it is. */
export function SignIn({ setup }: { setup: SetupView }) {
  const own = useSupervisorWords()
  return (
    <Frame setup={setup} where={own.where}>
      <Chooser setup={setup} />
    </Frame>
  )
}

function Chooser({ setup }: { setup: SetupView }) {
  const { signIn: w } = useWords()
  const own = useSupervisorWords()
  const [isClaiming, setClaiming] = useState(false)
  const people = setup.staff.filter((p) => p.sitsHere)
  if (!setup.ready) return <NotReady setup={setup} />
  if (people.length === 0) return <Empty title={own.noSupervisor} text={own.noSupervisorText} machine={setup.machine} />
  if (isClaiming) return <Claim people={people} isFirst={setup.firstAdministrator} onBack={() => setClaiming(false)} />
  return (
    <>
      <h1 className="title">{w.title}</h1>
      {setup.firstAdministrator && (
        <div className="field">
          <p>{w.claim.text}</p>
          <Button onPress={() => setClaiming(true)}>{w.claim.open}</Button>
        </div>
      )}
      <Enter people={people} />
      {!setup.firstAdministrator && (
        <Button size="small" look="quiet" onPress={() => setClaiming(true)}>
          {w.claim.again.open}
        </Button>
      )}
    </>
  )
}
