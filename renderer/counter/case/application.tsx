import { useEffect, useRef } from 'react'
import { keptValues, problemsOf, type FormField } from '../../../domain/manual/form.ts'
import type { FormValues } from '../../../domain/record/private.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { clock } from '../../common/format.ts'
import { CheckIcon, QuestionIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { Problem } from '../../common/problem.tsx'
import { Say } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { valueText } from './application-value.ts'
import { FormFields } from './form-fields.tsx'
import { ResidentNumber } from './resident-number.tsx'

type Props = {
  seen: CaseView
  /** What is typed while the form is being changed; it stays while another screen of the case is looked at. */
  draft: FormValues | undefined
  onDraft: (draft: FormValues | undefined) => void
  onSign: () => void
  onCorrect: () => void
}

/** 신청서: what the form says now, its change by the petitioner, the correction of one field by the clerk, and its signature. */
export function Application({ seen, draft, onDraft, onSign, onCorrect }: Props) {
  const { application: words } = useWords().procedure
  const isOpen = seen.mine && !seen.decision && seen.state !== 'closed'
  const { fields } = seen.procedure.form
  return (
    <div className="body">
      <Signed seen={seen} onSign={isOpen ? onSign : undefined} />
      {draft && isOpen ? (
        <Edit seen={seen} typed={draft} onType={onDraft} onLeave={() => onDraft(undefined)} />
      ) : (
        <Panel
          title={words.title}
          note={words.law}
          end={
            isOpen && (
              <span className="row">
                <Button
                  size="small"
                  onPress={onCorrect}
                  closed={isFilled(seen) || seen.petitioner ? undefined : words.nothingFilled}
                >
                  {words.correct}
                </Button>
                {fields.length > 0 && (
                  <Button size="small" onPress={() => onDraft(seen.procedure.form.values)}>
                    {isFilled(seen) ? words.change : words.fill}
                  </Button>
                )}
              </span>
            )
          }
        >
          <Filled seen={seen} />
        </Panel>
      )}
    </div>
  )
}

const isFilled = ({ procedure }: CaseView): boolean => Object.keys(procedure.form.values).length > 0

function Signed({ seen, onSign }: { seen: CaseView; onSign: (() => void) | undefined }) {
  const { application: words, acts, form } = useWords().procedure
  const { signed } = seen.procedure
  return (
    <section className="panel coming" aria-labelledby="signed-title">
      <h2 id="signed-title" className="head">
        {words.signature}
      </h2>
      <p className="row">
        {signed ? (
          <Say tone="ok" icon={CheckIcon}>
            {words.signed[signed.how]} · {clock(signed.at)} {signed.clerk}
          </Say>
        ) : (
          <Say tone="warn" icon={QuestionIcon}>
            {words.unsigned}
          </Say>
        )}
        {onSign && (
          <Button size="small" onPress={onSign}>
            {form.more(acts.signForm.name)}
          </Button>
        )}
      </p>
    </section>
  )
}

/** Every field with its value; what is missing and required says so. */
function Filled({ seen }: { seen: CaseView }) {
  const language = useLanguage()
  const { application } = useWords().procedure
  const { fields, values } = seen.procedure.form
  if (fields.length === 0) return <p className="meta padded">{application.none}</p>
  return (
    <dl className="ending filled">
      {fields.map((field) => {
        const value = values[field.id]
        return (
          <div key={field.id}>
            <dt className="head">{field.label[language]}</dt>
            <dd>
              {value === undefined ? (
                <span className="meta">{field.required ? application.missing : application.empty}</span>
              ) : (
                <Value seen={seen} field={field} value={value} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

type ValueProps = { seen: CaseView; field: FormField; value: string }

function Value({ seen, field, value }: ValueProps) {
  const words = useWords()
  const language = useLanguage()
  if (field.type === 'residentNo') return <ResidentNumber seen={seen} field={field.id} masked={value} />
  return valueText(field, value, words, language)
}

type EditProps = { seen: CaseView; typed: FormValues; onType: (typed: FormValues) => void; onLeave: () => void }

function Edit({ seen, typed, onType, onLeave }: EditProps) {
  const { application: words } = useWords().procedure
  const act = useAct()
  const { fields } = seen.procedure.form
  const form = useRef<HTMLFormElement>(null)
  // Who begins to write begins in the first field.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const problems = Object.fromEntries(Object.entries(problemsOf(fields, typed)).filter(([, p]) => p !== 'empty'))
  const save = async () => {
    if (await act.run({ type: 'fillForm', case: seen.case, form: keptValues(fields, typed) })) onLeave()
  }
  const closed = Object.keys(problems).length > 0 ? '' : undefined
  useKeys({ 'Mod+Enter': () => closed ?? void save() })
  return (
    <Panel title={words.title} note={words.editing}>
      <form ref={form} className="edit-form" onSubmit={(e) => e.preventDefault()}>
        <div className="pairs form-pairs">
          <FormFields
            fields={fields}
            values={typed}
            problems={problems}
            onChange={(id, value) => onType({ ...typed, [id]: value })}
          />
        </div>
        <div className="form-end">
          <Problem>{act.problem}</Problem>
          <Button onPress={onLeave}>{words.leave}</Button>
          <Button look="primary" onPress={() => void save()} closed={Object.keys(problems).length > 0 ? '' : undefined}>
            {words.keep}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
