import { Button } from '../common/button.tsx'
import { LeaveIcon } from '../common/icons.tsx'
import { WithProblem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'

/** 근무 마침, with why it could not be. */
export function SignOut() {
  const words = useWords()
  const act = useAct()
  const signOut = () => void act.run({ type: 'signOut' })
  useKeys({ 'Mod+KeyL': signOut })
  return (
    <WithProblem problem={act.problem} onRead={() => act.say(undefined)}>
      <Button size="small" keyCap="Ctrl+L" onPress={signOut}>
        <span className="row">
          <LeaveIcon /> {words.signOut}
        </span>
      </Button>
    </WithProblem>
  )
}
