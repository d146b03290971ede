import { useState } from 'react'
import { Role, type StaffRole } from '../../../domain/manual/manual.ts'
import { printedLabel } from '../../../domain/queue/ticket.ts'
import type { RosterLine, RosterView } from '../../../domain/views/view-roster.ts'
import { Button } from '../../common/button.tsx'
import { Dialog, FormDialog } from '../../common/dialog.tsx'
import { Select, TextField, Tick } from '../../common/field.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { newId } from '../../common/new-id.ts'
import { useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { takeFocus } from '../../common/take-focus.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { SecretField } from '../../sign-in/secret-field.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { closeWindow, type AdminWindow } from './place.ts'
import { sameName } from './same-name.ts'
import { newTemporaryPassword } from './temporary-password.ts'
import { useMachineNames } from './use-machine-name.ts'

/** The windows of 직원, once the roster is here. */
export function PeopleWindow({ opened }: { opened: Extract<AdminWindow, { of: PeopleWindowName }> }) {
  const view = useView({ of: 'roster' })
  if (!view) return null
  if (opened.of === 'addPerson') return <PersonForm view={view} />
  const line = view.staff.find((s) => s.person.id === opened.staff)
  if (!line) return null
  switch (opened.of) {
    case 'changePerson':
      return <PersonForm view={view} line={line} />
    case 'givePassword':
      return <GivePassword line={line} />
    case 'dismissPerson':
      return <Dismiss line={line} />
  }
}

type PeopleWindowName = 'addPerson' | 'changePerson' | 'givePassword' | 'dismissPerson'

function PersonForm({ view, line }: { view: RosterView; line?: RosterLine }) {
  const words = useWords()
  const { form: w } = useSupervisorWords().admin.roster
  const act = useAct()
  const [id] = useState(() => line?.person.id ?? newId())
  const [name, setName] = useDraft(`person name ${line?.person.id ?? ''}`, () => line?.person.name ?? '')
  const [role, setRole] = useState<StaffRole>(line?.person.role ?? 'clerk')
  const [also, setAlso] = useState<readonly StaffRole[]>(line?.person.also ?? [])
  const [team, setTeam] = useState(line?.person.team ?? view.teams[0]?.id)
  const [phone, setPhone] = useDraft(`person phone ${line?.person.id ?? ''}`, () => line?.person.phone ?? '')
  const alike = sameName(view, name, line?.person)
  const others = also.filter((r) => r !== role)
  const submit = async () => {
    if (team === undefined) return
    const person = {
      id,
      name: name.trim(),
      role,
      team,
      ...(phone.trim() !== '' && { phone: phone.trim() }),
      ...(others.length > 0 && { also: others }),
    }
    if (await act.run({ type: line ? 'changePerson' : 'enlistPerson', person })) closeWindow()
  }
  return (
    <FormDialog
      title={line ? w.changeTitle : w.addTitle}
      action={w.keep}
      onClose={closeWindow}
      problem={act.problem}
      closed={name.trim() === '' || team === undefined ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <TextField label={w.name} value={name} onChange={setName} />
      {alike !== undefined && <p className="caution">{w.alike(alike.name, alike.team, line === undefined)}</p>}
      <Select
        label={w.role}
        value={role}
        onChange={setRole}
        options={Role.options.map((r) => ({ value: r, label: words.roles[r] }))}
      />
      <fieldset className="field">
        <legend>{w.also}</legend>
        {Role.options
          .filter((r) => r !== role)
          .map((r) => (
            <Tick
              key={r}
              label={words.roles[r]}
              value={also.includes(r)}
              onChange={(is) => setAlso(is ? [...also, r] : also.filter((one) => one !== r))}
            />
          ))}
        <span className="meta">{w.alsoHint}</span>
      </fieldset>
      <Select
        label={w.team}
        value={team}
        onChange={setTeam}
        options={view.teams.map((t) => ({ value: t.id, label: t.name }))}
      />
      <TextField label={w.phone} optional={w.optional} value={phone} onChange={setPhone} inputMode="tel" />
    </FormDialog>
  )
}

/** It is made here, goes to the PC to be hashed, and is shown once. */
function GivePassword({ line }: { line: RosterLine }) {
  const words = useWords()
  const { giving: w } = useSupervisorWords().admin.roster
  const act = useAct()
  const [password] = useState(newTemporaryPassword)
  const [isGiven, setGiven] = useState(false)
  const { id, name } = line.person
  const [own, setOwn] = useState('')
  const give = async () => {
    if (own === '') return
    const isDone = await act.run({ type: 'giveTemporary', staff: id, password, own })
    setGiven(isDone)
    if (!isDone) setOwn('')
  }
  if (isGiven)
    return (
      <Dialog title={w.made(name)} onClose={closeWindow}>
        <p>
          <code className="temporary-password">{password}</code>
        </p>
        <p>{w.once}</p>
        <div className="form-end">
          <Button keyCap="Esc" onPress={closeWindow}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <FormDialog
      title={w.title}
      action={act.isSlow ? words.signIn.checking : w.done}
      onClose={closeWindow}
      problem={act.problem}
      closed={own === '' ? '' : undefined}
      onSubmit={() => void give()}
    >
      <p>{w.text(name)}</p>
      <SecretField
        ref={takeFocus}
        label={w.own}
        hint={w.ownHint}
        value={own}
        onChange={setOwn}
        onEnter={() => void give()}
      />
    </FormDialog>
  )
}

function Dismiss({ line }: { line: RosterLine }) {
  const { leaving: w } = useSupervisorWords().admin.roster
  const act = useAct()
  const { id, name } = line.person
  const leave = async () => {
    if (await act.run({ type: 'dismissPerson', staff: id })) closeWindow()
  }
  return (
    <FormDialog
      title={w.title}
      action={w.done}
      onClose={closeWindow}
      problem={act.problem}
      danger
      onSubmit={() => void leave()}
    >
      <p>{w.text(name)}</p>
      <Busy line={line} />
    </FormDialog>
  )
}

/** What others have to go on with. */
function Busy({ line: { busy } }: { line: RosterLine }) {
  const { leaving: w } = useSupervisorWords().admin.roster
  const nameOf = useMachineNames()
  if (busy.length === 0) return null
  return (
    <section aria-label={w.busy}>
      {busy.map(({ machine, visit, held, cases }) => (
        <p key={machine}>
          <Say tone="warn" icon={WarningIcon}>
            {[
              nameOf(machine),
              ...(visit ? [w.serving(visit.label && printedLabel(visit.label))] : []),
              ...(held > 0 ? [w.held(held)] : []),
              ...(cases > 0 ? [w.cases(cases)] : []),
            ].join(' · ')}
          </Say>
        </p>
      ))}
      {busy.some(({ visit, held }) => visit || held > 0) && <p className="meta">{w.goesOn}</p>}
    </section>
  )
}
