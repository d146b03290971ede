import { useEffect } from 'react'
import type { FormValues } from '../../../domain/record/private.ts'
import type { CaseView, CounterView } from '../../../domain/views/views.ts'
import { KeepTyped } from '../../common/keep-typed.tsx'
import { Loading } from '../../common/loading.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft, useKept } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'
import { lookElsewhere } from '../place.ts'
import { ProcedureScreen } from '../procedure/procedure-screen.tsx'
import { caseName } from '../typing-places.ts'
import { Application } from './application.tsx'
import { CaseBar } from './case-bar.tsx'
import { CaseDocuments } from './case-documents.tsx'
import { CaseDues } from './case-dues.tsx'
import { CaseForms, type CaseForm } from './case-forms.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CasePapers } from './case-papers.tsx'
import { Ending, History, LateActs } from './case-record.tsx'
import { CaseSteps } from './case-steps.tsx'
import { CaseSwitch } from './case-switch.tsx'
import { CaseTabs, type CaseTab } from './case-tabs.tsx'
import { GuidanceStep } from './guidance-step.tsx'
import { checkId, guidanceId, isLeft, openStep, primaryId } from './open-step.ts'

/** One case, led step by step. */
export function CaseScreen({ view, id }: { view: CounterView; id: string }) {
  const words = useWords()
  const seen = useView({ of: 'case', case: id })
  const hasCome = useHasCome({ of: 'case', case: id })
  if (seen)
    return (
      <KeepTyped name={caseName(id)} isOver={!seen.mine || seen.state === 'closed'}>
        <OneCase view={view} seen={seen} />
      </KeepTyped>
    )
  return (
    <main className="middle">
      <CaseSwitch view={view} current={id} />
      {hasCome ? (
        <p className="padded" aria-live="polite">
          {words.case.gone}
        </p>
      ) : (
        <Loading />
      )}
    </main>
  )
}

function OneCase({ view, seen }: { view: CounterView; seen: CaseView }) {
  const [form, setForm] = useKept<CaseForm | undefined>(`form ${seen.case}`, () => undefined)
  const [tab, keepTab] = useKept<CaseTab>(`tab ${seen.case}`, () => 'work')
  const setTab = (next: CaseTab) => {
    keepTab(next)
    lookElsewhere()
  }
  const [draft, setDraft] = useKept<FormValues | undefined>(
    `application ${seen.case}`,
    () => undefined,
    (typed) => typed !== undefined && JSON.stringify(typed) !== JSON.stringify(seen.procedure.form.values),
  )
  // The day of a visit is saved with the guidance.
  const [siteVisit, setSiteVisit] = useKept(
    `site ${seen.case}`,
    () => '',
    (typed) => typed !== '' && seen.next === 'guide',
  )
  const [note, setNote] = useDraft(`note ${seen.case}`, () => '')
  const act = useAct()
  useFocusOpenCheck(seen, form !== undefined || tab !== 'work')
  return (
    <main className="middle">
      <CaseSwitch view={view} current={seen.case} />
      <CaseHeader seen={seen} view={view} />
      <CaseTabs id={seen.case} tab={tab} onChoose={setTab} isFormOpen={form !== undefined} />
      {tab === 'work' && (
        <div className="body">
          <LateActs seen={seen} />
          <Ending seen={seen} />
          <GuidanceStep seen={seen} siteVisit={siteVisit} onSiteVisit={setSiteVisit} />
          <CaseSteps seen={seen} />
          <CaseDocuments seen={seen} />
          <CaseDues seen={seen} onForm={setForm} onApplication={() => setTab('application')} />
          <CaseNotes seen={seen} note={note} onNote={setNote} />
          <History seen={seen} />
        </div>
      )}
      {tab === 'procedure' && <ProcedureScreen seen={seen} onAct={setForm} />}
      {tab === 'application' && (
        <Application
          seen={seen}
          draft={draft}
          onDraft={setDraft}
          onSign={() => setForm('signForm')}
          onCorrect={() => setForm('correctField')}
        />
      )}
      {tab === 'papers' && (
        <div className="body">
          <CasePapers id={seen.case} />
        </div>
      )}
      <CaseBar
        seen={seen}
        act={act}
        siteVisit={siteVisit}
        isReplaceable={view.voided.some((v) => v.case === seen.case)}
        onForm={setForm}
        isFormOpen={form !== undefined || (tab === 'application' && draft !== undefined)}
      />
      {form !== undefined && <CaseForms form={form} seen={seen} view={view} onClose={() => setForm(undefined)} />}
    </main>
  )
}

const afterForm = 40

/** After an act the focus goes to the next open check, or to the primary button once all are marked. */
function useFocusOpenCheck(seen: CaseView, isFormOpen: boolean): void {
  const step = openStep(seen)
  const open = step?.checks.find(isLeft)?.check
  const ofStep = open === undefined ? primaryId : checkId(open)
  const ofHolder = seen.next === 'guide' ? guidanceId : ofStep
  // Of a case that another counter holds nothing can be ticked here.
  const target = seen.mine ? ofHolder : primaryId
  // The same target is a new one once the case has moved on.
  const stage = `${target} ${JSON.stringify(seen.next)} ${seen.mine}`
  useEffect(() => {
    if (isFormOpen) return
    // A form that closes first gives the focus back to where it was.
    const timer = window.setTimeout(() => {
      const active = document.activeElement
      const isKept = active?.hasAttribute('data-kept') ?? false
      if (!isKept && active?.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"], aside, header'))
        return
      document.getElementById(stage.split(' ', 1)[0] ?? '')?.focus()
    }, afterForm)
    return () => window.clearTimeout(timer)
  }, [stage, isFormOpen])
}
