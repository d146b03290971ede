import { useAct } from '../common/use-act.ts'
import { Leave } from '../sign-in/leave.tsx'

/** 근무 마침, with why it could not be. */
export function SignOut() {
  const act = useAct()
  return (
    <Leave onLeave={() => void act.run({ type: 'signOut' })} problem={act.problem} onRead={() => act.say(undefined)} />
  )
}
