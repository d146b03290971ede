import { sparedBy } from '../manual/checklist.ts'
import { checkField } from '../manual/form.ts'
import type { Kind, Period } from '../manual/manual.ts'
import { answerProblem } from '../manual/questions.ts'
import { due } from '../period/deadline.ts'
import type { Answers, FormValues } from '../record/private.ts'
import { dayOf, type Day } from '../time.ts'
import { copyTerms } from './case-clock.ts'
import type { ActOf, CaseContext, CaseDecision, CaseRefusal, Happening } from './case-context.ts'
import { plan, type Case, type CaseCommandOf, type CaseEventOf } from './case.ts'
import { feeCorrection, payment } from './fee-rules.ts'
import { formOf } from './form-values.ts'
import type { IntakeCommand, SlipDuty } from './intake.ts'
import { kindThen, outageRefusal } from './outage-receipt.ts'
import { isPetitionerPart, isPetitionerValue, petitionerOf } from './petitioner.ts'
import { replaceable } from './replaced-receipt.ts'
import { readSealed } from './resident-number.ts'
import { isIdUnnamed, keptId } from './seen-id.ts'

/** The rules of receipt: nothing is refused for missing papers (민원처리법 제9조), only what is no petition of its kind. */

/** 영 제6조 제5항: obvious mistakes may be corrected for petitions received from this day. */
const correctableFrom: Day = '2026-05-06'

type Receive = CaseCommandOf<'receiveCase'>

/** Receives a petition under the newest edition of the manual, or under the one of the time when it came in on paper. */
export function receive(cases: ReadonlyMap<string, Case>, command: Receive, ctx: CaseContext): CaseDecision {
  const replaced = replaceable(cases, { machine: ctx.by.machine, at: ctx.at }).find(isCase(command.replaces))
  // It has the time of that receipt, and no other beside.
  if (command.replaces !== undefined && (!replaced || command.doneAt !== undefined))
    return { refused: 'notReplaceable' }
  const doneAt = replaced?.received.at ?? command.doneAt
  const found = kindThen(command.kind, doneAt, ctx)
  if (!found) return { refused: ctx.hasManual() ? 'kindUnknown' : 'manualComing' }
  const { kind, edition, editionThen } = found
  const refused =
    unreceivable(cases, command, kind, ctx) ??
    reviewRefusal(cases, command) ??
    formRefusal(kind, command.form ?? {}) ??
    answerRefusal(kind, command.answers ?? {})
  if (refused) return { refused }
  const {
    visit,
    petitioner,
    others,
    proxy,
    form,
    answers,
    signature,
    signed,
    doneAt: _doneAt,
    replaces: _replaces,
    copies,
    case: id,
    ...told
  } = command
  const at = doneAt ?? ctx.at
  const reviewed = command.reviewedBy === undefined ? undefined : reviewOf(cases, command.reviewedBy)
  const period = command.priorReview ? priorPeriod(kind.period) : kind.period
  // 시행령 제12조 제5항: the copies matter only where a document of another agency is issued.
  const counted = kind.otherAgencyIssue && copies !== undefined ? { copies } : {}
  const end = due(period, at, ctx.calendar, { extensions: copyTerms(counted.copies) })
  const act = { at, by: ctx.by, case: id, tenure: 1, act: 1, ...(doneAt !== undefined && { enteredAt: ctx.at }) }
  const event = {
    ...told,
    ...counted,
    ...act,
    type: 'caseReceived' as const,
    receiptNo: ctx.receiptNo,
    kind: kind.code,
    title: kind.name.ko,
    edition,
    period,
    petition: kind.petition,
    slip: slipOf(command, kind),
    ...(kind.complex && { complex: true }),
    ...(editionThen !== undefined && { editionThen }),
    ...replacing(replaced),
    ...(reviewed && { reviewedBy: reviewed.received.case }),
    ...(visit !== undefined && { visit }),
    ...(proxy && { isProxy: true }),
    ...(signature !== undefined ? { signed: 'onScreen' as const } : signed && { signed: 'onPaper' as const }),
    ...(form && { formFields: Object.keys(form) }),
    ...(answers && { spared: sparedBy(kind, answers) }),
    ...(end && { promised: end.dueAt }),
    ...plan(kind),
  } as const
  const apart = {
    petitioner,
    ...(others && { others }),
    ...(proxy && { proxy }),
    ...(form && { form }),
    ...(answers && { answers }),
    ...(signature !== undefined && { signature }),
  }
  return { happened: [{ event, private: apart }, ...documentsOnFile(cases, command, act, event.documents)] }
}

const isCase =
  (id: string | undefined) =>
  ({ received }: Case): boolean =>
    received.case === id

function replacing(replaced: Case | undefined): Pick<CaseEventOf<'caseReceived'>, 'replaces' | 'provisionalNo'> {
  if (!replaced) return {}
  const { case: id, receiptNo, provisionalNo } = replaced.received
  return { replaces: { case: id, receiptNo }, ...(provisionalNo !== undefined && { provisionalNo }) }
}

/** 시행령 제33조: what the prior review already has is not asked for again. */
function documentsOnFile(
  cases: ReadonlyMap<string, Case>,
  { reviewedBy }: Receive,
  act: ActOf,
  planned: readonly { document: string }[],
): Happening[] {
  const reviewed = reviewedBy === undefined ? undefined : reviewOf(cases, reviewedBy)
  const here = planned.flatMap(({ document }) => {
    const mark = reviewed?.documents[document]?.mark
    return mark === 'received' || mark === 'verified' ? [{ document, mark }] : []
  })
  return here.map(({ document, mark }, i) => ({
    event: { ...act, act: act.act + 1 + i, type: 'documentMarked', document, mark },
  }))
}

function unreceivable(
  cases: ReadonlyMap<string, Case>,
  command: Receive,
  kind: Kind,
  ctx: CaseContext,
): CaseRefusal | undefined {
  const { filing, signature, signed, joint } = command
  // 법 제35조: as a petition of its own it would have another clock, and stand in another register.
  if (kind.receivedAs === 'objection') return 'receivedAsObjection'
  if ((command.arrivedAt ?? 0) > ctx.at) return 'doneInFuture'
  // 시행령 제6조의2: only what came in during an outage is entered later than it was received.
  const early = outageRefusal(cases, command, ctx)
  if (early) return early
  // 법 제8조: by word of mouth only 기타민원; what the clerk has typed is received once it is signed.
  if (filing === 'oral' && kind.petition !== 'other') return 'oralNotAllowed'
  if (filing === 'dictated' && signature === undefined && !signed) return 'signatureMissing'
  if (command.priorReview && !kind.priorReview) return 'noPriorReview'
  if (joint?.how === 'merged' && joint.signers < 5) return 'tooFewToMerge'
  // 법 제9조: the list of the signers may be missing; it is then a matter of the supplement, and of the decision.
  if (joint?.how !== 'multiParty') return undefined
  return joint.signers < 5 || (joint.households ?? 0) < 5 ? 'notMultiParty' : undefined
}

/** The prior review that is meant: by its receipt number, as it stands on its paper, or as the record names the case. */
const reviewOf = (cases: ReadonlyMap<string, Case>, meant: string): Case | undefined =>
  cases.get(meant) ?? [...cases.values()].find((c) => c.received.receiptNo === meant)

/** 시행령 제33조: only the prior review of the same kind has documents that need not be asked for again. */
function reviewRefusal(cases: ReadonlyMap<string, Case>, { kind, reviewedBy }: Receive): CaseRefusal | undefined {
  if (reviewedBy === undefined) return undefined
  const reviewed = reviewOf(cases, reviewedBy)?.received
  if (!reviewed) return 'reviewUnknown'
  return reviewed.kind !== kind || !reviewed.priorReview ? 'noPriorReview' : undefined
}

/** 법 제30조: the kind's own period if it is below 30 days, else 30; counted in working days, as the 30 are (법 제19조). */
export function priorPeriod(period: Period | null): Period | null {
  if (!period || period.unit === 'immediate' || period.unit === 'hours') return period
  const days = { days: 1, calendarDays: 5 / 7, weeks: 5, months: 22, years: 250 }[period.unit] * period.value
  return days <= 30 ? period : { unit: 'days', value: 30 }
}

function slipOf({ filing = 'paper' }: Receive, { petition, period }: Kind): SlipDuty {
  if (petition === 'other') return 'otherPetition'
  if (['electronic', 'post', 'eWindow'].includes(filing)) return 'notInPerson'
  return period?.unit === 'immediate' ? 'immediate' : 'due'
}

function formRefusal(kind: Kind, form: FormValues): CaseRefusal | undefined {
  for (const [id, value] of Object.entries(form)) {
    const field = kind.form.fields.find((f) => f.id === id)
    if (!field) return 'fieldUnknown'
    const problem = checkField(field, value)
    if (problem && problem !== 'empty') return 'fieldWrong'
    // 시행령 제21조의2: such a number is never kept as it was typed; the border seals it.
    if (field.type === 'residentNo' && value !== '' && !readSealed(value)) return 'fieldWrong'
  }
  return undefined
}

function answerRefusal(kind: Kind, answers: Answers): CaseRefusal | undefined {
  for (const [id, answer] of Object.entries(answers)) {
    const question = kind.questions.find((q) => q.id === id)
    if (!question) return 'questionUnknown'
    if (answerProblem(question, answer)) return 'answerWrong'
  }
  return undefined
}

type IntakeAct = Exclude<IntakeCommand, { type: 'receiveCase' | 'receiveObjection' }>

/** What an act of the intake would be. */
export function intakeHappening(
  known: Case,
  command: IntakeAct,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  switch (command.type) {
    case 'giveGuidance': {
      const { topics, siteVisit } = command
      return { event: { ...act, type: 'guidanceGiven', topics, ...(siteVisit !== undefined && { siteVisit }) } }
    }
    case 'checkIdentity': {
      const { who, proxyLetter, authority, issuer, name } = command
      if (isIdUnnamed(command)) return { refused: 'idUnnamed' }
      if (who === 'legalRepresentative' && authority === undefined) return { refused: 'authorityMissing' }
      const event = { ...act, type: 'identityChecked', who, proxyLetter } as const
      const apart = {
        ...keptId(command),
        ...(issuer && { issuer }),
        ...(authority && { authority }),
        ...(name !== undefined && { proxy: { name } }),
      }
      return { event, private: apart }
    }
    case 'agreeElectronic': {
      const { given, consent, address } = command
      if (given && address === undefined) return { refused: 'addressMissing' }
      const event = { ...act, type: 'electronicAgreed', given, consent } as const
      return address === undefined ? { event } : { event, private: { address } }
    }
    case 'fillForm': {
      const { form } = command
      const refused = formRefusalOf(known, form, ctx)
      if (refused) return { refused }
      return { event: { ...act, type: 'formFilled', formFields: Object.keys(form) }, private: { form } }
    }
    case 'answerQuestions':
      return answering(known, command, act, ctx)
    case 'signForm': {
      const { signature } = command
      const event = { ...act, type: 'formSigned', signed: signature === undefined ? 'onPaper' : 'onScreen' } as const
      return signature === undefined ? { event } : { event, private: { signature } }
    }
    case 'correctField':
      return correction(known, command, act, ctx)
    case 'payFee':
      return payment(known, command, act, ctx)
    case 'correctFee':
      return feeCorrection(known, command, act, ctx)
  }
}

/** 질문에 대한 답: what it spares is told to everyone, what was answered stays with the holder. */
function answering(
  { received }: Case,
  { answers }: CaseCommandOf<'answerQuestions'>,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const kind = ctx.kind(received.kind, received.edition)?.kind
  if (!kind) return { refused: 'kindUnknown' }
  const refused = answerRefusal(kind, answers)
  if (refused) return { refused }
  return { event: { ...act, type: 'questionsAnswered', spared: sparedBy(kind, answers) }, private: { answers } }
}

const formRefusalOf = ({ received }: Case, form: FormValues, ctx: CaseContext): CaseRefusal | undefined => {
  const found = ctx.kind(received.kind, received.edition)
  return found ? formRefusal(found.kind, form) : 'kindUnknown'
}

/** 직권 보정 (시행령 제6조 제5항): an obvious mistake of the form or of who filed it, with consent; what is missing is a matter of the supplement. */
function correction(
  known: Case,
  { field, value, consent }: CaseCommandOf<'correctField'>,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  if (dayOf(known.received.at) < correctableFrom) return { refused: 'correctionTooOld' }
  const event = { ...act, type: 'fieldCorrected', field, consent } as const
  if (isPetitionerPart(field)) {
    const before = petitionerOf(known, ctx.apart(act.case))?.[field]
    if (before === undefined) return { refused: 'fieldEmpty' }
    return isPetitionerValue(field, value) ? { event, private: { before, after: value } } : { refused: 'fieldWrong' }
  }
  const before = formOf(known, ctx.apart(act.case))[field]
  if (!before) return { refused: 'fieldEmpty' }
  const form = { [field]: value }
  const refused = formRefusalOf(known, form, ctx)
  if (refused) return { refused }
  return { event, private: { before, after: value, form } }
}
