import { useEffect, useRef, useState } from 'react'
import { isByOffice, type Kind } from '../../../domain/manual/manual.ts'
import { printedLabel } from '../../../domain/queue/ticket.ts'
import { isDay } from '../../../domain/time.ts'
import type { FormerKindView } from '../../../domain/views/view-former.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { TextField } from '../../common/field.tsx'
import { Fold } from '../../common/fold.tsx'
import { KeepTyped } from '../../common/keep-typed.tsx'
import { KindName } from '../../common/kind-name.tsx'
import { Loading } from '../../common/loading.tsx'
import { goToWrong } from '../../common/missing-field.ts'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { takeFocus } from '../../common/take-focus.ts'
import { readDay } from '../../common/typed-day.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useWords, type Words } from '../../text/text.ts'
import { ElsewhereDialog, ElsewhereHint, isElsewhere } from '../manual/elsewhere.tsx'
import { goToQuestions } from '../manual/manual-questions.tsx'
import { usePreviewReading, type Reading } from '../manual/reading.ts'
import { useKindPage } from '../manual/use-kind-page.ts'
import { forgetAnswers, openCase, startSearch } from '../place.ts'
import { lineProblem, numberOf } from '../procedure/act-form.ts'
import { instantOfWhen } from '../procedure/when.ts'
import { receiptName } from '../typing-places.ts'
import { AsObjection } from './as-objection.tsx'
import { FormerNotice, UnknownKind } from './former.tsx'
import { Guidance } from './guidance.tsx'
import { NonPetitionForm } from './non-petition-form.tsx'
import { emptyReceipt, isOfThen, otherLines, receiveCommand, type Receipt } from './receipt.ts'
import { ReceiveAgain } from './receive-again.tsx'
import { filledProblems, isCount, ReceiveMore } from './receive-more.tsx'
import { readSiteVisit } from './site-visit.ts'

type Props = { view: CounterView; code: string; replaces?: string | undefined }

/** Whose petition it is and what is told, asked before it is received; receipt is never refused for what is missing. */
export function ReceiveForm({ view, code, replaces = '' }: Props) {
  const { kind, former, hasCome } = useKindPage(code)
  if (kind?.receivedAs === 'objection') return <AsObjection kind={kind} />
  return (
    <KeepTyped name={receiptName(view)}>
      {kind ? (
        <Receive view={view} kind={kind} former={former} begun={replaces} />
      ) : hasCome ? (
        <UnknownKind code={code} />
      ) : (
        <main className="middle">
          <Loading />
        </main>
      )}
    </KeepTyped>
  )
}

type ReceiveProps = { view: CounterView; kind: Kind; former: FormerKindView | undefined; begun: string }

function Receive({ view, kind, former, begun }: ReceiveProps) {
  const words = useWords()
  const { receive, intake, formerKind } = words
  const [blank] = useState<Receipt>({ ...emptyReceipt, replaces: begun })
  const [typed, setReceipt] = useDraft<Receipt>(`receipt ${kind.code}`, () => blank)
  // What was chosen before may have been received again meanwhile.
  const isOffered = view.voided.some((v) => v.case === typed.replaces)
  const receipt = isOffered ? typed : { ...typed, replaces: '' }
  const [id] = useState(newId)
  const act = useAct()
  const reading = usePreviewReading(kind, former?.edition)
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const isTried = tries > 0
  // Once what is wrong is marked.
  useEffect(() => {
    if (tries > 0 && form.current) goToWrong(form.current)
  }, [tries])
  const [over, setOver] = useState<'nonPetition' | 'elsewhere'>()
  const close = () => setOver(undefined)
  const change = (more: Partial<Receipt>) => {
    act.say(undefined)
    setReceipt((r) => ({ ...r, ...more }))
  }
  const wrong = wrongOf(receipt, kind, words)
  const isUnnamed = receipt.person.name.trim() === ''
  const isOver = former !== undefined && !isOfThen(receipt)
  const closed = isOver ? formerKind.closed : isUnnamed ? receive.nameMissing : wrong && ''
  // Said once it was tried, and only while it is so.
  const said = isOver ? formerKind.over : isUnnamed ? `${receive.nameMissing}.` : wrong
  const isTyped = JSON.stringify(typed) !== JSON.stringify(blank)
  const submit = async (isMeant: boolean) => {
    setTries((n) => n + 1)
    if (said !== undefined) return
    setOver(isMeant ? undefined : 'elsewhere')
    if (!isMeant) return
    const visit = view.visit?.state === 'serving' ? view.visit.visit : undefined
    if (!(await act.run(receiveCommand(receipt, kind, id, visit, reading.answers)))) return
    forgetAnswers()
    setReceipt(blank)
    openCase(id)
  }
  const cancel = () => {
    setReceipt(blank)
    startSearch()
  }
  const receiveIt = () => void submit(!isElsewhere(kind))
  useKeys(over ? {} : { 'Mod+Enter': receiveIt, Escape: cancel })
  const filled = Object.values(receipt.form).filter((v) => v.trim() !== '').length
  return (
    <main className="middle">
      <div className="body">
        {former && <FormerNotice former={former} isTyped={isTyped} />}
        <form ref={form} className="panel receive" onSubmit={(e) => e.preventDefault()}>
          <p className="meta">
            {kind.code} · {onWhat(view, words)}
          </p>
          <h1 className="title">
            <KindName name={kind.name} />
          </h1>
          <QuestionsLeft kind={kind} reading={reading} />
          <PersonFields person={receipt.person} isTried={isTried} onChange={(person) => change({ person })} />
          <ReceiveAgain
            voided={view.voided}
            replaces={receipt.replaces}
            onChange={(replaces) => change({ replaces })}
          />
          <Told receipt={receipt} kind={kind} reading={reading} isTried={isTried} onChange={change} />
          <Fold
            title={intake.more.title}
            note={intake.more.note(intake.filings[receipt.filing], filled, kind.form.fields.length)}
            isOpenFirst={!isQuick(kind) || former !== undefined}
          >
            <ReceiveMore receipt={receipt} kind={kind} isTried={isTried} onChange={change} />
          </Fold>
        </form>
      </div>
      <footer className="bar">
        <Button keyCap="Esc" onPress={cancel}>
          {former ? (isTyped ? formerKind.drop : formerKind.find) : receive.cancel}
        </Button>
        <Button onPress={() => setOver('nonPetition')}>{intake.nonPetition.open}</Button>
        <div className="grow bar-hint">
          {isElsewhere(kind) && <ElsewhereHint />}
          <Problem>{act.problem ?? (isTried ? said : undefined)}</Problem>
        </div>
        <Button
          look={isElsewhere(kind) ? 'plain' : 'primary'}
          size="large"
          keyCap="Ctrl+Enter"
          closed={closed}
          reason={said}
          onPress={receiveIt}
          onClosed={receiveIt}
        >
          {isElsewhere(kind) ? words.manual.receiveElsewhere : receive.done}
        </Button>
      </footer>
      {over === 'nonPetition' && <NonPetitionForm kind={kind.code} onClose={close} onDone={cancel} />}
      {over === 'elsewhere' && <ElsewhereDialog kind={kind} onClose={close} onReceive={() => void submit(true)} />}
    </main>
  )
}

/** What is done while the visitor waits needs no more than a name. */
const isQuick = ({ period }: Kind): boolean => period === null || period.unit === 'immediate' || period.unit === 'hours'

/** The first thing that keeps what was typed from being received; undefined if there is none. */
function wrongOf(receipt: Receipt, kind: Kind, { receive, intake, procedure }: Words): string | undefined {
  const { person, siteVisit, form, joint, outage, copies, filing, arrived, proxy } = receipt
  if (person.birth.trim() !== '' && !isDay(readDay(person.birth))) return receive.badBirth
  if (readSiteVisit(siteVisit) === 'wrong') return intake.guidance.badDay
  if (instantOfWhen(outage?.when) === 'wrong') return procedure.form.when.bad
  if (filing === 'eWindow' && instantOfWhen(arrived) === 'wrong') return procedure.form.when.bad
  const wrongOthers = procedure.form.lines.bad(lineProblem(joint?.others ?? '', otherLines))
  if (wrongOthers !== undefined) return `${intake.more.others}: ${wrongOthers}`
  const isBad =
    Object.keys(filledProblems(kind, form)).length > 0 ||
    (joint !== undefined && !(numberOf(joint.signers) >= 2 && isCount(joint.households))) ||
    !isCount(copies) ||
    proxy?.name.trim() === '' ||
    outage?.provisionalNo.trim() === ''
  return isBad ? intake.more.bad : undefined
}

/** How much of what is beside the form is still to be asked, and the way there. */
function QuestionsLeft({ kind, reading }: { kind: Kind; reading: Reading }) {
  const { questions } = useWords().reading
  if (kind.questions.length === 0) return null
  const { list, answers } = reading
  const left = list.questions.filter((q) => q.matters && answers[q.question] === undefined).length
  const brings = kind.documents.filter((d) => !isByOffice(d)).map((d) => d.id)
  const mine = list.documents.filter((d) => d.needed === 'yes' && brings.includes(d.document))
  return (
    <p className="row between questions-left">
      <span aria-live="polite">{left > 0 ? questions.lead(left) : questions.ready(mine.length)}</span>
      <Button size="small" keyCap="Ctrl+J" onPress={goToQuestions}>
        {questions.go}
      </Button>
    </p>
  )
}

type PartProps = {
  receipt: Receipt
  kind: Kind
  reading: Reading
  isTried: boolean
  onChange: (more: Partial<Receipt>) => void
}

function Told({ receipt, kind, reading, isTried, onChange }: PartProps) {
  const { guidance } = useWords().intake
  const copies = kind.otherAgencyIssue ? numberOf(receipt.copies) : 0
  const due = useView({
    of: 'receiptDue',
    code: kind.code,
    ...(receipt.priorReview && { priorReview: true }),
    ...(receipt.replaces !== '' && { replaces: receipt.replaces }),
    ...(copies >= 1 && copies <= 10_000 && Number.isInteger(copies) && { copies }),
  })
  return (
    <fieldset className="field">
      <legend>
        {guidance.title} <span className="meta">{guidance.law}</span>
      </legend>
      <Guidance
        kind={kind}
        due={due}
        needs={reading.list.documents}
        fee={reading.list.fee}
        told={receipt.told}
        siteVisit={receipt.siteVisit}
        isTried={isTried}
        onTell={(told) => onChange({ told })}
        onSiteVisit={(siteVisit) => onChange({ siteVisit })}
      />
    </fieldset>
  )
}

type PersonProps = { person: Receipt['person']; isTried: boolean; onChange: (person: Receipt['person']) => void }

function PersonFields({ person, isTried, onChange }: PersonProps) {
  const { receive } = useWords()
  const { optional } = receive
  const set = (part: keyof Receipt['person']) => (value: string) => onChange({ ...person, [part]: value })
  const isUnnamed = isTried && person.name.trim() === ''
  const isBad = person.birth.trim().length >= (isTried ? 1 : 8) && !isDay(readDay(person.birth))
  return (
    <div className="pairs">
      <TextField
        ref={takeFocus}
        label={receive.name}
        value={person.name}
        onChange={set('name')}
        hint={receive.why}
        problem={isUnnamed ? `${receive.nameMissing}.` : undefined}
      />
      <TextField
        label={receive.birth}
        optional={optional}
        hint={receive.birthHint}
        inputMode="numeric"
        value={person.birth}
        onChange={set('birth')}
        problem={isBad ? receive.badBirth : undefined}
      />
      <TextField
        label={receive.contact}
        optional={optional}
        inputMode="tel"
        value={person.contact}
        onChange={set('contact')}
      />
      <TextField
        label={receive.address}
        optional={optional}
        max={200}
        value={person.address}
        onChange={set('address')}
      />
    </div>
  )
}

function onWhat(view: CounterView, { receive, floor }: Words): string {
  if (view.visit?.state !== 'serving') return receive.noVisit
  return receive.onVisit(view.visit.label ? printedLabel(view.visit.label) : floor.withoutTicket)
}
