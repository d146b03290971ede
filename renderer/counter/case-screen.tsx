import { useEffect, useState } from 'react'
import type { CaseView, CounterView } from '../../domain/views.ts'
import { useHasCome, useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useWords } from '../text/text.ts'
import { CaseBar } from './case-bar.tsx'
import { CaseDocuments } from './case-documents.tsx'
import { CaseForms, type CaseForm } from './case-forms.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseNotes } from './case-notes.tsx'
import { Ending, History, LateActs } from './case-record.tsx'
import { CaseSteps } from './case-steps.tsx'
import { CaseSwitch } from './case-switch.tsx'
import { checkId, openStep, primaryId } from './open-step.ts'

/** One case, led step by step. */
export function CaseScreen({ view, id }: { view: CounterView; id: string }) {
  const words = useWords()
  const seen = useView({ of: 'case', case: id })
  const hasCome = useHasCome({ of: 'case', case: id })
  if (seen) return <OneCase view={view} seen={seen} />
  return (
    <main className="middle">
      <CaseSwitch view={view} current={id} />
      <p className="padded" role="status">
        {hasCome ? words.case.gone : words.opening}
      </p>
    </main>
  )
}

function OneCase({ view, seen }: { view: CounterView; seen: CaseView }) {
  const [form, setForm] = useState<CaseForm>()
  const act = useAct()
  useFocusOpenCheck(seen)
  return (
    <main className="middle">
      <CaseSwitch view={view} current={seen.case} />
      <CaseHeader seen={seen} />
      <div className="body">
        <LateActs seen={seen} />
        <Ending seen={seen} />
        <CaseSteps seen={seen} />
        <CaseDocuments seen={seen} />
        <CaseNotes seen={seen} />
        <History seen={seen} />
      </div>
      <CaseBar seen={seen} act={act} isFormOpen={form !== undefined} onForm={setForm} />
      {form !== undefined && <CaseForms form={form} seen={seen} view={view} onClose={() => setForm(undefined)} />}
    </main>
  )
}

/** After an act the focus goes to the next open check, or to the primary button once all are marked. */
function useFocusOpenCheck(seen: CaseView): void {
  const step = openStep(seen)
  const open = step?.checks.find((c) => !c.mark)?.check
  const target = open === undefined ? primaryId : checkId(open)
  const stage = `${target} ${JSON.stringify(seen.next)} ${seen.mine}`
  useEffect(() => {
    const active = document.activeElement
    if (active?.closest('input, textarea, select, [role="dialog"], aside, header')) return
    document.getElementById(target)?.focus()
  }, [target, stage])
}
