import { actsOf } from '../case/act-order.ts'
import { answersOf } from '../case/case-answers.ts'
import { nextAct } from '../case/case-next.ts'
import type { Case, CaseEvent } from '../case/case.ts'
import { petitionerOf } from '../case/petitioner.ts'
import { proxyOf } from '../case/proxy.ts'
import { seenIdOf } from '../case/seen-id.ts'
import type { Kind } from '../manual/manual.ts'
import type { Private } from '../record/private.ts'
import { apartOf, privateKey } from '../record/record.ts'
import { doneView, type Seat } from '../seat.ts'
import { caseLine, holderView } from './view-floor.ts'
import { procedureView } from './view-procedure.ts'
import type { CaseView, DocumentView, StepView } from './views.ts'

/** A case as its screen shows it: led by the edition of the manual that it was received under. */
export function caseView(seat: Seat, id: string): CaseView | undefined {
  const known = seat.hall.cases.get(id)
  if (!known) return undefined
  const apart = seat.privates.get(id) ?? {}
  const petitioner = petitionerOf(known, apart)
  const proxy = proxyOf(known, apart)?.name
  const { edition, visit } = known.received
  const unsent = new Set(
    seat.unsent.flatMap((e) => ('case' in e.event && e.event.case === id ? [privateKey(e.event)] : [])),
  )
  return {
    ...caseLine(seat, known),
    edition,
    tenure: known.tenure,
    mine: known.holder === seat.machine,
    next: nextAct(known),
    ...holderView(seat, known.holder),
    ...(visit !== undefined && { visit }),
    ...(petitioner && { petitioner }),
    ...(proxy !== undefined && { proxy }),
    ...(known.answered && { answers: answersOf(known, apart) }),
    steps: stepViews(seat, known, apart),
    documents: documentViews(seat, known),
    notes: actsOf(known).flatMap((e) => {
      const text = apartOf(apart, e)?.note
      return e.type === 'noteAdded' && text !== undefined ? [{ ...doneView(seat, e), text }] : []
    }),
    ...ending(seat, known, apart),
    history: known.history.map((e) => ({
      ...doneView(seat, e),
      type: e.type,
      ...seizedFor(e, apart),
      ...aboutOf(seat, known, e),
      ...(e.enteredAt !== undefined && { enteredAt: e.enteredAt }),
      confirmed: e.type === 'caseSeized' || !unsent.has(privateKey(e)),
    })),
    procedure: procedureView(seat, known),
    lateActs: known.late.map((l) => ({
      ...l,
      clerk: doneView(seat, l.event).clerk,
      ...aboutOf(seat, known, l.event),
      settleable:
        known.holder === seat.machine &&
        l === known.late.find((o) => !o.settled && privateKey(o.event) === privateKey(l.event)),
    })),
    unsent: unsent.size,
  }
}

/** Why the supervisor gave the case to another counter. */
function seizedFor(event: CaseEvent, apart: Apart): { reason?: string } {
  if (event.type !== 'caseSeized') return {}
  const reason = apart[privateKey(event)]?.reasons ?? event.reason
  return reason === undefined ? {} : { reason }
}

/** What an act of the work was about, by the manual on which the case was received; nothing where that is not here. */
function aboutOf(seat: Seat, { received }: Case, event: CaseEvent): { about?: string } {
  const about = nameIn(seat.kindOf(received.edition, received.kind), event)
  return about === undefined ? {} : { about }
}

function nameIn(kind: Kind | undefined, event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'checkTicked':
    case 'checkCleared':
      return kind?.steps.flatMap((s) => s.checks).find((c) => c.id === event.check)?.text
    case 'stepFinished':
      return kind?.steps.find((s) => s.id === event.step)?.title
    case 'documentMarked':
      return kind?.documents.find((d) => d.id === event.document)?.name
    default:
      return undefined
  }
}

type Apart = { [act: string]: Private }

function stepViews(seat: Seat, known: Case, apart: Apart): StepView[] {
  const kind = seat.kindOf(known.received.edition, known.received.kind)
  return known.received.steps.map((planned) => {
    const step = kind?.steps.find((s) => s.id === planned.step)
    const finished = known.finished[planned.step]
    return {
      step: planned.step,
      title: step?.title ?? planned.step,
      action: step?.action ?? '',
      handsOver: planned.handsOver,
      ...(finished && { finished: doneView(seat, finished) }),
      checks: planned.checks.map((id) => {
        const check = step?.checks.find((c) => c.id === id)
        const mark = known.checks[id]
        const finding = mark && apartOf(apart, mark)?.finding
        return {
          check: id,
          text: check?.text ?? id,
          ...(check?.document !== undefined && { document: check.document }),
          ...(known.spared.checks.includes(id) && { spared: true as const }),
          ...(mark && {
            mark: { ...doneView(seat, mark), mark: mark.mark, ...(finding !== undefined && { finding }) },
          }),
        }
      }),
    }
  })
}

function documentViews(seat: Seat, known: Case): DocumentView[] {
  const kind = seat.kindOf(known.received.edition, known.received.kind)
  return known.received.documents.map((planned) => {
    const document = kind?.documents.find((d) => d.id === planned.document)
    const mark = known.documents[planned.document]
    return {
      document: planned.document,
      name: document?.name ?? planned.document,
      byOffice: planned.byOffice,
      verifyBy: document?.verifyBy ?? null,
      original: document?.original ?? false,
      ...(document?.condition !== undefined && { condition: document.condition }),
      ...(known.spared.documents.includes(planned.document) && { spared: true as const }),
      ...(mark && { mark: { ...doneView(seat, mark), mark: mark.mark } }),
    }
  })
}

function ending(seat: Seat, known: Case, apart: { [act: string]: Private }) {
  const { decision, notice, handedOver, closedAt } = known
  const reasons = decision && apart[privateKey(decision)]?.reasons
  const name = handedOver && apart[privateKey(handedOver)]?.collector
  const decided = decision && {
    ...doneView(seat, decision),
    outcome: decision.outcome,
    provisions: decision.provisions,
    remedies: decision.remedies,
    ...(reasons !== undefined && { reasons }),
  }
  const authority = handedOver && apart[privateKey(handedOver)]?.authority
  const handed = handedOver && {
    ...doneView(seat, handedOver),
    collector: handedOver.collector,
    ...seenIdOf(handedOver, apart[privateKey(handedOver)]),
    ...(authority && { authority }),
    ...(name !== undefined && { name }),
  }
  const withdrawn = known.history.findLast((e) => e.type === 'caseWithdrawn')
  const proxy = withdrawn && apart[privateKey(withdrawn)]?.proxy?.name
  return {
    ...(decided && { decision: decided }),
    ...(notice && { notice: { ...doneView(seat, notice), channel: notice.channel } }),
    ...(handed && { handedOver: handed }),
    ...(withdrawn && {
      withdrawn: {
        ...doneView(seat, withdrawn),
        who: withdrawn.who ?? ('petitioner' as const),
        ...(proxy !== undefined && { name: proxy }),
      },
    }),
    ...(closedAt !== undefined && { closedAt }),
  }
}
