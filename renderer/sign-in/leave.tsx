import { useState } from 'react'
import { Button } from '../common/button.tsx'
import { FormDialog } from '../common/dialog.tsx'
import { LeaveIcon } from '../common/icons.tsx'
import { WithProblem } from '../common/problem.tsx'
import { isSomethingTyped } from '../common/typed.ts'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'

/** The key of the end of a shift on every desk: not beside that of the lock, which is pressed many times a day. */
export const leaveKey = 'Ctrl+E'

type Props = {
  onLeave: () => void
  /** Why it could not be, until it is read. */
  problem: string | undefined
  onRead: () => void
  size?: 'small' | 'normal'
  /** Where it cannot be now: why, and what a press does all the same. */
  shut?: { closed: string | undefined; reason: string | undefined; onClosed: () => void }
}

/** 근무 마침; where something is being typed it asks first. */
export function Leave({ onLeave, problem, onRead, size = 'small', shut }: Props) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const press = () => (isSomethingTyped() ? setAsking(true) : onLeave())
  useKeys({ 'Mod+KeyE': shut?.closed === undefined ? press : shut.onClosed })
  return (
    <WithProblem problem={problem} onRead={onRead}>
      <Button size={size} keyCap={leaveKey} onPress={press} {...shut}>
        <span className="row">
          <LeaveIcon /> {words.signOut}
        </span>
      </Button>
      {isAsking && <Ask onClose={() => setAsking(false)} onLeave={onLeave} />}
    </WithProblem>
  )
}

function Ask({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const { leave: w } = useWords().signIn
  const leave = () => {
    onClose()
    onLeave()
  }
  return (
    <FormDialog title={w.title} action={w.done} danger onClose={onClose} onSubmit={leave}>
      <p>{w.text}</p>
    </FormDialog>
  )
}
