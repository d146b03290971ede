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
  /** What is left behind and has to be known before, though nothing is typed. */
  leaves?: string | undefined
  /** Where it cannot be now: why, and what a press does all the same. */
  shut?: { closed: string | undefined; reason: string | undefined; onClosed: () => void }
}

/** 근무 마침; where something is being typed or left behind it asks first. */
export function Leave({ onLeave, problem, onRead, size = 'small', leaves, shut }: Props) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const press = () => (isSomethingTyped() || leaves !== undefined ? setAsking(true) : onLeave())
  useKeys({ 'Mod+KeyE': shut?.closed === undefined ? press : shut.onClosed })
  return (
    <WithProblem problem={problem} onRead={onRead}>
      <Button size={size} keyCap={leaveKey} onPress={press} {...shut}>
        <span className="row">
          <LeaveIcon /> {words.signOut}
        </span>
      </Button>
      {isAsking && <Ask leaves={leaves} onClose={() => setAsking(false)} onLeave={onLeave} />}
    </WithProblem>
  )
}

type AskProps = { leaves: string | undefined; onClose: () => void; onLeave: () => void }

function Ask({ leaves, onClose, onLeave }: AskProps) {
  const { leave: w } = useWords().signIn
  const [isTyped] = useState(isSomethingTyped)
  const leave = () => {
    onClose()
    onLeave()
  }
  return (
    <FormDialog
      title={isTyped ? w.title : w.plainTitle}
      action={isTyped ? w.done : w.plainDone}
      danger={isTyped}
      onClose={onClose}
      onSubmit={leave}
    >
      {leaves !== undefined && <p>{leaves}</p>}
      {isTyped && <p>{w.text}</p>}
    </FormDialog>
  )
}
