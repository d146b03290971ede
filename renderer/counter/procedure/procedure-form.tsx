import { useState } from 'react'
import type { Extension } from '../../../domain/case/case-clock.ts'
import { longestNumber } from '../../../domain/case/procedure.ts'
import type { Command } from '../../../domain/hall.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { CaseView, CounterView, PersonView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { clock, date } from '../../common/format.ts'
import { ClockIcon } from '../../common/icons.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { newId } from '../../common/new-id.ts'
import { useHasCome, useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { SecondPassword } from '../../sign-in/second-password.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { openCase } from '../place.ts'
import { ActField } from './act-field.tsx'
import { firstValues, readValues, shownFields, wrongFields, type ActForm, type ProcedureAct } from './act-form.ts'
import { procedureForms } from './procedure-forms.ts'
import { Signature, type Signed } from './signature.tsx'
import { WhenField } from './when-field.tsx'
import { instantOfWhen, type When } from './when.ts'

type Props = { type: ProcedureAct; seen: CaseView; view: CounterView; onClose: () => void }

/** The form of an act of the procedure, once the manual and the roster are here. */
export function ProcedureForm(props: Props) {
  const { seen } = props
  const page = { of: 'kind', code: seen.kind, edition: seen.edition } as const
  const kind = useView(page)
  const setup = useView({ of: 'setup' })
  const hasCome = useHasCome(page)
  return hasCome && setup ? <OneForm {...props} kind={kind} staff={setup.staff} /> : null
}

type OneProps = Props & { kind: Kind | undefined; staff: readonly PersonView[] }

function OneForm({ type, seen, view, kind, staff, onClose }: OneProps) {
  const words = useWords()
  const act = useAct()
  const { name, done } = words.procedure.acts[type]
  const language = useLanguage()
  const { fields, text, isDanger, command, extendsBy, tells } = formOf(type, {
    seen,
    view,
    kind,
    staff,
    words,
    language,
  })
  const [values, setValues] = useDraft(`${type} ${seen.case}`, () => firstValues(fields))
  const [when, setWhen] = useDraft<When | undefined>(`${type} when ${seen.case}`, () => undefined)
  const [signed, setSigned] = useState<Signed>({})
  const [password, setPassword] = useState('')
  const second = type === 'correctDecision' ? staff.find((s) => s.id === values['confirmedBy']) : undefined
  const [id] = useState(() => (type === 'receiveObjection' ? newId() : seen.case))
  const at = instantOfWhen(when)
  const isUnsigned = type === 'signForm' && !signed.strokes && !signed.onPaper
  const closed =
    wrongFields(fields, values).length > 0 || at === 'wrong' || isUnsigned || (second && password === '')
      ? ''
      : undefined
  const submit = async () => {
    const meant = {
      ...command(readValues(fields, values)),
      type,
      case: id,
      ...(at !== undefined && { doneAt: at }),
      ...(type === 'signForm' && signed.strokes && { signature: signed.strokes }),
    }
    const meantCommand = meant as Command
    setPassword('')
    if (!(await act.run(second ? { type: 'withSecond', command: meantCommand, password } : meantCommand))) return
    // What is done is no draft, also where the case leaves the screen together with its form.
    setValues(firstValues(fields))
    setWhen(undefined)
    onClose()
    if (type === 'receiveObjection') openCase(id)
  }
  return (
    <FormDialog
      title={
        <>
          {name} · <CaseName of={seen} />
        </>
      }
      action={done}
      onClose={onClose}
      closed={closed}
      problem={act.problem}
      danger={isDanger ?? false}
      wide={fields.length > 3}
      onSubmit={() => void submit()}
    >
      {text !== undefined && <p>{text}</p>}
      {type === 'signForm' && <Signature value={signed} onChange={setSigned} />}
      {shownFields(fields, values).map((field) => (
        <ActField
          key={field.id}
          field={field}
          value={values[field.id] ?? ''}
          onChange={(value) => setValues({ ...values, [field.id]: value })}
        />
      ))}
      {second && <SecondPassword name={second.name} value={password} onChange={setPassword} />}
      {tells && (
        <p aria-live="polite">
          <b>{tells(readValues(fields, values))}</b>
        </p>
      )}
      {extendsBy && <NewDue seen={seen} extension={extendsBy(values)} />}
      <WhenField when={when} onChange={setWhen} />
    </FormDialog>
  )
}

/** The union of all forms: each makes the command of its own act. */
const formOf = (type: ProcedureAct, context: Parameters<(typeof procedureForms)[ProcedureAct]>[0]) =>
  procedureForms[type](context) as Pick<ActForm<ProcedureAct>, keyof ActForm<ProcedureAct>>

/** The due date that the extension would give, counted by the rules themselves. */
function NewDue({ seen, extension: { value, unit } }: { seen: CaseView; extension: Extension }) {
  const { extension } = useWords().procedure.form
  const language = useLanguage()
  const isSound = Number.isInteger(value) && value >= 1 && value <= longestNumber
  const due = useView({ of: 'extendedDue', case: seen.case, value: isSound ? value : 1, ...(unit && { unit }) })
  return (
    <p aria-live="polite">
      <Say tone="accent" icon={ClockIcon}>
        {isSound && due ? extension.due(`${date(due.lastDay, language)} ${clock(due.dueAt)}`) : extension.noDue}
      </Say>
    </p>
  )
}
