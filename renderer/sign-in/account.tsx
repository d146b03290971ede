import { useState } from 'react'
import type { PersonView } from '../../domain/views/views.ts'
import { Button, KeyCap } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { LockIcon, PersonIcon } from '../common/icons.tsx'
import { Problem } from '../common/problem.tsx'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { FreshFields, isTwice, noFresh, SecretField } from './secret-field.tsx'

/** The key of the lock on every desk, also over an open window. */
export const lockKey = 'Ctrl+L'

/** 근무자 표시: who works here, always in sight; a press opens the own password and PIN. */
export function Badge({ clerk }: { clerk: PersonView }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" look="quiet" onPress={() => setOpen(true)}>
        <span className="row">
          <PersonIcon />
          <b className="who-is-here">{clerk.name}</b>
          <span className="meta wide">{words.roles[clerk.role]}</span>
        </span>
      </Button>
      <LockNow />
      {isOpen && <Account onClose={() => setOpen(false)} />}
    </>
  )
}

function LockNow() {
  const { lock: w } = useWords().signIn
  const act = useAct()
  const lock = () => void act.run({ type: 'lock' })
  useKeys({ 'Mod+KeyL': lock }, 'always')
  return (
    <Button size="small" look="quiet" label={`${w.now} ${lockKey}`} onPress={lock}>
      <span className="row">
        <LockIcon />
        <span className="wide">{w.now}</span> <KeyCap>{lockKey}</KeyCap>
      </span>
    </Button>
  )
}

function Account({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { account: w } = words.signIn
  return (
    <Dialog title={w.title} onClose={onClose}>
      <ChangePassword />
      <SetPin />
      <div className="form-end">
        <Button onPress={onClose} keyCap="Esc">
          {words.close}
        </Button>
      </div>
    </Dialog>
  )
}

function ChangePassword() {
  const words = useWords()
  const { account: w } = words.signIn
  const [password, setPassword] = useState('')
  const [fresh, setFresh] = useState(noFresh)
  const [isDone, setDone] = useState(false)
  const act = useAct()
  const setup = useView({ of: 'setup' })
  const isWhole = password !== '' && isTwice(fresh)
  const change = async () => {
    if (!isWhole || !(await act.run({ type: 'changePassword', password, fresh: fresh.own }))) return
    setPassword('')
    setFresh(noFresh)
    setDone(true)
  }
  return (
    <section className="form" aria-label={w.change}>
      <h3>{w.change}</h3>
      <SecretField label={w.old} value={password} onChange={setPassword} />
      <FreshFields value={fresh} onChange={setFresh} onEnter={() => void change()} />
      {setup?.line.state === 'offline' && <p className="meta">{w.offline}</p>}
      <Problem>{act.problem}</Problem>
      <output className="say ok">{isDone ? w.changeDone : ''}</output>
      <Button onPress={() => void change()} closed={isWhole ? undefined : ''}>
        {act.isSlow ? words.signIn.checking : w.change}
      </Button>
    </section>
  )
}

function SetPin() {
  const words = useWords()
  const { account: w } = words.signIn
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const [isDone, setDone] = useState(false)
  const act = useAct()
  const isWhole = password !== '' && pin.length === 6
  const set = async () => {
    if (!isWhole || !(await act.run({ type: 'setPin', pin, password }))) return
    setPassword('')
    setPin('')
    setDone(true)
  }
  return (
    <section className="form" aria-label={w.pinTitle}>
      <h3>{w.pinTitle}</h3>
      <SecretField label={w.pinBy} value={password} onChange={setPassword} />
      <SecretField label={w.pin} hint={w.pinText} value={pin} digits onChange={setPin} onEnter={() => void set()} />
      <Problem>{act.problem}</Problem>
      <output className="say ok">{isDone ? w.pinDone : ''}</output>
      <Button onPress={() => void set()} closed={isWhole ? undefined : ''}>
        {act.isSlow ? words.signIn.checking : w.pinSet}
      </Button>
    </section>
  )
}
